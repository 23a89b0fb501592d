export const zh = {
	'subnav.waters': '水上目标'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.waters': 'Waters'
};
