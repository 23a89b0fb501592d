import { addWords } from '../tables.ts';

export const zh = {
	'export.png': '下载地图 PNG',
	'export.png.scale': '清晰度',
	'export.png.times': '{n} 倍',
	'export.png.busy': '正在绘制…',
	'export.png.failed': '未能生成图片：此处需要支持 WebGL2 的浏览器，且标签页须保持在前台。',
	'export.png.all': '示范区全域',
	'export.handout': '讲义',
	'export.notes': '讲稿',
	'export.citations': '来源',
	'export.page': '{n} / {total}'
};

export const en: Record<keyof typeof zh, string> = {
	'export.png': 'Download the map as PNG',
	'export.png.scale': 'Resolution',
	'export.png.times': '{n}×',
	'export.png.busy': 'Drawing…',
	'export.png.failed': 'No picture could be made: this needs a browser with WebGL2 and the tab in front.',
	'export.png.all': 'The whole demonstration area',
	'export.handout': 'Handout',
	'export.notes': 'Notes',
	'export.citations': 'Sources',
	'export.page': '{n} / {total}'
};

addWords({ zh, en });
