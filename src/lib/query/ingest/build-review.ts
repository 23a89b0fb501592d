/**
 * A reading and the dataset made into rows to decide on: documents, clauses, measures, projects, targets and links, each with what it rests on and what is still
 * to be filled. Built anew after each correction. Nothing is copied but names, numbers and printed headings; a summary is the planner's to write.
 */
import type { Dataset, Indicator } from '../../domain/dataset.ts';
import type { Candidate, ClauseText, DocumentText, PolicyText } from '../../domain/policy-text.ts';
import type { Cells, Edits, Review, ReviewDocument, ReviewKind, ReviewRow } from '../../domain/review.ts';
import { factorTo } from '../figures/units.ts';
import { missingIn } from './fields.ts';
import { knownIn } from './known.ts';
import type { Known } from './known.ts';
import { arabicPath, documentId, freeId, projectId } from './own-ids.ts';
import { agenciesOf, comparators, figuresOf, guessProjectKind, isoDate, kindOfClause } from './read-cells.ts';

export interface Reading {
	name: string;
	text: string;
	policy: PolicyText;
	/** One list for each document of `policy`, in their order. */
	candidates: readonly Candidate[][];
}

/** What is added to a row once its own cells are known. */
type Draft = Omit<ReviewRow, 'missing' | 'isKnown' | 'collection' | 'also' | 'needs' | 'confidence' | 'reason' | 'places'> & Partial<Pick<ReviewRow, 'also' | 'needs' | 'confidence' | 'reason' | 'places'>>;

const collectionOf = { document: 'documents', clause: 'clauses', measure: 'measures', project: 'projects', target: 'targets', link: 'links' } as const satisfies Record<ReviewKind, ReviewRow['collection']>;
const printed = { zh: '按标题和编号读出', en: 'Read by its title or number' };

export function buildReview(reading: Reading, dataset: Dataset, edits: Edits = {}): Review {
	const known = knownIn(dataset);
	const desk = createDesk(known, dataset, edits);
	const seen = new Set<string>();
	const documents = reading.policy.documents.map((document, index): ReviewDocument => {
		const id = idOfDocument(document, index, reading, known, edits);
		const isKnown = known.documents.has(id);
		const isRepeat = document.clauses.length > 0 && seen.has(id);
		if (document.clauses.length > 0 && !isRepeat) addDocument(desk, document, index, id, reading.candidates[index] ?? []);
		if (document.clauses.length > 0) seen.add(id);
		return { title: document.title, id, clauses: document.clauses.length, isKnown, isRepeat };
	});
	tieLinks(desk.rows, dataset);
	return { rows: desk.rows, byKey: new Map(desk.rows.map((row) => [row.key, row])), documents };
}

/** What a link needs is whatever of the review it names; what it names has to be somewhere. */
function tieLinks(rows: readonly ReviewRow[], { measures, projects, indicators }: Dataset): void {
	const keys = new Map(rows.flatMap(({ kind, id, key }): [string, string][] => (kind === 'measure' || kind === 'project' || kind === 'clause' ? [[`${kind}:${id}`, key]] : [])));
	const there = new Set([...measures.map(({ id }) => `measure:${id}`), ...projects.map(({ id }) => `project:${id}`), ...indicators.map(({ id }) => `indicator:${id}`)]);
	for (const { kind, cells, needs, missing } of rows) {
		if (kind !== 'link') continue;
		needs.push(...[cells.from!, cells.to!].flatMap((ref) => keys.get(ref) ?? []));
		if (cells.from !== '' && !keys.has(cells.from!) && !there.has(cells.from!)) missing.push('from');
	}
}

/** What the planner typed counts, then what the reader recognised, then a title that the dataset has, then one made of the title. */
const idOfDocument = ({ title, id }: DocumentText, index: number, { name }: Reading, known: Known, edits: Edits): string => edits[`${index}/document`]?.id || id || known.documentTitled(title) || documentId(title || name);

interface Desk {
	known: Known;
	edits: Edits;
	rows: ReviewRow[];
	indicators: ReadonlyMap<string, Indicator>;
	taken: { measures: Set<string>; targets: Set<string> };
	projects: Map<string, string>;
	add(draft: Draft, isKnown: (cells: Cells) => boolean): ReviewRow;
}

