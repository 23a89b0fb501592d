export const zh = {
	'onefile.download': '单文件简报（可离线打开）',
	'onefile.opening': '正在打开简报……',
	'onefile.noscript': '这份简报要在浏览器中打开，并允许运行脚本。',
	'onefile.old': '这个浏览器太旧，打不开这份简报：请用 Chrome、Edge 109 或 Firefox 115 以上的版本。',
	'onefile.broken': '这份简报的文件已损坏，请重新下载。'
};

export const en: Record<keyof typeof zh, string> = {
	'onefile.download': 'One-file briefing (opens without a network)',
	'onefile.opening': 'Opening the briefing …',
	'onefile.noscript': 'This briefing opens in a browser that may run scripts.',
	'onefile.old': 'This browser is too old for the briefing: use Chrome or Edge 109, Firefox 115, or a newer one.',
	'onefile.broken': 'The file of this briefing is damaged; download it again.'
};
