export const zh = {
	'subnav.timeline': '时间线'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.timeline': 'Timeline'
};
