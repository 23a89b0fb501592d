/** Every indicator as programs read it: target, latest value, state, the rule that gave it, sources. Names in both languages. */
import type { Observation } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { newestFirst } from './progress-basis.ts';
import { tally } from './progress-all.ts';
import { isJudged } from './progress-rules.ts';
import type { Judgements } from './progress-all.ts';

const valueOf = (row: Observation | null | undefined) => row ? { id: row.id, value_text: row.valueText, value_min: row.valueMin, value_max: row.valueMax, year: row.year, period: row.period, basis: row.basisKind, note_zh: row.noteZh, note_en: row.noteEn, sources: row.sources } : null;

export function indicatorsApi(atlas: Atlas, judgements: Judgements) {
	const { states, rules, total, judged } = tally(judgements.values());
	const cite = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => {
		const source = atlas.source.get(id);
		return source ? [{ id, outlet_zh: source.outletZh, outlet_en: source.outletEn, date: source.date, quality: source.quality, url: source.url || null }] : [];
	});
	return {
		data_date: atlas.dataset.dataDate, hash: atlas.dataset.hash, method: '/en/method', total, judged, states, rules,
		indicators: atlas.dataset.indicators.map((indicator) => {
			const { state, rule, target, base, value, required, ifYear, caveats } = judgements.get(indicator.id)!;
			/** A value to be confirmed is not published as a figure. */
			const isPublished = indicator.confidence !== 'low';
			const latest = isPublished ? newestFirst(atlas.observations(indicator.id))[0] : undefined;
			const place = atlas.place.get(indicator.scope);
			return {
				id: indicator.id, name_zh: indicator.zh, name_en: indicator.en, theme: indicator.theme, scope: { id: indicator.scope, name_zh: place?.names.zh ?? '', name_en: place?.names.en ?? '' },
				unit: indicator.unit, unit_zh: indicator.unitZh, unit_en: indicator.unitEn, value_kind: indicator.valueKind, direction: indicator.direction, confidence: indicator.confidence, to_be_confirmed: !isPublished,
				target: target && { id: target.id, value_text: target.valueText, value_min: target.valueMin, value_max: target.valueMax, comparator: target.comparator, year: target.year, clause: target.clause || null, baseline: valueOf(base), note_zh: target.noteZh, note_en: target.noteEn, sources: target.sources },
				latest: valueOf(latest), state, rule, judged_value: isJudged(state) && value ? value.id : null, required: required === null ? null : Number(required.toPrecision(12)), if_year: ifYear.map((possible) => ({ ...possible, required: possible.required === null ? null : Number(possible.required.toPrecision(12)) })), caveats,
				sources: cite([...indicator.sources, ...(target?.sources ?? []), ...(latest?.sources ?? [])])
			};
		})
	};
}
