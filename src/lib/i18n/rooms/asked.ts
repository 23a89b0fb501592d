import { addWords } from '../tables.ts';

export const zh = {
	'asked.scope.schematic': '所问范围（示意线位，± {accuracy}）'
};

export const en: Record<keyof typeof zh, string> = {
	'asked.scope.schematic': 'Area asked for (schematic line, ± {accuracy})'
};

addWords({ zh, en });
