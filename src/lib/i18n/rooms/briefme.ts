export const zh = {
	'briefme.action': '就此生成简报'
};

export const en: Record<keyof typeof zh, string> = {
	'briefme.action': 'Brief me on this'
};
