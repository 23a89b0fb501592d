/** What a reading got right of one seed, against the tables (`tables.ts`). Pure; the figures of several seeds are added up in `report.ts`. */
import type { ClauseKind, ClauseText, Findings, PolicyText, Span } from '#lib/domain/policy-text.ts';
import { isWaiting } from './tables.ts';
import type { GoldFigure, GoldTables } from './tables.ts';

export interface Miss {
	what: string;
	at: number;
	expected: string;
	got: string;
}
export interface Score {
	right: number;
	of: number;
	misses: Miss[];
}
export interface SeedScores {
	numbered: Score;
	titled: Score;
	/** Of the clauses that were found, those that end where ours do. */
	ends: Score;
	/** Numbered clauses, places, figures that were reported and no table holds. */
	inventedClauses: Miss[];
	recall: Score;
	precision: Score;
	responsible: Score;
	figures: Score;
	/** Of the figures that were found, those with our comparator and base year. */
	comparators: Score;
	otherFigures: Miss[];
	/** Figures and dates taken from a garbled passage; must be none. */
	guessed: Miss[];
	doubts: Score;
	/** Counted neither for nor against. */
	notJudged: { doubtful: number; waiting: number; younger: number };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const holds = (outer: Span, at: number): boolean => outer.start <= at && at < outer.end;
const numberedKinds: readonly ClauseKind[] = ['chapter', 'part', 'section', 'article', 'item'];
const nothing = '–';

function score(): Score & { add: (miss: Miss | null) => void } {
	const self = { right: 0, of: 0, misses: [] as Miss[], add: (miss: Miss | null): void => {
		self.of++;
		if (miss === null) self.right++;
		else self.misses.push(miss);
	} };
	return self;
}

function scoreClauses(tables: GoldTables, clauses: readonly ClauseText[], isJudged: (span: Span) => boolean, text: string): Pick<SeedScores, 'numbered' | 'titled' | 'ends' | 'inventedClauses'> {
	const [numbered, titled, ends] = [score(), score(), score()];
	const endOf = ({ start, end }: Span): number => start + text.slice(start, end).trimEnd().length;
	for (const row of tables.clauses.filter(({ isDoubtful }) => !isDoubtful)) {
		const homes = tables.stretches.filter(({ kind, document }) => kind === 'document' && document === row.document);
		const inDocument = clauses.filter(({ start }) => homes.some((home) => holds(home, start)));
		const paths = [row.path, row.also];
		const found = inDocument.find(({ start, path }) => start === row.start && paths.includes(path));
		const near = inDocument.find(({ start }) => start === row.start) ?? inDocument.find(({ path }) => paths.includes(path));
		(row.isNumbered ? numbered : titled).add(found ? null : { what: 'clause', at: row.start, expected: row.path, got: near ? `${near.path} @${near.start}` : nothing });
		if (found) ends.add(endOf(found) === row.end ? null : { what: 'clause end', at: row.start, expected: `${row.end}`, got: `${endOf(found)}` });
	}
	const inventedClauses = clauses
		.filter((clause) => numberedKinds.includes(clause.kind) && isJudged(clause) && !tables.clauses.some(({ start }) => start === clause.start))
		.map(({ start, path }): Miss => ({ what: 'invented clause', at: start, expected: nothing, got: path }));
	return { numbered, titled, ends, inventedClauses };
}

/** A place that neither the register of then nor a row of ours holds is younger than the tables: told, not judged. A mention is ours when id and collective agree and the two spans touch: 一体化示范区 and 长三角一体化示范区 are one mention. A member that a collective prints (虹桥—昆山—相城) may stand by its own word inside it as well as by the whole. */
function scorePlaces(tables: GoldTables, findings: readonly Findings[], isJudged: (span: Span) => boolean): Pick<SeedScores, 'recall' | 'precision' | 'notJudged'> {
	const [recall, precision] = [score(), score()];
	const left = findings.flatMap(({ places }) => places).filter(isJudged);
	const doubtful = tables.places.filter((row) => row.isDoubtful && !isWaiting(row));
	const take = (row: (typeof tables.places)[number]) => {
		const isSame = (mention: (typeof left)[number]): boolean => (mention.via ?? '') === row.via && overlaps(mention, row);
		const isPrintedMember = (mention: (typeof left)[number]): boolean => row.via !== '' && mention.via === undefined && mention.start >= row.start && mention.end <= row.end;
		const place = left.findIndex((mention) => mention.id === row.id && (isSame(mention) || isPrintedMember(mention)));
		return place < 0 ? null : left.splice(place, 1)[0]!;
	};
	for (const row of tables.places.filter((one) => !one.isDoubtful && !isWaiting(one))) {
		const found = take(row);
		recall.add(found ? null : { what: 'place', at: row.start, expected: row.via === '' ? row.id : `${row.id} via ${row.via}`, got: left.find((mention) => overlaps(mention, row))?.id ?? nothing });
		if (found) precision.add(null);
	}
	doubtful.forEach(take);
	let younger = 0;
	for (const mention of left) {
		if (!tables.known.has(mention.id) && !tables.places.some(({ id }) => id === mention.id)) younger++;
		else precision.add({ what: 'place too many', at: mention.start, expected: nothing, got: mention.via ? `${mention.id} via ${mention.via}` : mention.id });
	}
	return { recall, precision, notJudged: { doubtful: doubtful.length, waiting: tables.places.filter(isWaiting).length, younger } };
}

const plain = (unit: string): string => unit.normalize('NFKC').replaceAll(' ', '');
const isSameFigure = (row: GoldFigure, { value, valueMin, valueMax }: { value: number | null; valueMin: number | null; valueMax: number | null }): boolean =>
	row.value === null ? value === null && valueMin === row.valueMin && valueMax === row.valueMax : value === row.value;

function scoreFigures(tables: GoldTables, findings: readonly Findings[], isJudged: (span: Span) => boolean): Pick<SeedScores, 'figures' | 'comparators' | 'otherFigures'> {
	const [figures, comparators] = [score(), score()];
	const all = findings.flatMap((one) => one.figures).filter(isJudged);
	const tell = ({ value, valueMin, valueMax, unit, year }: (typeof all)[number]): string => `${value ?? `${valueMin}–${valueMax}`} ${unit}, ${year ?? 'no year'}`;
	for (const row of tables.figures.filter(({ isDoubtful }) => !isDoubtful)) {
		const touching = all.filter((figure) => overlaps(figure, row));
		const found = touching.find((figure) => isSameFigure(row, figure) && row.units.map(plain).includes(plain(figure.unit)) && row.years.includes(figure.year));
		figures.add(found ? null : { what: 'figure', at: row.start, expected: `${row.value ?? `${row.valueMin}–${row.valueMax}`} ${row.units[0]}, ${row.years[0] ?? 'no year'}`, got: touching[0] ? tell(touching[0]) : nothing });
		if (!found) continue;
		const isRight = row.comparators.includes(found.comparator) && row.baseYear === found.baseYear;
		comparators.add(isRight ? null : { what: 'comparator', at: row.start, expected: `${row.comparators[0]} ${row.baseYear ?? ''}`.trim(), got: `${found.comparator} ${found.baseYear ?? ''}`.trim() });
	}
	const otherFigures = all.filter((figure) => !tables.figures.some((row) => overlaps(figure, row))).map((figure): Miss => ({ what: 'figure of no table', at: figure.start, expected: nothing, got: tell(figure) }));
	return { figures, comparators, otherFigures };
}

/** A line is right when it gives exactly its units, each once: by id, or by the words printed. */
function scoreResponsible(tables: GoldTables, findings: readonly Findings[]): Score {
	const lines = score();
	const agencies = findings.flatMap((one) => one.agencies).filter(({ role }) => role === 'responsible');
	for (const row of tables.responsible) {
		const inLine = agencies.filter(({ start }) => holds(row, start));
		const left = [...inLine];
		const isRight = row.units.every((unit, i) => {
			const place = left.findIndex(({ id, text }) => id === row.ids[i] || plain(text) === plain(unit));
			return place >= 0 && left.splice(place, 1).length === 1;
		});
		lines.add(isRight && left.length === 0 ? null : { what: 'responsible', at: row.start, expected: `${row.clause}: ${row.units.join(' + ')}`, got: inLine.map(({ text }) => text).join(' + ') || nothing });
	}
	return lines;
}

/** Compares one reading with the rows of one seed (`tables` holds no other); `text` is the original. */
export function compareSeed(tables: GoldTables, policy: PolicyText, text: string): SeedScores {
	const clauses = policy.documents.flatMap((document) => document.clauses);
	const findings: Findings[] = [...policy.documents, ...clauses];
	const isJudged = ({ start }: Span): boolean => {
		const around = tables.stretches.filter((stretch) => holds(stretch, start));
		return around.length > 0 && around.every(({ kind }) => kind === 'document');
	};
	const taken = findings.flatMap(({ figures, dates }) => [...figures, ...dates]);
	const doubts = score();
	for (const row of tables.doubts.filter((one) => !one.isDoubtful && isJudged(one))) {
		doubts.add(findings.some((one) => one.doubts.some((doubt) => overlaps(doubt, row))) ? null : { what: 'doubt', at: row.start, expected: 'flagged', got: nothing });
	}
	return {
		...scoreClauses(tables, clauses, isJudged, text), ...scorePlaces(tables, findings, isJudged), ...scoreFigures(tables, findings, isJudged), responsible: scoreResponsible(tables, findings), doubts,
		guessed: tables.garbled.flatMap((row) => taken.filter((one) => overlaps(one, row)).map((one): Miss => ({ what: 'guessed', at: one.start, expected: nothing, got: one.text })))
	};
}

/** The rows of one seed. */
export function tablesOf(tables: GoldTables, seed: string): GoldTables {
	const own = <T extends { seed: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.seed === seed);
	const { stretches, clauses, places, figures, responsible, doubts, garbled, known } = tables;
	return { stretches: own(stretches), clauses: own(clauses), places: own(places), figures: own(figures), responsible: own(responsible), doubts: own(doubts), garbled: own(garbled), known };
}
