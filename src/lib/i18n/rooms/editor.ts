export const zh = {
	'briefings.nav': '简报'
};

export const en: Record<keyof typeof zh, string> = {
	'briefings.nav': 'Briefings'
};
