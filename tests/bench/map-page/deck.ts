/** deck.gl as its manual shows it: rows as objects filtered into a new array, and the filter extension on year and status. */
import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { MapLibreOverlay } from '@deck.gl/maplibre';
import { passes } from './steps.ts';
import type { Candidate, PointTable } from './steps.ts';

interface Row {
	position: [number, number];
	status: number;
	year: number;
}
const rowsOf = (table: PointTable): Row[] => Array.from({ length: table.count }, (_, i) => ({ position: [table.positions[2 * i]!, table.positions[2 * i + 1]!], status: table.status[i]!, year: Number.isNaN(table.year[i]!) ? -1 : table.year[i]! }));
const look = { id: 'rows', radiusUnits: 'pixels', getRadius: 2, getFillColor: [13, 107, 120] } as const;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

export function rebuilt(overlay: MapLibreOverlay, table: PointTable): Candidate {
	const rows = rowsOf(table);
	return {
		async show(step) {
			overlay.setProps({ layers: [new ScatterplotLayer<Row>({ ...look, data: rows.filter((_, i) => passes(table, step, i)), getPosition: ({ position }) => position })] });
			await nextFrame();
		}
	};
}

export function filtered(overlay: MapLibreOverlay, table: PointTable): Candidate {
	const rows = rowsOf(table);
	const extensions = [new DataFilterExtension({ filterSize: 1, categorySize: 1 })];
	return {
		async show({ statuses, from, to }) {
			overlay.setProps({
				layers: [new ScatterplotLayer<Row>({
					...look, data: rows, getPosition: ({ position }) => position, extensions,
					// @ts-expect-error the extension's accessors are not in the layer's own type
					getFilterValue: ({ year }: Row) => year, filterRange: [from, to], getFilterCategory: ({ status }: Row) => status, filterCategories: statuses
				})]
			});
			await nextFrame();
		}
	};
}
