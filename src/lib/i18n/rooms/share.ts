import { addWords } from '../tables.ts';

export const zh = {
	'embed.own': '嵌入的地图不画自有图层，这里略去：{layers}',
	'embed.open': '在水乡一张图中打开',
	'embed.newtab': '（新标签页）',
	'embed.failed': '这台设备没有可用的 WebGL2，地图不能在此显示；列表和面板在完整页面中。',
	'embed.lost': '地图绘图环境中断；刷新页面可恢复，列表和面板在完整页面中。',
	'embed.nodata': '数据没有取到，请稍后刷新。',
	'embed.counts': '项目 {projects} · 措施 {measures} · 指标 {indicators}',
	'embed.within': '{filter}：{counts}',
	'share.open': '分享',
	'share.open.of': '分享“{title}”',
	'share.lead': '能访问这台服务器的人都可以用这个链接观看放映；放映页只看不改。',
	'share.address': '放映的链接',
	'share.draft': '链接显示的是服务器上的第 {n} 版，不含这份草稿的改动。',
	'share.unsaved': '这份简报只在本浏览器里，还没有可以分享的链接：先保存到服务器，或导出单文件。',
	'share.local': '这个地址只在本机能打开，所以没有二维码。',
	'share.drafts': '草稿仍可在本浏览器里编辑、放映和下载。',
	'share.opening': '正在打开简报……',
	'share.looking': '服务器上没有名为“{slug}”的简报，正在查看本浏览器里的草稿……'
};

export const en: Record<keyof typeof zh, string> = {
	'embed.own': 'embedded maps do not draw own layers; left out here: {layers}',
	'embed.open': 'Open in Shuixiang Atlas',
	'embed.newtab': '(new tab)',
	'embed.failed': 'This device has no usable WebGL2, so the map cannot be shown here; lists and panels are in the full page.',
	'embed.lost': 'The map’s drawing context was lost; reloading the page brings it back, lists and panels are in the full page.',
	'embed.nodata': 'The data did not arrive; reload in a moment.',
	'embed.counts': 'Projects {projects} · measures {measures} · indicators {indicators}',
	'embed.within': '{filter}: {counts}',
	'share.open': 'Share',
	'share.open.of': 'Share “{title}”',
	'share.lead': 'Anyone who reaches this server can watch the show by this link; the show itself changes nothing.',
	'share.address': 'Link of the show',
	'share.draft': 'The link shows version {n} of the server, without the changes of this draft.',
	'share.unsaved': 'This briefing is in this browser only and has no link to share yet: save it to the server, or export it as one file.',
	'share.local': 'This address opens on this computer only, so there is no QR code.',
	'share.drafts': 'Drafts can still be edited, shown and downloaded in this browser.',
	'share.opening': 'Opening the briefing …',
	'share.looking': 'The server has no briefing named “{slug}”; looking at the drafts of this browser …'
};

addWords({ zh, en });
