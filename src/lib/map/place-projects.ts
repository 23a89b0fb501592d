/** Projects as signs: where each stands, what it shows, and which of them share one card. */
import type { Dataset, Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { InYear } from '../query/status-in-year.ts';
import type { MarkStatus } from './marks.ts';
import { chooseSides, offsetsOfCards, offsetsOfDots, offsetsOfSigns } from './mark-layout.ts';
import type { ProjectCluster, ProjectMark } from './scene.ts';
import type { PlaceFinder, Whereabouts } from './whereabouts.ts';

export interface PlacedProjects {
	projects: ProjectMark[];
	clusters: ProjectCluster[];
	unplaced: Ref[];
}

interface Placed {
	where: Whereabouts;
	marks: ProjectMark[];
}

/** So many projects at one place become one card while the map is small. */
const cardFrom = 6;
const cardsUntil = 12;
/** Below this zoom every place shows its number only. */
const numbersUntil = 8.5;

/** The newest report of each project; of two with one date the later row. */
function latestStatuses(dataset: Dataset): Map<string, MarkStatus> {
	const newest = new Map<string, { date: string; status: MarkStatus }>();
	for (const { project, status, date } of dataset.statuses) if ((newest.get(project)?.date ?? '') <= date) newest.set(project, { date, status });
	return new Map([...newest].map(([project, { status }]) => [project, status]));
}

/** The sign of a project in a year: half filled while under way, dashed where no row speaks of it. */
const statusesIn = (states: ReadonlyMap<string, InYear>): Map<string, MarkStatus> => new Map([...states].map(([id, { state }]) => [id, state === 'underway' ? 'building' : state]));

export function placeProjects(dataset: Dataset, finder: PlaceFinder, matches: ReadonlySet<string> | null, zoom: number, lang: Lang, states: ReadonlyMap<string, InYear> | null = null): PlacedProjects {
	const statuses = states ? statusesIn(states) : latestStatuses(dataset);
	const unplaced: Ref[] = [];
	const groups = new Map<string, Placed>();
	for (const project of dataset.projects) {
		const isInside = matches === null || matches.has(project.id);
		const where = finder.findProject(project);
		if (!where) {
			if (isInside) unplaced.push(`project:${project.id}`);
			continue;
		}
		const key = where.position.join();
		const group = groups.get(key) ?? { where, marks: [] };
		groups.set(key, group);
		group.marks.push({ id: project.id, name: project[lang], kind: project.kind, status: statuses.get(project.id) ?? 'unknown', position: where.position, offset: [0, 0], located: where.located, place: where.place, matches: isInside });
	}
	const projects: ProjectMark[] = [];
	const single: Placed[] = [];
	const gathered: Placed[] = [];
	for (const { where, marks } of groups.values()) {
		const inside = marks.filter((mark) => mark.matches);
		const outside = marks.filter((mark) => !mark.matches);
		const compact = zoom < numbersUntil && inside.length > 1;
		if (compact || (inside.length >= cardFrom && zoom < cardsUntil)) gathered.push({ where, marks: inside });
		else if (inside.length > 0) single.push({ where, marks: inside });
		if (zoom >= numbersUntil) projects.push(...withOffsets(outside, offsetsOfDots(outside.length, inside.length > 0)));
	}
	const chosen = chooseSides(single.map(({ where, marks }) => ({ position: where.position, count: marks.length, onShape: where.onShape })), zoom);
	single.forEach(({ where, marks }, index) => projects.push(...withOffsets(marks, offsetsOfSigns(marks.length, where.onShape, chosen[index]))));
	gathered.sort((a, b) => b.marks.length - a.marks.length || (a.where.place < b.where.place ? -1 : 1));
	return { projects, clusters: toCards(gathered, projects, finder, zoom, lang), unplaced };
}

const withOffsets = (marks: ProjectMark[], offsets: ProjectMark['offset'][]): ProjectMark[] => marks.map((mark, index) => ({ ...mark, offset: offsets[index]! }));

function toCards(groups: Placed[], projects: ProjectMark[], finder: PlaceFinder, zoom: number, lang: Lang): ProjectCluster[] {
	const compact = zoom < numbersUntil;
	const cards = groups.map(({ where, marks }) => {
		const names = finder.place(where.place)?.names;
		const name = names?.[lang] ?? where.place;
		return { place: where.place, name, label: lang === 'zh' ? `${name} ${marks.length} 项` : `${name} · ${marks.length}`, position: where.position, compact, marks };
	});
	const offsets = offsetsOfCards(cards.map((card) => ({ ...card, count: card.marks.length })), projects, zoom);
	return cards.map((card, index) => ({ ...card, offset: offsets[index]! }));
}
