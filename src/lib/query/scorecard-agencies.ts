/**
 * The scorecard by agency, grouped by government. A row counts what the filter by agency lists: projects it leads, measures it leads or
 * supports. A government's total lists the records of all its agencies, each once. An indicator belongs to an agency only where the clause of
 * its target names it, or where the agency leads a measure that the target or a source ties to it.
 */
import type { Target } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import { governments } from '../domain/vocabulary.ts';
import type { Government } from '../domain/vocabulary.ts';
import { say, translator } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { titleOf } from './cards.ts';
import { indicatorHref } from './indicator-url.ts';
import type { Judgements } from './progress-all.ts';
import type { QueryIndex } from './query-index.ts';
import { scoreRow } from './scorecard.ts';
import type { ScoreRow } from './scorecard.ts';
import { hrefOf } from './url.ts';

export interface GovernmentScores {
	government: Government;
	total: ScoreRow;
	agencies: ScoreRow[];
}

const known = new WeakMap<QueryIndex, Map<Lang, GovernmentScores[]>>();
/** Kept beside the index: the choices of the page do not change it. */
export function agencyScores(atlas: Atlas, index: QueryIndex, judgements: Judgements, lang: Lang): GovernmentScores[] {
	const byLang = known.get(index) ?? new Map<Lang, GovernmentScores[]>();
	known.set(index, byLang);
	const scores = byLang.get(lang) ?? scoreAgencies(atlas, index, judgements, lang);
	byLang.set(lang, scores);
	return scores;
}

function scoreAgencies(atlas: Atlas, index: QueryIndex, judgements: Judgements, lang: Lang): GovernmentScores[] {
	const t = translator(lang);
	const tied = indicatorsByAgency(atlas);
	const active = index.facets.get('agency') ?? new Map<string, unknown>();
	const rowOf = (group: 'government' | 'agency', id: string, of: string[], name: string): ScoreRow => {
		const leaf = { is: 'agency', of } as const;
		const indicators = [...new Set(of.flatMap((agency) => tied.get(agency) ?? []))];
		const row = scoreRow(atlas, index, judgements, lang, { group, id, leaf, name, href: hrefOf(lang, { ...emptyView, filter: { all: [leaf] } }), indicators, listOf: () => '' });
		const leads = atlas.dataset.measures.filter(({ leadAgencies }) => leadAgencies.some((agency) => of.includes(agency))).length;
		const named = indicators.map((indicator) => ({ title: titleOf(atlas, lang, `indicator:${indicator}`), href: indicatorHref(lang, indicator), state: judgements.get(indicator)!.state }));
		return { ...row, leads, indicators: { ...row.indicators, named } };
	};
	return governments.flatMap((government) => {
		const ids = atlas.dataset.agencies.filter((agency) => agency.government === government && active.has(agency.id)).map(({ id }) => id);
		if (ids.length === 0) return [];
		const rows = ids.map((id) => rowOf('agency', id, [id], titleOf(atlas, lang, `agency:${id}`)));
		return [{ government, total: rowOf('government', government, ids, say(t, 'government', government)), agencies: rows.toSorted((a, b) => b.projects.n - a.projects.n || b.measures.n - a.measures.n) }];
	});
}

export function indicatorsByAgency(atlas: Atlas): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { id } of atlas.dataset.indicators) {
		for (const agency of agenciesOf(atlas, id, atlas.targets(id))) found.set(agency, [...(found.get(agency) ?? []), id]);
	}
	return found;
}

function agenciesOf(atlas: Atlas, indicator: string, targets: readonly Target[]): Set<string> {
	const tied = atlas.linksFrom(`indicator:${indicator}`).filter(({ basis, to }) => basis === 'named' && splitRef(to)[0] === 'measure').flatMap(({ to }) => atlas.measure.get(splitRef(to)[1])?.leadAgencies ?? []);
	const set = targets.flatMap(({ clause }) => [...(atlas.clause.get(clause)?.agencies ?? []), ...atlas.measuresOf(clause).flatMap(({ leadAgencies }) => leadAgencies)]);
	return new Set([...set, ...tied]);
}