function createDesk(known: Known, { indicators, targets }: Dataset, edits: Edits): Desk {
	const rows: ReviewRow[] = [];
	const seen = new Set<string>();
	return {
		known, edits, rows, indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])), taken: { measures: new Set(known.measures), targets: new Set(targets.map(({ id }) => id)) }, projects: new Map(),
		add(draft, isKnown) {
			const typed = edits[draft.key];
			const cells = { ...draft.cells, ...typed };
			const missing = missingIn(draft.kind, cells);
			// A kind that was guessed from the name counts when somebody has looked at it.
			if (draft.kind === 'project' && typed?.kind === undefined && !missing.includes('kind')) missing.push('kind');
			const id = draft.kind === 'link' ? `${cells.from} → ${cells.to}` : draft.id;
			const row: ReviewRow = { also: [], confidence: 'high', reason: printed, places: [], ...draft, id, cells, missing, needs: [...(draft.needs ?? [])], collection: collectionOf[draft.kind], isKnown: isKnown(cells) };
			if (!seen.has(row.key)) rows.push(row);
			seen.add(row.key);
			return row;
		}
	};
}

function addDocument(desk: Desk, document: DocumentText, index: number, id: string, candidates: readonly Candidate[]): void {
	const { known } = desk;
	const key = `${index}/document`;
	const issuer = known.agencyNamed(document.issuer);
	const title = document.title;
	desk.add({
		key, kind: 'document', document: index, path: '', words: title, id, at: { start: document.start, end: Math.min(document.end, document.clauses[0]!.start) },
		cells: { id, title_zh: title, short_zh: [...title].length <= 20 ? title : '', issuers: issuer, date_issued: isoDate(document.issued), in_force: 'unknown' }
	}, () => known.documents.has(id));
	const measureKind = kindOfMeasures(desk, index, id);
	const byClause = Map.groupBy(candidates, ({ clause }) => clause);
	document.clauses.forEach((clause, order) => {
		const spot: Spot = { index, document: id, clause, id: `${id}#${clause.path}`, key: `${index}/clause/${clause.path}`, order: order + 1, measureKind };
		addClause(desk, spot);
		const own = byClause.get(clause.path) ?? [];
		const from = addMeasure(desk, spot, own.find(({ kind }) => kind === 'measure'));
		for (const one of own) {
			if (one.kind === 'project') addProject(desk, spot, one);
			if (one.kind === 'target') addTarget(desk, spot, one);
			if (one.kind === 'link' && !isOfItsCollective(one, own)) addLink(desk, spot, one, from);
		}
	});
}

interface Spot {
	index: number;
	/** Id of the document. */
	document: string;
	clause: ClauseText;
	/** Id and row key of the clause. */
	id: string;
	key: string;
	order: number;
	/** Kind of the document's measures, as far as it is told. */
	measureKind: string;
}

/** As its measures in the dataset are, else as the planner said of one of them, else as the document is called. */
function kindOfMeasures({ known, edits }: Desk, index: number, id: string): string {
	const there = known.measureKindOf(id);
	const typed = Object.entries(edits).find(([key, cells]) => key.startsWith(`${index}/measure/`) && (cells.kind ?? '') !== '')?.[1].kind;
	const byDocument: Record<string, string> = { 'policy-measures': 'policy', 'action-plan': 'action' };
	return there || (typed ?? byDocument[edits[`${index}/document`]?.kind ?? ''] ?? '');
}

const parentOf = ({ document, clause }: Spot): string => (clause.parent === '' ? '' : `${document}#${clause.parent}`);

function addClause(desk: Desk, spot: Spot): void {
	const { index, clause, document, id, key, order } = spot;
	desk.add({
		key, kind: 'clause', document: index, path: clause.path, words: clause.heading || clause.path, id, at: clause, needs: [`${index}/document`, ...(clause.parent === '' ? [] : [`${index}/clause/${clause.parent}`])],
		cells: { id, document, kind: kindOfClause[clause.kind], parent: parentOf(spot), order: String(order), heading_zh: clause.heading, figures: figuresOf(clause), agencies: agenciesOf(clause), garbled: clause.doubts.length > 0 ? 'yes' : 'no' }
	}, () => desk.known.clauses.has(id));
}

/** Gives the measure that links of the clause start from: one of the dataset, else the one proposed here; empty where there is none. */
function addMeasure(desk: Desk, spot: Spot, candidate: Candidate | undefined): string {
	const { index, clause, id, key: needed, order, measureKind } = spot;
	const [there] = desk.known.measuresOf(id);
	if (!candidate) return there ? `measure:${there.id}` : '';
	const own = there?.id ?? freeId(`${spot.document}-${arabicPath(clause.path)}`, desk.taken.measures);
	const row = desk.add({
		...fromCandidate(candidate), key: `${index}/measure/${clause.path}`, kind: 'measure', document: index, path: clause.path, words: candidate.text, id: own, needs: [needed],
		cells: { id: own, document: spot.document, clause: id, section: parentOf(spot) || id, order: String(order), kind: measureKind, domain: '', zh: clause.heading, title_basis: 'official', lead_agencies: agenciesOf(clause) }
	}, () => there !== undefined);
	// A printed heading is exact; whatever somebody typed is ours.
	if (row.cells.zh !== clause.heading) row.cells.title_basis = 'ours';
	return `measure:${own}`;
}

