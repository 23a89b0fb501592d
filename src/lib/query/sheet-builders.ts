/** One sheet a collection: only rows that belong to records inside the filter, each with its sources; the sources that were used come last. */
import '../i18n/rooms/briefme.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Link, Ref } from '../domain/dataset.ts';
import type { Filter } from '../domain/view.ts';
import { say } from '../i18n/index.ts';
import type { Key } from '../i18n/index.ts';
import { wordOf } from '../i18n/words.ts';
import { reasonOf, titleOf } from './cards.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';
import { judgementsOf } from './progress-all.ts';
import type { RecordSheet, SheetCell, SheetColumn } from './record-sheets.ts';
import { textOf } from './table-csv.ts';
import { whyListed, whySpace } from './why.ts';

export interface Chosen {
	query: Query;
	writer: Writer;
	filter: Filter;
	projects: readonly string[];
	measures: readonly string[];
	indicators: readonly string[];
	/** Ids of the sources that the sheets so far rest on. */
	used: Set<string>;
}
type Build = (chosen: Chosen) => RecordSheet;
type Head = [key: Key, width: number, type?: SheetColumn['type']];

const sheet = ({ writer: { t } }: Chosen, name: Key, heads: readonly Head[], rows: SheetCell[][]): RecordSheet => ({ name: t(name), columns: heads.map(([key, width, type]) => ({ title: t(key), type: type ?? 'text', width })), rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) });
const sourced: Head[] = [['briefme.col.sources', 40], ['briefme.col.sourceids', 18]];

/** Outlets with dates, and ids: whoever filters the sheet of sources finds them again. */
function sourcesOf({ query: { atlas }, writer: { lang }, used }: Chosen, ids: readonly string[]): SheetCell[] {
	for (const id of ids) used.add(id);
	return [citeSources(atlas, lang, ids).map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; '), ids.join('; ')];
}
const agencies = ({ query: { atlas }, writer: { lang } }: Chosen, ids: readonly string[]): string => ids.map((id) => titleOf(atlas, lang, `agency:${id}`)).join('; ');
const places = ({ query: { atlas }, writer: { lang } }: Chosen, ids: readonly string[]): string => ids.filter(Boolean).map((id) => titleOf(atlas, lang, `place:${id}`)).join('; ');
const why = ({ query: { atlas, index }, writer: { lang, t }, filter }: Chosen, ref: string): string => textOf(t, { type: 'reasons', gaps: [], reasons: whyListed(atlas, ref, filter).map((reach) => reasonOf(atlas, lang, reach)!), space: whySpace(index, ref, filter, lang) });

const measures: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.measures', [['briefme.col.id', 18], ['briefme.col.name', 40], ['briefme.col.document', 14], ['briefme.col.clause', 18], ['briefme.col.domain', 12], ['briefme.col.leads', 30], ['briefme.col.supports', 30], ['briefme.col.period', 12, 'date'], ['briefme.col.why', 24], ...sourced], chosen.measures.map((id) => {
		const m = atlas.measure.get(id)!;
		return [id, nameOf(lang, m), pick(lang, atlas.document.get(m.document)!, 'short'), citeClause(atlas, lang, m.clause)?.short ?? '', say(t, 'domain', m.domain), agencies(chosen, m.leadAgencies), agencies(chosen, m.supportingAgencies), m.period, why(chosen, `measure:${id}`), ...sourcesOf(chosen, m.sources)];
	}));
};

