/** Which references must resolve, and the rules between records: a list of problems with file, row and remedy. */
import { collections, collectionNames, kindOf, splitRef } from '../domain/dataset.ts';
import type { CollectionName } from '../domain/dataset.ts';
import { recordId } from '../domain/cells.ts';
import { camel } from '../domain/field.ts';
import type { Field } from '../domain/field.ts';
import type { Problem, ProblemKey } from '../domain/problem.ts';
import type { Read, Where } from './read.ts';

type Complain = (at: Where, key: ProblemKey, words: Problem['with'], level?: Problem['level']) => void;
type Linkable = Pick<Read, 'catalogue' | 'places' | 'features' | 'where' | 'overlaid'>;

export function checkReferences(read: Linkable): Problem[] {
	const problems: Problem[] = [];
	const complain: Complain = (at, key, words, level = 'error') => problems.push({ file: at.file, row: at.row, key, with: words, level });
	const ids = idsByKind(read);
	const known = (kind: string, id: string) => ids.get(kind)?.has(id) ?? false;
	const nowhere: Where = { file: 'catalogue', row: 0 };

	for (const name of collectionNames) {
		const references = (Object.entries(collections[name]) as [string, Field][]).flatMap(([column, field]) => (/refs?$/.test(field.type) ? [{ column, field, key: camel(column) }] : []));
		for (const record of read.catalogue[name] as unknown as Record<string, unknown>[]) {
			for (const { column, field, key } of references) {
				for (const reference of referencesIn(field, record[key])) {
					const [kind, id] = field.to ? [kindOf[field.to as keyof typeof kindOf], reference] : splitRef(reference);
					const isOdd = field.kinds !== undefined && !field.kinds.includes(kind);
					if (!isOdd && known(kind, id)) continue;
					const owner = ownerOf(name, record);
					const at = read.where.get(`${name}/${recordId(name, record)}`) ?? nowhere;
					if (isOdd) complain(at, 'bad-value', { column, value: reference, expected: `kind:id with kind one of ${field.kinds!.join(', ')}` });
					else complain(at, 'unknown-ref', { owner, kind, value: id, column });
				}
			}
		}
	}
	checkPlaces(read, known, complain);
	checkMeasuresAndProjects(read, complain);
	checkFamilies(read, complain);
	return problems;
}

const ownerOf = (name: CollectionName, record: Record<string, unknown>): string =>
	name === 'links' ? String(record.from).replace(':', ' ') : `${name in kindOf ? kindOf[name as keyof typeof kindOf] : name} ${String(record.id)}`;

function referencesIn(field: Field, value: unknown): string[] {
	if (field.type === 'ref' || field.type === 'any-ref') return value === '' || value === undefined ? [] : [String(value)];
	if (field.type === 'refs' || field.type === 'any-refs') return value as string[];
	return [];
}

function idsByKind(read: Linkable): Map<string, Set<string>> {
	const ids = new Map<string, Set<string>>([['place', new Set(read.places.map((place) => place.id))]]);
	for (const name of collectionNames) {
		if (name in kindOf) ids.set(kindOf[name as keyof typeof kindOf], new Set(read.catalogue[name].map((record) => (record as { id: string }).id)));
	}
	return ids;
}

function checkPlaces(read: Linkable, known: (kind: string, id: string) => boolean, complain: Complain): void {
	for (const feature of read.features) {
		const names = (column: string): string[] => {
			const value = feature.properties[column];
			return value === undefined || value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
		};
		for (const column of ['of', 'parent', 'members', 'parts', 'flows_to', 'on']) {
			for (const id of names(column)) if (!known('place', id)) complain(feature, 'unknown-ref', { owner: `place ${feature.id}`, kind: 'place', value: id, column });
		}
		if (names('members').includes(feature.id)) complain(feature, 'own-collective', { id: feature.id });
	}
}

/** A planner may say that the only link or report is wrong, and bring a project of which no report is known: that is then the truth, not a slip. */
function leftBare(read: Linkable): (collection: CollectionName, id: string) => Problem['level'] {
	const bare = new Set(read.overlaid.flatMap(({ collection, id, kind, shipped }) => {
		if (kind === 'add') return [`${collection}/${id}`];
		if (kind !== 'retire') return [];
		return collection === 'links' ? [`measures/${id.split(' → ')[0]!.replace('measure:', '')}`] : collection === 'statuses' ? [`projects/${shipped?.project ?? ''}`] : [];
	}));
	return (collection, id) => (bare.has(`${collection}/${id}`) ? 'warning' : 'error');
}

function checkMeasuresAndProjects(read: Linkable, complain: Complain): void {
	const { links, measures, projects, statuses } = read.catalogue;
	const levelOf = leftBare(read);
	const linked = new Set(links.map((link) => link.from));
	for (const { id } of measures) if (!linked.has(`measure:${id}`)) complain(read.where.get(`measures/${id}`)!, 'no-link', { value: id }, levelOf('measures', id));
	const reported = new Set(statuses.map((status) => status.project));
	for (const { id } of projects) if (!reported.has(id)) complain(read.where.get(`projects/${id}`)!, 'no-status', { value: id }, levelOf('projects', id));
	const wholeOf = new Map(projects.map(({ id, partOf }) => [id, partOf]));
	for (const { id } of projects) {
		let whole = wholeOf.get(id);
		for (let steps = 0; whole && whole !== id && steps < projects.length; steps++) whole = wholeOf.get(whole);
		if (whole === id) complain(read.where.get(`projects/${id}`)!, 'own-part', { id });
	}
	const zones = new Set(read.places.filter(({ kind }) => ['zone', 'district', 'collective', 'province'].includes(kind)).map(({ id }) => `place:${id}`));
	for (const link of links) {
		if (link.basis === 'area-wide' && !zones.has(link.to)) {
			complain(read.where.get(`links/${link.from} → ${link.to}`)!, 'named-not-in-area', { value: link.from, basis: link.basis, to: link.to });
		}
	}
}

/** What a family counts must be comparable: one indicator a district, of one kind of value, unit and direction. */
function checkFamilies(read: Linkable, complain: (at: Where, key: ProblemKey, words: Problem['with']) => void): void {
	const indicators = new Map(read.catalogue.indicators.map((indicator) => [indicator.id, indicator]));
	const kinds = new Map(read.places.map(({ id, kind }) => [id, kind]));
	for (const { id, members } of read.catalogue.families) {
		const at = read.where.get(`families/${id}`)!;
		const found = members.flatMap((member) => indicators.get(member) ?? []);
		const seen = new Map<string, string>();
		for (const indicator of found) {
			const { scope } = indicator;
			if (kinds.get(scope) !== 'district') complain(at, 'family-place', { id, value: indicator.id, scope });
			if (seen.has(scope)) complain(at, 'family-twice', { id, value: indicator.id, scope, first: seen.get(scope)! });
			seen.set(scope, indicator.id);
			for (const [column, field] of [['value_kind', 'valueKind'], ['unit', 'unit'], ['direction', 'direction']] as const) {
				if (indicator[field] !== found[0]![field]) complain(at, 'family-unlike', { id, value: indicator.id, column, found: indicator[field], expected: found[0]![field] });
			}
		}
	}
}
