import { expect, test } from './support/atlas.ts';

interface Named { id: string }
interface Dataset {
	schemaVersion: number;
	dataDate: string;
	hash: string;
	documents: (Named & { titleZh: string; titleEn: string })[];
	clauses: (Named & { document: string })[];
	measures: (Named & { document: string; clause: string; zh: string; en: string })[];
	links: { from: string; to: string; basis: string }[];
	places: (Named & { kind: string; parent?: string; names: { zh: string; en: string }; accuracy: { class: string; m: number } | null })[];
	[collection: string]: unknown;
}

test('the dataset has the published shape, and every reference in it resolves', async ({ request }) => {
	const response = await request.get('/api/dataset.json');
	expect(response.headers()['content-type']).toContain('application/json');
	const data = (await response.json()) as Dataset;
	expect(data.schemaVersion).toBe(1);
	expect(data.dataDate).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
	expect(data.hash).toMatch(/^[0-9a-f]{8,}$/);
	for (const name of ['documents', 'clauses', 'measures', 'projects', 'indicators', 'targets', 'observations', 'statuses', 'agencies', 'milestones', 'conflicts', 'sources', 'links', 'places']) expect(Array.isArray(data[name]) && (data[name] as unknown[]).length > 0, name).toBe(true);

	const [documents, clauses, places] = [data.documents, data.clauses, data.places].map((rows: Named[]) => new Set(rows.map(({ id }) => id)));
	const measure = data.measures.find(({ id }) => id === 'action-plan-5')!;
	expect(measure).toMatchObject({ document: 'action-plan', clause: 'action-plan#5', zh: '太浦河多元化生态补偿机制' });
	for (const { id, document, clause, zh, en } of data.measures) expect([documents!.has(document), clauses!.has(clause), zh !== '', en !== ''], id).toEqual([true, true, true, true]);
	expect(data.links).toContainEqual(expect.objectContaining({ from: 'measure:action-plan-5', to: 'place:taipu-river', basis: 'named' }));
	for (const { from, to, basis } of data.links) {
		expect(basis).toMatch(/^(named|area-wide|inferred)$/);
		expect(from).toMatch(/^(measure|project|indicator):/);
		if (to.startsWith('place:')) expect(places!.has(to.slice(6)), to).toBe(true);
	}
	for (const { id, kind, parent, names, accuracy } of data.places) {
		expect([kind !== '', names.zh !== '', names.en !== ''], id).toEqual([true, true, true]);
		if (parent) expect(places!.has(parent), `${id} in ${parent}`).toBe(true);
		if (accuracy) expect([accuracy.class, accuracy.m > 0], id).toEqual([expect.stringMatching(/^(official|derived|digitised|schematic|symbolic)$/), true]);
	}
	expect(data.measures.length).toBe(22 + 18 + 51);
});

for (const address of ['/api/dataset.json', '/api/places.geojson']) {
	test(`${address} carries a tag, and is not sent twice`, async ({ request }) => {
		const first = await request.get(address);
		const { etag } = first.headers();
		expect(etag).toMatch(/^"[0-9a-f]+"$/);
		const again = await request.get(address, { headers: { 'if-none-match': etag! } });
		expect(again.status()).toBe(304);
		expect((await again.body()).length).toBe(0);
		expect((await request.get(address, { headers: { 'if-none-match': '"other"' } })).status()).toBe(200);
	});
}

test('the geometry is GeoJSON: closed rings, coordinates in the region, ids of the dataset', async ({ request }) => {
	const response = await request.get('/api/places.geojson');
	expect(response.headers()['content-type']).toContain('application/geo+json');
	const { type, features } = (await response.json()) as { type: string; features: { type: string; properties: { id: string; context?: boolean }; geometry: { type: string; coordinates: unknown } | null }[] };
	expect(type).toBe('FeatureCollection');
	expect(features.length).toBeGreaterThan(150);
	const flat = (value: unknown): number[][] => (Array.isArray(value) && typeof value[0] === 'number' ? [value as number[]] : (value as unknown[]).flatMap(flat));
	for (const { type: kind, properties, geometry } of features) {
		expect(kind).toBe('Feature');
		expect(properties.id).toMatch(/^[a-z0-9-]+$/);
		if (!geometry) continue;
		// What is drawn for orientation lies in the whole delta.
		const bounds = properties.context ? [114, 27, 123.5, 36] : [119, 29.5, 123, 32.5];
		for (const [lon, lat] of flat(geometry.coordinates)) if (!(lon! > bounds[0]! && lon! < bounds[2]! && lat! > bounds[1]! && lat! < bounds[3]!)) throw new Error(`${properties.id} lies at ${lon}, ${lat}`);
		if (geometry.type === 'Polygon') for (const ring of geometry.coordinates as number[][][]) expect(ring[0], properties.id).toEqual(ring.at(-1));
	}
});

test('published files are immutable under their own hash and missing under any other', async ({ request }) => {
	const { hash } = (await (await request.get('/api/dataset.json')).json()) as Dataset;
	const file = await request.get(`/data/${hash}/records.json`);
	expect(file.status()).toBe(200);
	expect(file.headers()['cache-control']).toContain('immutable');
	for (const address of [`/data/0000000000000000/records.json`, `/data/${hash}/secrets.json`, `/data/${hash}/..%2f..%2fpackage.json`]) expect((await request.get(address)).status(), address).toBe(404);
});

test('pages and data are sent compressed', async ({ request }) => {
	for (const address of ['/zh', '/api/dataset.json']) {
		const response = await request.get(address, { headers: { 'accept-encoding': 'br' } });
		expect(response.headers()['content-encoding'], address).toBe('br');
	}
});
