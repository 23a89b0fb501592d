export const zh = {
	'present.title': '放映'
};

export const en: Record<keyof typeof zh, string> = {
	'present.title': 'Present'
};
