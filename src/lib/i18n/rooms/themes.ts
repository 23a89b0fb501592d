export const zh = {
	'themes.title': '专题图'
};

export const en: Record<keyof typeof zh, string> = {
	'themes.title': 'Thematic map'
};
