export const zh = {
	'office.title': '导出 Office 文件'
};

export const en: Record<keyof typeof zh, string> = {
	'office.title': 'Office files'
};
