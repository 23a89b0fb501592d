/**
 * How a tone looks to other eyes and on other paper, and how far two tones are apart. Constants: sRGB transfer and luminance (IEC 61966-2-1),
 * deuteranopia (Machado, Oliveira and Fernandes 2009, severity 1.0, in linear RGB), CIE L*a*b* with D65, CIEDE2000 (Sharma, Wu and Dalal 2005),
 * contrast ratio (WCAG 2). Tones are `#RRGGBB`.
 */
export type Triple = readonly [number, number, number];

export const deuteranopia: readonly [Triple, Triple, Triple] = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]];

const linearOf = (hex: string): Triple => [1, 3, 5].map((at) => {
	const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
	return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}) as unknown as Triple;
const hexOf = (linear: Triple): string => `#${linear.map((part) => {
	const held = Math.min(1, Math.max(0, part));
	return Math.round(255 * (held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055)).toString(16).padStart(2, '0');
}).join('')}`.toUpperCase();

/** Relative luminance, 0–1. */
export function luminance(hex: string): number {
	const [r, g, b] = linearOf(hex);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** 1–21. */
export function contrast(a: string, b: string): number {
	const [low, high] = [luminance(a), luminance(b)].toSorted((p, q) => p - q) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

/** The grey of the same luminance, as on a laser printer. */
export const greyOf = (hex: string): string => hexOf([luminance(hex), luminance(hex), luminance(hex)]);
export function deutanOf(hex: string): string {
	const linear = linearOf(hex);
	return hexOf(deuteranopia.map((row) => row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]) as unknown as Triple);
}

/** CIE L*a*b*, D65. */
export function labOf(hex: string): Triple {
	const [r, g, b] = linearOf(hex);
	const [x, y, z] = [(0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047, 0.2126729 * r + 0.7151522 * g + 0.072175 * b, (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883]
		.map((part) => (part > 216 / 24389 ? Math.cbrt(part) : (24389 / 27 * part + 16) / 116)) as [number, number, number];
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
export const lightness = (hex: string): number => labOf(hex)[0];
export const difference = (a: string, b: string): number => ciede2000(labOf(a), labOf(b));

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) * 180 / Math.PI + 360) % 360);

export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
	const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
	const stretch = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7));
	const [p1, p2] = [a1 * stretch, a2 * stretch];
	const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
	const [h1, h2] = [hueOf(p1, b1), hueOf(p2, b2)];
	const isGrey = c1 * c2 === 0;
	const turn = isGrey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
	const [dl, dc, dh] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2))];
	const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
	const h = isGrey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
	const t = 1 - 0.17 * Math.cos(rad(h - 30)) + 0.24 * Math.cos(rad(2 * h)) + 0.32 * Math.cos(rad(3 * h + 6)) - 0.2 * Math.cos(rad(4 * h - 63));
	const [sl, sc, sh] = [1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2), 1 + 0.045 * c, 1 + 0.015 * c * t];
	const rotation = -Math.sin(rad(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
	return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * (dc / sc) * (dh / sh));
}