const projects: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.projects', [['briefme.col.id', 18], ['briefme.col.name', 36], ['briefme.col.kind', 12], ['briefme.col.status', 10], ['briefme.col.statusdate', 12, 'date'], ['briefme.col.start', 12, 'date'], ['briefme.col.finishplanned', 12, 'date'], ['briefme.col.finishactual', 12, 'date'], ['briefme.col.districts', 20], ['briefme.col.corridor', 18], ['briefme.col.partof', 18], ['briefme.col.leads', 30], ['briefme.col.confidence', 8], ['briefme.col.why', 24], ['briefme.col.note', 40], ...sourced], chosen.projects.map((id) => {
		const p = atlas.project.get(id)!;
		const status = atlas.statuses(id)[0];
		return [id, nameOf(lang, p), say(t, 'kind', p.kind), say(t, 'status', status?.status ?? 'unknown'), status?.date ?? '', p.start, p.finishPlanned, p.finishActual, places(chosen, p.districts), places(chosen, [p.corridor]), p.partOf, agencies(chosen, p.leadAgencies), p.confidence, why(chosen, `project:${id}`), pick(lang, p, 'note'), ...sourcesOf(chosen, p.sources)];
	}));
};

const statuses: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.statuses', [['briefme.col.record', 18], ['briefme.col.recordname', 36], ['briefme.col.status', 10], ['briefme.col.date', 12, 'date'], ['briefme.col.note', 40], ...sourced], chosen.projects.flatMap((id) => atlas.statuses(id).map((s) => [`project:${id}`, titleOf(atlas, lang, `project:${id}`), say(t, 'status', s.status), s.date, pick(lang, s, 'note'), ...sourcesOf(chosen, s.sources)])));
};

const quantities: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	const refs = [...chosen.projects.map((id) => `project:${id}`), ...chosen.measures.map((id) => `measure:${id}`)];
	return sheet(chosen, 'briefme.sheet.quantities', [['briefme.col.record', 22], ['briefme.col.recordname', 36], ['briefme.col.what', 12], ['briefme.col.text', 14], ['briefme.col.min', 10, 'number'], ['briefme.col.max', 10, 'number'], ['briefme.col.comparator', 8], ['briefme.col.unit', 10], ['briefme.col.years', 10, 'date'], ['briefme.col.qualifier', 28], ['briefme.col.total', 8], ...sourced], refs.flatMap((ref) => atlas.quantities(ref).map((q) => [
		ref, titleOf(atlas, lang, ref), wordOf(lang, q.what), q.valueText, q.valueMin, q.valueMax, q.comparator === '' ? '' : say(t, 'comparator', q.comparator), q.unit === '' ? '' : say(t, 'unit', q.unit), q.years, pick(lang, q, 'qualifier'), q.use === 'total' ? t('briefme.yes') : '', ...sourcesOf(chosen, q.sources)
	])));
};

const indicators: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.indicatorlist', [['briefme.col.id', 18], ['briefme.col.name', 32], ['briefme.col.scope', 18], ['briefme.col.theme', 12], ['briefme.col.unit', 12], ['briefme.col.state', 10], ['briefme.col.rule', 20], ['briefme.col.confidence', 8], ['briefme.col.why', 24], ['briefme.col.note', 40], ...sourced], chosen.indicators.map((id) => {
		const one = atlas.indicator.get(id)!;
		const { state, rule } = judgementsOf(atlas).get(id)!;
		return [id, nameOf(lang, one), places(chosen, [one.scope]), wordOf(lang, one.theme), pick(lang, one, 'unit'), say(t, 'state', state), rule, one.confidence, why(chosen, `indicator:${id}`), pick(lang, one, 'note'), ...sourcesOf(chosen, one.sources)];
	}));
};

const targets: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.targets', [['briefme.col.record', 18], ['briefme.col.recordname', 32], ['briefme.col.comparator', 10], ['briefme.col.text', 12], ['briefme.col.min', 10, 'number'], ['briefme.col.max', 10, 'number'], ['briefme.col.unit', 12], ['briefme.col.year', 10, 'date'], ['briefme.col.baseline', 22], ['briefme.col.clause', 18], ['briefme.col.note', 40], ...sourced], chosen.indicators.flatMap((id) => atlas.targets(id).map((target) => [
		`indicator:${id}`, titleOf(atlas, lang, `indicator:${id}`), say(t, 'comparator', target.comparator), target.valueText, target.valueMin, target.valueMax, pick(lang, atlas.indicator.get(id)!, 'unit'), target.year, target.baseline, target.clause ? (citeClause(atlas, lang, target.clause)?.short ?? '') : '', pick(lang, target, 'note'), ...sourcesOf(chosen, target.sources)
	])));
};

