/** A workbook to be written, as plain data: what the downloads and the templates share. Text stays text, whatever it begins with. */
export type BookCell = string | number | null;

export interface BookColumn {
	/** Characters. */
	width: number;
	/** Kept as text by the spreadsheet, so that `2024-05` becomes no date. */
	isText?: boolean;
	/** Range with the words of the drop-down, e.g. `'编号 Ids'!$A$4:$A$112`. */
	offers?: string;
	/** Words that are not offered are refused while typing. */
	isStrict?: boolean;
	/** Shown while the cell is being filled in. */
	hint?: string;
}

export interface BookSheet {
	name: string;
	columns: BookColumn[];
	rows: BookCell[][];
	/** Rows that stay in sight. */
	headRows: number;
	/** Rows with an empty look for what is not data: from 1. */
	exampleRow?: number;
	/** Rows below the head that carry drop-downs. */
	openRows?: number;
}
