import { addWords } from '../tables.ts';

export const zh = {
	'office.nomap': '此处未绘地图：需要支持 WebGL2 的浏览器。',
	'office.nochart': '没有可画的数据',
	'office.nodata': '无数据年份：{years}',
	'office.review': '审图号：{number}',
	'office.more': '其余 {n} 条来源见备注',
	'office.rows': '另有 {n} 行见备注',
	'office.notes.words': '正文',
	'office.notes.table': '表',
	'office.notes.filter': '范围：{filter}',
	'office.notes.sources': '来源',
	'office.notes.missing': '请核对',
	'office.map.alt': '地图：{title}。{filter}',
	'office.chart.series': '系列',
	'office.chart.year': '年份',
	'office.chart.value': '数值',
	'office.chart.text': '原文',
	'office.table.note': '注',
	'office.chart.path': '达标所需进度',
	'office.chart.scale': '类别',
	'office.by': '作者：{author}',
	'office.date': '{date}，第 {version} 版',
	'office.responsible': '责任单位',
	'office.picture.none': '（未绘地图）',
	'office.scale': '（上方为北，图上 1 厘米约 {km} 公里）',
	'office.short': '一页简报每处只注第一个来源，全部来源见详细简报。'
};

export const en: Record<keyof typeof zh, string> = {
	'office.nomap': 'The map is not drawn here: that needs a browser with WebGL2.',
	'office.nochart': 'nothing to draw',
	'office.nodata': 'Years without data: {years}',
	'office.review': 'Map review number {number}',
	'office.more': '{n} more sources in the notes',
	'office.rows': '{n} more rows in the notes',
	'office.notes.words': 'Words',
	'office.notes.table': 'Table',
	'office.notes.filter': 'Scope: {filter}',
	'office.notes.sources': 'Sources',
	'office.notes.missing': 'To be checked',
	'office.map.alt': 'Map: {title}. {filter}',
	'office.chart.series': 'Series',
	'office.chart.year': 'Year',
	'office.chart.value': 'Value',
	'office.chart.text': 'As printed',
	'office.table.note': 'Note',
	'office.chart.path': 'Required path',
	'office.chart.scale': 'Class',
	'office.by': 'By {author}',
	'office.date': '{date}, version {version}',
	'office.responsible': 'Who is responsible',
	'office.picture.none': ' (map not drawn)',
	'office.scale': ' (north is up, 1 cm is about {km} km)',
	'office.short': 'A one-page brief cites the first source of each statement; the long brief has all.'
};

addWords({ zh, en });
