/** One thing wrong with the data, said so that the person who edits the file can mend it. */
export interface Problem {
	/** Path below `geodata/`, e.g. `catalogue/links.csv`. */
	file: string;
	/** Line of a CSV record or number of a feature, both counted from 1; 0 for the whole file. */
	row: number;
	key: ProblemKey;
	/** Words that fill the message: the value found, the column, what was expected. */
	with: Record<string, string | number>;
	/** A warning is printed and does not stop the app. */
	level: 'error' | 'warning';
}

export type ProblemKey =
	| 'unreadable' | 'bad-csv' | 'no-header' | 'missing-column' | 'unknown-column' | 'missing-value' | 'bad-value' | 'bad-id' | 'duplicate-id' | 'duplicate-link' | 'unknown-ref'
	| 'missing-translation' | 'no-link' | 'no-status' | 'bad-range' | 'bad-json' | 'bad-feature' | 'open-ring' | 'short-ring' | 'crossed-ring' | 'outside-china' | 'swapped-coordinates'
	| 'no-accuracy' | 'named-not-in-area' | 'own-collective' | 'own-part' | 'family-place' | 'family-twice' | 'family-unlike' | 'bad-briefing';

const messages: Record<ProblemKey, (w: Problem['with']) => string> = {
	unreadable: (w) => `the file cannot be read (${w.reason}); expected UTF-8 text. Save it as UTF-8 and try again`,
	'bad-csv': (w) => `broken CSV: ${w.reason}. Check the quotes and the number of cells in this row`,
	'no-header': () => `the first line is empty; expected the column names. Add the header line of docs/data-format.md`,
	'missing-column': (w) => `column "${w.column}" is missing; expected it in the header. Add the column`,
	'unknown-column': (w) => `column "${w.column}" is not known; it is kept and not used. Correct the name or remove it`,
	'missing-value': (w) => `"${w.column}" is empty; expected a value. Fill it in or remove the row`,
	'bad-value': (w) => `"${w.column}" is "${w.value}"; expected ${w.expected}. Correct the cell`,
	'bad-id': (w) => `id "${w.value}" is not well formed; expected ${w.expected}. Correct the id`,
	'duplicate-id': (w) => `id "${w.value}" stands already in row ${w.first}; expected ids to be unique. Rename or remove one`,
	'duplicate-link': (w) => `the link ${w.value} stands already in row ${w.first}. Remove one`,
	'unknown-ref': (w) => `${w.owner} names unknown ${w.kind} ${w.value} in "${w.column}". Correct the id or add the ${w.kind}`,
	'missing-translation': (w) => `"${w.column}" is filled and "${w.other}" is empty; expected both languages. Add the translation`,
	'no-link': (w) => `measure ${w.value} is linked to nothing; expected at least one row in links.csv. Add an area-wide link if it names no place`,
	'no-status': (w) => `project ${w.value} has no status; expected at least one row in statuses.csv. Add what was last reported`,
	'bad-range': (w) => `"value_min" ${w.min} is above "value_max" ${w.max}. Swap the two`,
	'bad-json': (w) => `not valid JSON: ${w.reason}. Correct the file`,
	'bad-feature': (w) => `${w.reason}; expected ${w.expected}. Correct the feature`,
	'open-ring': (w) => `ring ${w.ring} of ${w.id} is not closed; expected first and last position to be the same. Repeat the first position at the end`,
	'short-ring': (w) => `ring ${w.ring} of ${w.id} has ${w.count} positions; expected at least 4. Complete or remove the ring`,
	'crossed-ring': (w) => `a ring of ${w.id} crosses itself near ${w.at}; expected a simple ring. Redraw that corner`,
	'outside-china': (w) => `position ${w.at} of ${w.id} is outside China; expected longitude 73–136, latitude 3–54. Check the datum and the digits`,
	'swapped-coordinates': (w) => `position ${w.at} of ${w.id} looks swapped; expected longitude first, then latitude. Swap the two numbers`,
	'no-accuracy': (w) => `${w.id} has geometry and no accuracy; expected a class and metres. Declare both`,
	'named-not-in-area': (w) => `${w.value} has basis "${w.basis}" to ${w.to}, which is no zone; expected a zone, district or collective. Correct the basis`,
	'own-collective': (w) => `${w.id} is a member of itself. Remove it from its members`,
	'bad-briefing': (w) => `${w.reason}; expected ${w.expected}. Correct the briefing`,
	'own-part': (w) => `project ${w.id} is a part of itself; expected "part_of" to lead to a whole. Clear one of the cells in that chain`,
	'family-place': (w) => `family ${w.id} counts ${w.value}, whose scope ${w.scope} is no district; expected one indicator a district. Remove it from "members"`,
	'family-twice': (w) => `family ${w.id} counts two indicators of ${w.scope}: ${w.first} and ${w.value}; expected one a district. Keep one`,
	'family-unlike': (w) => `family ${w.id} counts ${w.value} with ${w.column} "${w.found}" beside "${w.expected}"; expected one definition and unit. Correct the indicator or remove it from "members"`
};

