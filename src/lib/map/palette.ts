/**
 * The one place where the map's colours stand. Values repeat the design tokens, because a GPU, a picture export and a legend drawn
 * outside the page cannot read CSS variables; `tests/unit/map/palette.test.ts` keeps legend, signs and words together.
 * The price: a new tone is written here and in the token sheet.
 */
import type { ProjectKind } from '../domain/vocabulary.ts';

const day = {
	paper: '#FBF8F0', paper1: '#F5F1E4', ink900: '#1E2A2B', ink700: '#3A4748', ink500: '#5B6868', ink400: '#7C8786',
	out: '#E3DBC7', land: '#FAF7EE', qingpu: '#F9F5E9', wujiang: '#F8F6EC', jiashan: '#FAF4E8', veil: '#E6DFCD',
	water: '#8CC0C3', lining: '#6AAAB0', shore: '#3A858E', waterSchematic: '#A9CFCF', stream: '#9CC6C8', waterLabel: '#0F4A53', canal: '#DCEBE8',
	rail: '#2B3639', roadCase: '#A98A5B', roadFill: '#F6E8C9', boundary: '#6B6F62', band: '#7C9A5E', reed: '#4A6A3A', halo: '#FBF8F0',
	selected: '#C8381F', selectedWash: '#FAE6DF', focus: '#14565F', hover: '#F0EADB',
	eco: '#427F45', hydro: '#213A5B', railProject: '#1E2A2B', road: '#55360E', innovation: '#8761B2', public: '#AA4B7B', target: '#124455',
	met: '#377A54', onTrack: '#124455', behind: '#553111', noData: '#7D8B8C', incomparable: '#863AA4', class1: '#F4EAD2', class2: '#E3C48C', class3: '#BC8C50', amount: '#7C5526', column: '#C79A5E'
};
export type Ink = keyof typeof day;
export type Palette = Readonly<Record<Ink, string>>;

const briefing: Palette = {
	paper: '#0F2022', paper1: '#0C1B1D', ink900: '#F5EDDC', ink700: '#DCD3BF', ink500: '#A9B0A4', ink400: '#7E8C82',
	out: '#0A1719', land: '#16292B', qingpu: '#172B2C', wujiang: '#15292C', jiashan: '#182A2A', veil: '#0A1719',
	water: '#2A6F78', lining: '#38868F', shore: '#66BDC3', waterSchematic: '#27666E', stream: '#245C63', waterLabel: '#E4FAF8', canal: '#153034',
	rail: '#E6DDC9', roadCase: '#8F7A52', roadFill: '#33332A', boundary: '#8E9484', band: '#8FB070', reed: '#B8D39A', halo: '#0C1B1D',
	selected: '#FF7A5C', selectedWash: '#3A1F1A', focus: '#BFE8E6', hover: '#1A2E30',
	eco: '#AAE29D', hydro: '#6F96E9', railProject: '#F5EDDC', road: '#B07A11', innovation: '#CDBFEB', public: '#DD8199', target: '#8AD0D3',
	met: '#8CC47E', onTrack: '#8AD0D3', behind: '#E6BE62', noData: '#A9B0A4', incomparable: '#BFA3E0', class1: '#2B2A22', class2: '#5C4A2A', class3: '#B58A4C', amount: '#D8B178', column: '#D8B178'
};

export type Theme = 'day' | 'briefing';
export const palettes: Readonly<Record<Theme, Palette>> = { day, briefing };

export const kindInk: Readonly<Record<ProjectKind, Ink>> = {
	eco: 'eco', hydro: 'hydro', rail: 'railProject', road: 'road', innovation: 'innovation', public: 'public'
};

/** Classes of an area by value, light to dark; `--seq-…` of the tokens. The diverging tokens are left out: in grey their two arms look alike. */
export const ramps = { sequential: ['#E9F2EF', '#B4D7D6', '#84BABF', '#559AA3', '#2A7480', '#134C57'] } as const;

/** Font stacks of the map. The first name is no font: MapLibre reads the weight from it, then falls through to the reader's own Hei or Song. */
export const fonts = {
	song: ['Song Semibold', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'serif'],
	hei: ['Hei Medium', 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif'],
	heiBold: ['Hei Semibold', 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif']
};

export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** `#RRGGBB` and an opacity 0–1 as bytes for deck.gl. */
export function rgba(hex: string, opacity = 1): Rgba {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255, Math.round(opacity * 255)];
}

/** `over` laid on `under` at the given opacity, as one opaque tone: overlapping pieces of it do not darken. */
export function mix(under: string, over: string, opacity: number): string {
	const [a, b] = [rgba(under), rgba(over)];
	return `#${[0, 1, 2].map((i) => Math.round(a[i]! + (b[i]! - a[i]!) * opacity).toString(16).padStart(2, '0')).join('')}`;
}

/** Line widths are given for zoom 9.5, where the whole area fills a laptop's map; this is the factor at other zooms. */
export function scaleAt(zoom: number): number {
	if (zoom <= 8) return 0.62;
	if (zoom <= 9.5) return 0.62 + ((zoom - 8) / 1.5) * 0.38;
	return Math.min(2, 1 + (zoom - 9.5) * 0.2);
}
