/**
 * Cards of places that hold many projects: the place's name and number, its signs inside. Size and place in the sheet are plain
 * arithmetic (a Chinese character is taken as 11 px, a Latin one as 6.2), so that `build-scene` can lay the cards out beforehand.
 */
import { paintMark } from './icon-sheet.ts';
import type { IconPlace, IconSheet } from './icon-sheet.ts';
import type { Palette } from './palette.ts';
import type { ProjectCluster } from './scene.ts';

const pitch = 13.8;
const perRow = 6;
const padding = 8;
const title = 18;
const margin = 4;
const scale = 2;

const widthOfText = (text: string): number => [...text].reduce((sum, c) => sum + (c.codePointAt(0)! > 0x2e80 ? 11 : 6.2), 0);

export interface CardSize {
	width: number;
	height: number;
}
/** px of a card; a compact one is a plate with the number. */
export function sizeOf(label: string, count: number, compact: boolean): CardSize {
	if (compact) return { width: Math.max(22, 10 + String(count).length * 7), height: 20 };
	const rows = Math.ceil(count / perRow);
	return { width: Math.ceil(Math.max(widthOfText(label), Math.min(count, perRow) * pitch) + 2 * padding), height: Math.ceil(title + rows * pitch + padding) };
}

export const cardIcon = (cluster: ProjectCluster): string => `card-${cluster.place}`;

interface CardBox extends CardSize {
	/** px from the top left of the picture to the foot, which stands on the place, and to the plate. */
	foot: [x: number, y: number];
	plate: [x: number, y: number];
	card: CardSize;
}
/** The picture of a card reaches from its foot to its far corner, so that the leader between them is part of it. */
function boxOf({ label, marks, compact, offset: [dx, dy] }: ProjectCluster): CardBox {
	const card = sizeOf(label, marks.length, compact);
	const [left, top] = [Math.min(-margin, dx - card.width / 2 - margin), Math.min(-margin, dy - card.height / 2 - margin)];
	const [right, bottom] = [Math.max(margin, dx + card.width / 2 + margin), Math.max(margin, dy + card.height / 2 + margin)];
	return { width: Math.ceil(right - left), height: Math.ceil(bottom - top), foot: [-left, -top], plate: [dx - card.width / 2 - left, dy - card.height / 2 - top], card };
}
/** px height of a card's whole picture, for `getSize`: deck sizes icons by height. */
export const iconHeightOf = (cluster: ProjectCluster): number => boxOf(cluster).height;

/** Cards below each other in one column; positions in sheet px. */
export function layCards(clusters: readonly ProjectCluster[]): Record<string, IconPlace> {
	let y = 0;
	return Object.fromEntries(clusters.map((cluster) => {
		const { width, height, foot } = boxOf(cluster);
		const place: IconPlace = { x: 0, y, width: width * scale, height: height * scale, anchorX: foot[0] * scale, anchorY: foot[1] * scale };
		y += height * scale + 2;
		return [cardIcon(cluster), place];
	}));
}

export function paintCards(clusters: readonly ProjectCluster[], palette: Palette): IconSheet {
	const mapping = layCards(clusters);
	const places = Object.values(mapping);
	const image = document.createElement('canvas');
	image.width = Math.max(2, ...places.map((place) => place.width));
	image.height = Math.max(2, ...places.map((place) => place.y + place.height));
	const context = image.getContext('2d')!;
	for (const cluster of clusters) {
		const { y } = mapping[cardIcon(cluster)]!;
		const { foot, plate, card } = boxOf(cluster);
		context.setTransform(scale, 0, 0, scale, 0, y);
		if (!cluster.compact) paintLeader(context, foot, [plate[0] + card.width / 2, plate[1] + card.height / 2], palette);
		context.setTransform(scale, 0, 0, scale, plate[0] * scale, y + plate[1] * scale);
		paintCard(context, cluster, palette);
	}
	return { image, mapping };
}

function paintLeader(context: CanvasRenderingContext2D, [x, y]: [number, number], [toX, toY]: [number, number], palette: Palette): void {
	context.strokeStyle = palette.ink500;
	context.lineWidth = 0.8;
	context.stroke(new Path2D(`M${x} ${y}L${toX} ${toY}`));
	context.fillStyle = palette.paper;
	context.strokeStyle = palette.ink700;
	context.lineWidth = 1;
	context.beginPath();
	context.arc(x, y, 2.4, 0, 2 * Math.PI);
	context.fill();
	context.stroke();
}

function paintCard(context: CanvasRenderingContext2D, cluster: ProjectCluster, palette: Palette): void {
	const { width, height } = sizeOf(cluster.label, cluster.marks.length, cluster.compact);
	const plate = new Path2D();
	plate.roundRect(0, 0, width, height, cluster.compact ? 10 : 6);
	context.fillStyle = palette.paper;
	context.strokeStyle = palette.ink500;
	context.lineWidth = 0.8;
	context.fill(plate);
	context.stroke(plate);
	context.fillStyle = palette.ink900;
	context.textBaseline = 'middle';
	context.font = `600 11px "PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC",sans-serif`;
	if (cluster.compact) {
		context.textAlign = 'center';
		context.fillText(String(cluster.marks.length), width / 2, height / 2 + 0.5);
		return;
	}
	context.textAlign = 'left';
	context.fillText(cluster.label, padding, 12);
	const { a, d, e, f } = context.getTransform();
	cluster.marks.forEach((mark, index) => {
		const inRow = Math.min(perRow, cluster.marks.length - Math.floor(index / perRow) * perRow);
		const x = width / 2 + ((index % perRow) - (inRow - 1) / 2) * pitch;
		const y = title + pitch / 2 + 1 + Math.floor(index / perRow) * pitch;
		context.setTransform(a, 0, 0, d, e + x * a, f + y * d);
		paintMark(context, mark.kind, mark.status, palette, 0);
	});
}
