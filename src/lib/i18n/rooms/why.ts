import { addWords } from '../tables.ts';

export const zh = {
	'why.title': '为何在列',
	'why.not': '不在当前问题的答案里。',
	'why.facets': '符合所选的类别、状态、文件等条件。'
};

export const en: Record<keyof typeof zh, string> = {
	'why.title': 'Why it is listed',
	'why.not': 'Not in the answer of the present question.',
	'why.facets': 'It fits the kinds, states, documents and so on that are chosen.'
};

addWords({ zh, en });
