/** The page of the waters: one table of all, a block for each water that the documents protect jointly, and the same rows as a sheet. */
import '../i18n/rooms/waters.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { citeSources, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { Writer } from './indicator-words.ts';
import { recordsAt } from './place-card.ts';
import type { Judgements } from './progress-all.ts';
import { programmeCards } from './programmes.ts';
import type { ProgrammeCard } from './programmes.ts';
import { areaId, isWater, waterAnswers } from './water-answers.ts';
import type { Answer, WaterAnswers } from './water-answers.ts';
import { jointWatersId, lacksTable, sectionsOf, tableSlots, tableSources, waterRows } from './water-card.ts';

export interface WaterGroup {
	theme: string;
	name: string;
	rows: IndicatorRow[];
	sections: number;
	answers: WaterAnswers;
}
export interface WatersPage {
	groups: WaterGroup[];
	/** Waters with a block of their own. */
	main: string[];
	/** Of the joint waters: indicators whose official table is not in our sources, and where the plan that holds it is told of. */
	table: { isMissing: boolean; slots: string[]; sources: SourceCitation[] };
	programmes: ProgrammeCard[];
}

/** Waters that a measure, a project or an indicator names; one that a railway merely crosses, or that lies outside the area, is none. The joint waters lead. */
export function namedWaters(atlas: Atlas): string[] {
	const named = new Set([...atlas.dataset.links.map(({ to }) => to), ...atlas.dataset.indicators.map(({ scope }) => `place:${scope}`), ...atlas.dataset.projects.flatMap(({ corridor, ownPlace }) => [`place:${corridor}`, `place:${ownPlace}`])]);
	const joint = atlas.place.get(jointWatersId)?.members ?? [];
	const rank = (id: string) => (joint.includes(id) ? joint.indexOf(id) : id === jointWatersId ? 10 : 20);
	return atlas.dataset.places.map(({ id }) => id).filter((id) => named.has(`place:${id}`) && isWater(atlas, id) && !atlas.place.get(id)!.context).toSorted((a, b) => rank(a) - rank(b));
}

export function watersPage(atlas: Atlas, writer: Writer, judgements: Judgements, area = areaId): WatersPage {
	const groups = namedWaters(atlas).map((id): WaterGroup => ({
		theme: id, name: atlas.place.get(id)!.names[writer.lang], rows: waterRows(atlas, writer, judgements, id), sections: sectionsOf(atlas, writer, [id]).length, answers: waterAnswers(atlas, writer.lang, id, recordsAt(atlas, id), area)
	}));
	const weight = ({ rows, sections }: WaterGroup) => (rows.length > 0 ? 2 : sections > 0 ? 1 : 0);
	const joint = atlas.place.get(jointWatersId)?.members ?? [];
	const isFirst = ({ theme }: WaterGroup) => Number(joint.includes(theme) || theme === jointWatersId);
	return {
		groups: groups.toSorted((a, b) => isFirst(b) - isFirst(a) || weight(b) - weight(a)), main: joint.filter((id) => groups.some(({ theme }) => theme === id)),
		table: { isMissing: lacksTable(atlas), slots: tableSlots(atlas), sources: citeSources(atlas, writer.lang, tableSources(atlas)) }, programmes: programmeCards(atlas, writer, judgements)
	};
}

const bodies = ({ agencies }: Answer): string => agencies.map(({ name }) => name).join('; ');

/** One row an indicator; a water without any has one row that says so. */
export function watersSheet(atlas: Atlas, writer: Writer, judgements: Judgements, { groups }: WatersPage): string {
	const { t, lang } = writer;
	const districts = groups[0]?.answers.governments ?? [];
	const head = [t('waters.water'), t('indicators.name'), t('indicators.latest'), t('indicators.year'), t('indicators.basis'), t('indicators.target'), t('column.year'), t('indicators.state'), t('method.rule'), t('indicators.definition'), t('indicators.source'), ...districts.map(({ name }) => t('waters.answers.of', { name })), t('waters.joint'), 'id'];
	const lines = groups.flatMap(({ theme, name, rows, answers }) => {
		const who = [...answers.governments.map((answer) => bodies(answer) || t('waters.unseen')), bodies(answers.joint) || t('waters.unseen')];
		if (rows.length === 0) return [[name, t('waters.norows'), '', '', '', '', '', '', '', '', '', ...who, theme]];
		return rows.map((row) => [
			name, row.title, row.isToBeConfirmed ? t('indicators.toconfirm') : (row.latest?.text ?? t('state.no-data')), row.latest?.when ?? '', row.latest ? say(t, 'basiskind', row.latest.basis) : '', row.target?.text ?? t('state.no-target'), row.target?.year ?? '',
			say(t, 'state', row.state), judgements.get(row.id)!.rule, pick(lang, atlas.indicator.get(row.id)!, 'note'), row.source, ...who, row.id
		]);
	});
	return writeSheetCsv([head, ...lines, [t('method.asof', { date: atlas.dataset.dataDate })]]);
}
