import { addWords } from '../tables.ts';

export const zh = {
	'export.title': '导出'
};

export const en: Record<keyof typeof zh, string> = {
	'export.title': 'Export'
};

addWords({ zh, en });
