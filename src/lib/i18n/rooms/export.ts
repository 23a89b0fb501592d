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
	'export.page': '{n} / {total}',
	'export.font': '导出的 PDF 内嵌思源黑体（Noto Sans SC，© Adobe）所用字形，字体由本应用提供，许可：'
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
	'export.page': '{n} / {total}',
	'export.font': 'PDF files embed the letters they use of Noto Sans SC (© Adobe), a face that this app serves itself. Licence:'
};

addWords({ zh, en });