/** What was expected, as the reader words it, in Chinese. */
const expectedInChinese: [RegExp, string][] = [
	[/^a plain number$/, '数字（不带单位和千分号）'], [/^YYYY, YYYY-MM or YYYY-MM-DD$/, 'YYYY、YYYY-MM 或 YYYY-MM-DD'], [/^"yes", "no" or nothing$/, 'yes、no 或留空'],
	[/^one of (.+) or nothing$/, '以下之一：$1，或留空'], [/^one of (.+)$/, '以下之一：$1'], [/^kind:id with kind one of (.+)$/, '“类别:编号”，类别为以下之一：$1'], [/^lower-case words joined by "-".*$/, '小写字母与数字，以“-”相连'],
	[/^document#path$/, '“文件#条款号”'], [/^a list of words.*$/, '词语列表'], [/^the id of a place$/, '地点编号']
];
const inChinese = (expected: string | number | undefined): string => {
	const found = expectedInChinese.find(([pattern]) => pattern.test(String(expected)));
	return found ? String(expected).replace(...found) : String(expected ?? '');
};

const kindsInChinese: Record<string, string> = {
	measure: '措施', project: '项目', indicator: '指标', clause: '条款', document: '文件', agency: '机构', source: '来源', place: '地点', observation: '监测值', milestone: '节点', conflict: '分歧', targets: '目标', statuses: '状态', quantities: '数量'
};
/** `project line-works` → `项目 line-works`. */
export const ownerInChinese = (owner: string | number | undefined): string => String(owner ?? '').replace(/^\w+/, (kind) => kindsInChinese[kind] ?? kind);

/** For what a planner can bring about by changing rows; what only the drawing of places can break is said in English. */
const chineseMessages: Partial<Record<ProblemKey, (w: Problem['with']) => string>> = {
	unreadable: () => '文件无法读取；应为 UTF-8 文本。请另存为 UTF-8 后再试',
	'bad-csv': () => 'CSV 格式有误。请检查这一行的引号和列数',
	'no-header': () => '第一行为空，应为列名。请补上列名',
	'missing-column': (w) => `缺少“${w.column}”列。请补上这一列`,
	'unknown-column': (w) => `“${w.column}”列无法识别，未采用。请改正列名或删除此列`,
	'missing-value': (w) => `“${w.column}”为空，此项必填。请填写，或删除这一行`,
	'bad-value': (w) => `“${w.column}”为“${w.value}”，应为${inChinese(w.expected)}。请改正`,
	'bad-id': (w) => `编号“${w.value}”格式不对，应为${inChinese(w.expected)}。请改正编号`,
	'duplicate-id': (w) => `编号“${w.value}”与第 ${w.first} 行重复。请改名或删去一行`,
	'duplicate-link': (w) => `关联 ${w.value} 与第 ${w.first} 行重复。请删去一行`,
	'unknown-ref': (w) => `${ownerInChinese(w.owner)} 的“${w.column}”引用了不存在的${ownerInChinese(w.kind)} ${w.value}。请改正编号，或先添加该条`,
	'missing-translation': (w) => `“${w.other}”已填而“${w.column}”为空，中英文须成对。请补上`,
	'no-link': (w) => `措施 ${w.value} 没有任何关联。请至少保留一条`,
	'no-status': (w) => `项目 ${w.value} 没有任何状态。请至少填一条最近的报道`,
	'bad-range': (w) => `“value_min” ${w.min} 大于“value_max” ${w.max}。请对调`,
	'bad-json': () => '不是有效的 JSON。请改正文件',
	'named-not-in-area': (w) => `${w.value} 以“${w.basis}”关联到 ${w.to}，而后者不是区域。请改正依据`,
	'own-part': (w) => `项目 ${w.id} 成了自己的一部分。请改正“part_of”`
};

/** One line: file, row, what was found, what was expected, what to do. */
export const describeProblem = (p: Problem): string => `${p.file}${p.row > 0 ? `:${p.row}` : ''} ${messages[p.key](p.with)}.`;
/** The same without file and row, in both languages. */
export const sayProblem = (p: Problem): { zh: string; en: string } => {
	const en = messages[p.key](p.with);
	return { zh: `${chineseMessages[p.key]?.(p.with) ?? en}。`, en: `${en[0]!.toUpperCase()}${en.slice(1)}.` };
};