const fromCandidate = ({ confidence, reason, places, start, end }: Candidate) => ({ confidence, reason, places, at: { start, end } });

function addProject(desk: Desk, spot: Spot, candidate: Candidate): void {
	const { known } = desk;
	const { index, clause, id: clauseId, key: clauseKey } = spot;
	const there = known.projectNamed(candidate.text) || (known.projects.has(projectId(candidate.text)) ? projectId(candidate.text) : '');
	const id = there || projectId(candidate.text);
	const first = desk.projects.get(id);
	const key = first ?? `${index}/project/${clause.path}/${candidate.start}`;
	const toClause: Cells = { from: `project:${id}`, to: `clause:${clauseId}`, basis: 'named' };
	if (first === undefined) {
		desk.projects.set(id, key);
		const guess = guessProjectKind(candidate.text);
		desk.add({
			...fromCandidate(candidate), key, kind: 'project', document: index, path: clause.path, words: candidate.text, id, needs: [clauseKey], also: there ? [] : [toClause],
			cells: { id, zh: candidate.text, kind: guess, confidence: candidate.confidence }
		}, () => there !== '');
	}
	const link = (to: string, end: string): void => void desk.add({
		...fromCandidate(candidate), key: `${index}/link/${clause.path}/${candidate.start}/${end}`, kind: 'link', document: index, path: clause.path, words: candidate.text, id: '',
		cells: { from: `project:${id}`, to, basis: 'named' }
	}, ({ from, to: now }) => known.hasLink(from!, now!));
	if (first !== undefined || there) link(`clause:${clauseId}`, 'clause');
	for (const place of candidate.places) link(`place:${place}`, `of/${place}`);
}

function addTarget(desk: Desk, { index, clause, id: clauseId, key }: Spot, candidate: Candidate): void {
	const figure = candidate.figure!;
	const [min, max] = [figure.valueMin ?? figure.value, figure.valueMax ?? figure.value].map((value) => (value === null ? '' : String(value)));
	const id = freeId(`${clauseId.slice(0, clauseId.indexOf('#'))}-${arabicPath(clause.path)}-target`, desk.taken.targets);
	const row = desk.add({
		...fromCandidate(candidate), key: `${index}/target/${clause.path}/${candidate.start}`, kind: 'target', document: index, path: clause.path, words: `${figure.what} ${figure.text}`, id, needs: [key],
		cells: { id, value_text: figure.value === null ? figure.text : String(figure.value), value_min: min!, value_max: max!, comparator: comparators[figure.comparator] ?? '', year: figure.year === null ? '' : String(figure.year), clause: clauseId }
	}, (cells) => desk.known.hasTarget({ clause: cells.clause!, indicator: cells.indicator ?? '', value: cells.value_min ?? '', year: cells.year ?? '' }));
	const typed = desk.edits[row.key]?.value_text;
	if (typed !== undefined) row.cells.value_min = row.cells.value_max = /^-?\d+(\.\d+)?$/.test(typed) ? typed : '';
	const indicator = desk.indicators.get(row.cells.indicator ?? '');
	// The value has to stand in the indicator's unit; where the text has another one, somebody says the value.
	if (typed === undefined && indicator && factorTo(indicator, figure.unit) !== 1) row.missing.push('value_text');
}

/** A collective that is a place of ours is linked itself; its members show it as come by it. */
const isOfItsCollective = (link: Candidate, own: readonly Candidate[]): boolean => link.rule === 'collective-named' && own.some(({ kind, rule, start, end }) => kind === 'link' && rule !== 'collective-named' && start === link.start && end === link.end);

function addLink(desk: Desk, { index, clause }: Spot, candidate: Candidate, from: string): void {
	const [place] = candidate.places;
	const isPrinted = candidate.rule === 'place-named' || candidate.rule === 'zone-named';
	desk.add({
		...fromCandidate(candidate), key: `${index}/link/${clause.path}/${candidate.start}/${place}`, kind: 'link', document: index, path: clause.path, words: candidate.text, id: '',
		cells: { from, to: `place:${place}`, basis: isPrinted ? 'named' : 'inferred' }
	}, (cells) => desk.known.hasLink(cells.from!, cells.to!));
}
