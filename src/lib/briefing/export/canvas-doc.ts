/**
 * A canvas that takes the strokes of a PDF page, as far as slides use them: so the picture of a slide is drawn by the code that draws its page, and both
 * say the same. Letters come from the faces of the machine; the layout was computed for any of them.
 */
import type { PdfDoc } from './pdf-pen.ts';

const family = "'Noto Sans SC','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/** `map`: the one picture that a slide holds, decoded. */
export function createCanvasDoc(pen: CanvasRenderingContext2D, map: ImageBitmap | null): PdfDoc {
	let path = new Path2D();
	let size = 12;
	let opacity = { fill: 1, stroke: 1 };
	const kept: (typeof opacity)[] = [];
	/** A shape is drawn once, then a new one begins. */
	const paint = (fill: boolean, stroke: boolean): void => {
		pen.globalAlpha = opacity.fill;
		if (fill) pen.fill(path);
		pen.globalAlpha = opacity.stroke;
		if (stroke) pen.stroke(path);
		pen.globalAlpha = 1;
		path = new Path2D();
	};
	const font = (): void => void (pen.font = `${size}px ${family}`);
	const chained = <A extends unknown[]>(act: (...given: A) => void) => (...given: A) => {
		act(...given);
		return doc;
	};
	const doc = {
		save: chained(() => {
			kept.push({ ...opacity });
			pen.save();
		}),
		restore: chained(() => {
			opacity = kept.pop() ?? opacity;
			pen.restore();
		}),
		translate: chained((x: number, y: number) => pen.translate(x, y)),
		scale: chained((factor: number) => pen.scale(factor, factor)),
		rect: chained((x: number, y: number, w: number, h: number) => path.rect(x, y, w, h)),
		circle: chained((x: number, y: number, radius: number) => {
			path.moveTo(x + radius, y);
			path.arc(x, y, radius, 0, 2 * Math.PI);
		}),
		polygon: chained((...points: [number, number][]) => {
			points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
			path.closePath();
		}),
		path: chained((d: string) => path.addPath(new Path2D(d))),
		moveTo: chained((x: number, y: number) => path.moveTo(x, y)),
		lineTo: chained((x: number, y: number) => path.lineTo(x, y)),
		clip: chained(() => {
			pen.clip(path);
			path = new Path2D();
		}),
		lineWidth: chained((width: number) => (pen.lineWidth = width)),
		lineCap: chained((cap: CanvasLineCap) => (pen.lineCap = cap)),
		dash: chained((length: number, { space = length }: { space?: number } = {}) => pen.setLineDash([length, space])),
		undash: chained(() => pen.setLineDash([])),
		fillOpacity: chained((share: number) => (opacity.fill = share)),
		strokeOpacity: chained((share: number) => (opacity.stroke = share)),
		fillColor: chained((colour: string) => (pen.fillStyle = colour)),
		strokeColor: chained((colour: string) => (pen.strokeStyle = colour)),
		fill: chained((colour?: string) => {
			if (colour) pen.fillStyle = colour;
			paint(true, false);
		}),
		stroke: chained((colour?: string) => {
			if (colour) pen.strokeStyle = colour;
			paint(false, true);
		}),
		fillAndStroke: chained((fill: string, stroke: string) => {
			[pen.fillStyle, pen.strokeStyle] = [fill, stroke];
			paint(true, true);
		}),
		image: chained((_bytes: unknown, x: number, y: number, { width, height }: { width: number; height: number }) => map && pen.drawImage(map, x, y, width, height)),
		fontSize: chained((pt: number) => (size = pt)),
		widthOfString: (text: string): number => {
			font();
			return pen.measureText(text).width;
		},
		text: chained((text: string, x: number, y: number, { stroke }: { stroke: boolean }) => {
			font();
			pen.lineJoin = 'round';
			pen.fillText(text, x, y);
			if (stroke) pen.strokeText(text, x, y);
		})
	};
	// Slides ask for no other part of a PDF document.
	return doc as unknown as PdfDoc;
}
