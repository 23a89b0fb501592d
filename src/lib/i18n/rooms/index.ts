export const zh = {
	'subnav.index': '发展指数'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.index': 'Index'
};
