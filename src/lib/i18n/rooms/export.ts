export const zh = {
	'export.title': '导出'
};

export const en: Record<keyof typeof zh, string> = {
	'export.title': 'Export'
};
