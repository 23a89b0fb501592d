/**
 * Colours of charts: the page's tokens, each with its day value behind it, so that a chart saved as a file keeps its colours in programs that
 * know no variables. `plainInk` takes the variables out.
 */
export const ink = {
	met: 'var(--tg-met,#377A54)', 'on-track': 'var(--tg-ontrack,#124455)', behind: 'var(--tg-behind,#553111)', 'no-data': 'var(--tg-nodata,#7D8B8C)', 'not-comparable': 'var(--tg-incomparable,#863AA4)',
	'not-yet-met': 'var(--ink-700,#3A4748)', 'no-target': 'var(--ink-500,#5B6868)',
	text: 'var(--ink-900,#1E2A2B)', quiet: 'var(--ink-500,#5B6868)', soft: 'var(--ink-400,#7C8786)', line: 'var(--line,#E2DBC9)', edge: 'var(--line-strong,#C3BAA2)', paper: 'var(--paper-0,#FBF8F0)', value: 'var(--water-700,#1F6470)', doubt: 'var(--water-300,#A3CCCD)',
	water: 'var(--map-water,#8CC0C3)', waterLine: 'var(--map-shore,#3A858E)', road: 'var(--map-road-case,#A98A5B)', ground: 'var(--reed-100,#E4ECD8)', groundOther: 'var(--water-50,#E6F0ED)'
} as const;

export const plainInk = (svg: string): string => svg.replace(/var\(--[\w-]+,(#[0-9A-Fa-f]{6})\)/g, '$1');
