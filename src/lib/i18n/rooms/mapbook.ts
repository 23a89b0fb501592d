import { addWords } from '../tables.ts';

export const zh = {
	'mapbook.ask': '当前筛选涉及 {total} 个地点，地图册共 {n} 页地点，另有目录。',
	'mapbook.ask.limit': '当前筛选涉及 {total} 个地点；一册最多 {n} 个，取记录最多的。要其余地点，请缩小筛选范围。',
	'mapbook.ask.none': '当前筛选没有涉及可成页的地点。',
	'mapbook.time': '每页画一幅地图；没有独立显卡时每页约一两秒，请把窗口留在前台。',
	'mapbook.go': '生成 PDF',
	'mapbook.title': '地图册：{filter}',
	'mapbook.title.all': '示范区全域',
	'mapbook.contents': '目录',
	'mapbook.rule': '筛选决定收入哪些地点；每页讲该地点的全部记录，不限于筛选。',
	'mapbook.limit': '筛选涉及 {total} 个地点，本册收记录最多的 {n} 个。',
	'mapbook.count': '共 {n} 个地点',
	'mapbook.records': '{projects} 项目 · {measures} 措施',
	'mapbook.status': '按状态：{list}。',
	'mapbook.status.one': '{status} {n} 项',
	'mapbook.accuracy': '位置精度：{text}',
	'mapbook.accuracy.none': '位置：本目录没有几何，地图按其记录取景',
	'mapbook.sources': '来源',
	'mapbook.more': '每页最多列三个项目、三条措施；完整清单见该地点的详细简报。'
};

export const en: Record<keyof typeof zh, string> = {
	'mapbook.ask': 'The current filter concerns {total} {total|place|places}; the book has {n} {n|page|pages} of places and a list of contents.',
	'mapbook.ask.limit': 'The current filter concerns {total} {total|place|places}; a book holds {n} at most, those with most records. For the others narrow the filter.',
	'mapbook.ask.none': 'The current filter concerns no place that makes a page.',
	'mapbook.time': 'Each page draws a map: a second or two without a graphics card. Please keep this tab in front.',
	'mapbook.go': 'Make the PDF',
	'mapbook.title': 'Map book: {filter}',
	'mapbook.title.all': 'the whole demonstration area',
	'mapbook.contents': 'Contents',
	'mapbook.rule': 'The filter decides which places are in; each page tells all records of its place, not only those inside the filter.',
	'mapbook.limit': 'The filter concerns {total} {total|place|places}; this book holds the {n} with most records.',
	'mapbook.count': '{n} {n|place|places}',
	'mapbook.records': '{projects} {projects|project|projects} · {measures} {measures|measure|measures}',
	'mapbook.status': 'By status: {list}.',
	'mapbook.status.one': '{status} {n}',
	'mapbook.accuracy': 'Accuracy of the place: {text}',
	'mapbook.accuracy.none': 'This catalogue holds no geometry of the place; the map is framed by its records',
	'mapbook.sources': 'Sources',
	'mapbook.more': 'A page lists three projects and three measures at most; the long brief of the place has all.'
};

addWords({ zh, en });
