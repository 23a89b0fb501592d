import { addWords } from '../tables.ts';

export const zh = {
	'offline.title': '离线使用'
};

export const en: Record<keyof typeof zh, string> = {
	'offline.title': 'Offline'
};

addWords({ zh, en });
