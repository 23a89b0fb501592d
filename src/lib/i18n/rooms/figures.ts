export const zh = {
	'subnav.figures': '自有数据'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.figures': 'Own figures'
};