const observations: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	return sheet(chosen, 'briefme.sheet.observations', [['briefme.col.record', 18], ['briefme.col.recordname', 32], ['briefme.col.text', 12], ['briefme.col.min', 10, 'number'], ['briefme.col.max', 10, 'number'], ['briefme.col.unit', 12], ['briefme.col.year', 10, 'date'], ['briefme.col.span', 14, 'date'], ['briefme.col.kind', 12], ['briefme.col.basis', 30], ['briefme.col.note', 40], ...sourced], chosen.indicators.flatMap((id) => atlas.observations(id).map((o) => [
		`indicator:${id}`, titleOf(atlas, lang, `indicator:${id}`), o.valueText, o.valueMin, o.valueMax, pick(lang, atlas.indicator.get(id)!, 'unit'), o.year, o.period, say(t, 'basiskind', o.basisKind), pick(lang, o, 'basis'), pick(lang, o, 'note'), ...sourcesOf(chosen, o.sources)
	])));
};

/** Stored links of the records, out of them and into them; geometry is told in "why listed" and never stored. */
const links: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t } } = chosen;
	const refs = [...chosen.projects.map((id) => `project:${id}`), ...chosen.measures.map((id) => `measure:${id}`), ...chosen.indicators.map((id) => `indicator:${id}`)];
	const inside = new Set(refs);
	const found = new Set<Link>(refs.flatMap((ref) => [...atlas.linksFrom(ref), ...atlas.linksTo(ref).filter(({ from }) => inside.has(from))]));
	const shown = [...found].filter(({ to }) => !/^(project|measure|indicator):/.test(to) || inside.has(to));
	return sheet(chosen, 'briefme.sheet.links', [['briefme.col.from', 24], ['briefme.col.recordname', 32], ['briefme.col.to', 24], ['briefme.col.toname', 32], ['briefme.col.linkbasis', 10], ['briefme.col.by', 12], ['briefme.col.note', 36], ...sourced], shown.map((link) => [link.from, titleOf(atlas, lang, link.from), link.to, titleOf(atlas, lang, link.to), say(t, 'basis', link.basis), link.inferredBy, pick(lang, link, 'note'), ...sourcesOf(chosen, link.sources)]));
};

const milestones: Build = (chosen) => {
	const { query: { atlas }, writer: { lang } } = chosen;
	const inside = { project: new Set(chosen.projects), measure: new Set(chosen.measures), indicator: new Set(chosen.indicators) };
	const concerns = (ref: string): boolean => {
		const [kind, id] = splitRef(ref as Ref);
		return kind in inside && inside[kind as keyof typeof inside].has(id);
	};
	return sheet(chosen, 'briefme.sheet.milestones', [['briefme.col.date', 12, 'date'], ['briefme.col.name', 40], ['briefme.col.kind', 10], ['briefme.col.refs', 40], ...sourced], atlas.dataset.milestones.filter(({ refs }) => refs.some(concerns)).map((m) => [m.date, nameOf(lang, m), wordOf(lang, m.kind), m.refs.filter(concerns).join('; '), ...sourcesOf(chosen, m.sources)]));
};

/** Built last: what the rows before it rest on. */
const sources: Build = (chosen) => {
	const { query: { atlas }, writer: { lang, t }, used } = chosen;
	return sheet(chosen, 'briefme.sheet.sources', [['briefme.col.id', 14], ['briefme.col.outlet', 40], ['briefme.col.date', 12, 'date'], ['briefme.col.quality', 10], ['briefme.col.title', 40], ['briefme.col.url', 40]], atlas.dataset.sources.filter(({ id }) => used.has(id)).map((s) => [s.id, pick(lang, s, 'outlet'), s.date, say(t, 'quality', s.quality), lang === 'zh' ? s.titleZh : s.aboutEn, s.url]));
};

export const sheetBuilders: readonly Build[] = [measures, projects, statuses, quantities, indicators, targets, observations, links, milestones, sources];
