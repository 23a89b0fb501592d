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
	| 'no-accuracy' | 'named-not-in-area' | 'own-collective' | 'own-part' | 'family-place' | 'family-twice' | 'family-unlike';

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
	'own-part': (w) => `project ${w.id} is a part of itself; expected "part_of" to lead to a whole. Clear one of the cells in that chain`,
	'family-place': (w) => `family ${w.id} counts ${w.value}, whose scope ${w.scope} is no district; expected one indicator a district. Remove it from "members"`,
	'family-twice': (w) => `family ${w.id} counts two indicators of ${w.scope}: ${w.first} and ${w.value}; expected one a district. Keep one`,
	'family-unlike': (w) => `family ${w.id} counts ${w.value} with ${w.column} "${w.found}" beside "${w.expected}"; expected one definition and unit. Correct the indicator or remove it from "members"`
};

/** One line: file, row, what was found, what was expected, what to do. */
export const describeProblem = (p: Problem): string => `${p.file}${p.row > 0 ? `:${p.row}` : ''} ${messages[p.key](p.with)}.`;
