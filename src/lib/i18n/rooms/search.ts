import { addWords } from '../tables.ts';

export const zh = {
	'search.title': '搜索',
	'search.lead': '在名称、我们写的摘要、条款标题、数字和已载入的官方正文里找。简体、繁体、拼音、首字母、英文都可以；几个词用空格隔开，要同时出现。',
	'search.go': '搜索',
	'search.count': '找到 {n} 条',
	'search.found': '“{text}”：找到 {n} 条',
	'search.none': '没有找到“{text}”。可试简体、繁体、拼音或英文。',
	'search.unreached': '数据没有载入，不能搜索。请检查网络或服务器后重新载入页面。',
	'search.nowords': '请输入汉字、字母或数字。',
	'search.cut': '输入太长，只用了开头的一部分。',
	'search.apart': '没有连着写的，按“{words}”分开找。',
	'search.all': '全部 {n} 条',
	'search.first': '列出前 {n} 条，共 {all} 条。再加一个词可以缩小范围。',
	'search.kinds': '类别',
	'search.everything': '全部类别',
	'search.kind.asset': '自有图层',
	'search.kind.place': '地点',
	'search.kind.project': '项目',
	'search.kind.measure': '措施',
	'search.kind.indicator': '指标',
	'search.kind.document': '文件',
	'search.kind.agency': '机构',
	'search.kind.clause': '条款',
	'search.kind.text': '官方正文'
};

export const en: Record<keyof typeof zh, string> = {
	'search.title': 'Search',
	'search.lead': 'Looks in names, in the summaries we wrote, in headings of clauses, in figures and in the official texts that are loaded. Simplified, traditional, pinyin, initials and English all work; several words, set apart by blanks, have to occur together.',
	'search.go': 'Search',
	'search.count': '{n} found',
	'search.found': '{n} found for “{text}”',
	'search.none': 'Nothing found for “{text}”. Try simplified, traditional, pinyin or English.',
	'search.unreached': 'The data did not load, so nothing can be looked for. Check the network or the server and reload the page.',
	'search.nowords': 'Type characters, letters or figures.',
	'search.cut': 'This is too long; only its beginning was looked for.',
	'search.apart': 'Nothing has them written together; looked for {words} apart.',
	'search.all': 'All {n}',
	'search.first': 'The first {n} of {all}. One more word narrows it down.',
	'search.kinds': 'Kinds',
	'search.everything': 'All kinds',
	'search.kind.asset': 'Own layers',
	'search.kind.place': 'Places',
	'search.kind.project': 'Projects',
	'search.kind.measure': 'Measures',
	'search.kind.indicator': 'Indicators',
	'search.kind.document': 'Documents',
	'search.kind.agency': 'Agencies',
	'search.kind.clause': 'Clauses',
	'search.kind.text': 'Official text'
};

addWords({ zh, en });
