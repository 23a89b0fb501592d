import { addWords } from '../tables.ts';

export const zh = {
	'offline.title': '离线使用',
	'offline.lead': '现在连不上服务器，或者打开的页面没有保存在这台设备上。以下各页和看过的页面不用网络也能打开。',
	'offline.rooms': '已保存的页面',
	'offline.briefings': '已保存的简报',
	'offline.layers': '简报里的自有图层，在这台设备上联网放映过一次后才保存；超过 50 MB 的不保存。',
	'offline.date': '数据至 {date}',
	'offline.strip': '条带图',
	'offline.waters': '水体',
	'offline.timeline': '时间轴',
	'offline.index': '发展指数',
	'offline.plainhttp.close': '知道了',
	'share.qr': '二维码：{address}',
	'onefile.download': '单文件简报（可离线打开）',
	'onefile.opening': '正在打开简报……',
	'onefile.noscript': '这份简报要在浏览器中打开，并允许运行脚本。',
	'onefile.old': '这个浏览器太旧，打不开这份简报：请用 Chrome、Edge 109 或 Firefox 115 以上的版本。',
	'onefile.broken': '这份简报的文件已损坏，请重新下载。'
};

export const en: Record<keyof typeof zh, string> = {
	'offline.title': 'Offline',
	'offline.lead': 'The server cannot be reached, or the page is not kept on this device. The pages below, and those you have visited, open without a network.',
	'offline.rooms': 'Pages kept',
	'offline.briefings': 'Briefings kept',
	'offline.layers': 'Own layers of a briefing are kept once it was shown on this device with the server at hand; layers over 50 MB are not.',
	'offline.date': 'Data to {date}',
	'offline.strip': 'Strip maps',
	'offline.waters': 'Waters',
	'offline.timeline': 'Timeline',
	'offline.index': 'Development index',
	'offline.plainhttp.close': 'Understood',
	'share.qr': 'QR code: {address}',
	'onefile.download': 'One-file briefing (opens without a network)',
	'onefile.opening': 'Opening the briefing …',
	'onefile.noscript': 'This briefing opens in a browser that may run scripts.',
	'onefile.old': 'This browser is too old for the briefing: use Chrome or Edge 109, Firefox 115, or a newer one.',
	'onefile.broken': 'The file of this briefing is damaged; download it again.'
};

addWords({ zh, en });
