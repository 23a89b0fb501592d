import { addWords } from '../tables.ts';

export const zh = {
	'asknote.label': '关于这个答案',
	'asknote.ties': '{question}：{ties}。',
	'asknote.tie': '{kind}第 {n} 名有并列，共列 {taken} 项',
	'asknote.join': '；',
	'asknote.through': '其中{counts}只经由{names}列出。',
	'asknote.through.more': '其中{counts}只经由{names}等统称列出。',
	'asknote.part': '{question}：来源没有说明{names}哪一段算，其上的记录没有列出。',
	'asknote.count': '{kind} {n} 项',
	'asknote.drop': '不算这些',
	'asknote.dropped': '只经由统称（如一河三湖）提到这里的记录没有列出。',
	'asknote.back': '也算上'
};

export const en: Record<keyof typeof zh, string> = {
	'asknote.label': 'About this answer',
	'asknote.ties': '{question}: {ties}.',
	'asknote.tie': '{kind} tie at number {n}; listed: {taken}',
	'asknote.join': '; ',
	'asknote.through': 'Here only through {names}: {counts}.',
	'asknote.through.more': 'Here only through {names} and other collectives: {counts}.',
	'asknote.part': '{question}: no source says which part of {names} counts, so what stands on it is not listed.',
	'asknote.count': '{kind} ({n})',
	'asknote.drop': 'Leave them out',
	'asknote.dropped': 'Records that only a collective (such as One River Three Lakes) brings here are left out.',
	'asknote.back': 'Count them too'
};

addWords({ zh, en });
