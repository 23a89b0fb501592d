import { addWords } from '../tables.ts';

export const zh = {
	'embed.open': '在水乡一张图中打开',
	'embed.newtab': '（新标签页）',
	'embed.failed': '这台设备没有可用的 WebGL2，地图不能在此显示；列表和面板在完整页面中。',
	'embed.lost': '地图绘图环境中断；刷新页面可恢复，列表和面板在完整页面中。',
	'embed.nodata': '数据没有取到，请稍后刷新。',
	'embed.counts': '项目 {projects} · 措施 {measures} · 指标 {indicators}',
	'embed.within': '{filter}：{counts}'
};

export const en: Record<keyof typeof zh, string> = {
	'embed.open': 'Open in Shuixiang Atlas',
	'embed.newtab': '(new tab)',
	'embed.failed': 'This device has no usable WebGL2, so the map cannot be shown here; lists and panels are in the full page.',
	'embed.lost': 'The map’s drawing context was lost; reloading the page brings it back, lists and panels are in the full page.',
	'embed.nodata': 'The data did not arrive; reload in a moment.',
	'embed.counts': 'Projects {projects} · measures {measures} · indicators {indicators}',
	'embed.within': '{filter}: {counts}'
};

addWords({ zh, en });
