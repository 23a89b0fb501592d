export const zh = {
	'subnav.changes': '改动记录'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.changes': 'Changes'
};
