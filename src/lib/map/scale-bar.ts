/** The scale bar as numbers, for page, slide and export: a round length that fits, true at the latitude that `metresPerPixel` was taken at. */
const steps = [50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000];

export interface ScaleBar {
	lengthM: number;
	/** px of the whole bar. */
	width: number;
	unit: 'm' | 'km';
	/** Words at the start, the middle and the end, without unit. */
	labels: [string, string, string];
}

export function scaleBar(metresPerPixel: number, most = 130): ScaleBar {
	const lengthM = steps.findLast((step) => step / metresPerPixel <= most) ?? 50;
	const unit = lengthM >= 1000 ? 'km' : 'm';
	const label = (part: number): string => String((lengthM * part) / (unit === 'km' ? 1000 : 1));
	return { lengthM, width: Math.round(lengthM / metresPerPixel), unit, labels: ['0', label(0.5), label(1)] };
}
