/**
 * Colours and faces of a PowerPoint deck. Both stand in its theme, so that a planner changes them once for all slides; text names only the roles.
 * Faces by name, since a deck cannot carry them: 宋体 (SimSun) for titles and 微软雅黑 (Microsoft YaHei) for the rest are the two that every Chinese
 * Windows and Office for Mac have, and that WPS on Linux has a stand-in for. 思源宋体 would look better and is on few machines.
 */
import { mix, palettes } from '../../map/palette.ts';
import type { Palette } from '../../map/palette.ts';

export interface DeckTheme {
	isDark: boolean;
	ink: Palette;
	/** Hairlines and grids, `#RRGGBB`. */
	line: string;
	/** Texts that only explain. */
	quiet: string;
}

export const themeOf = (name: 'dark' | 'light'): DeckTheme => {
	const ink = palettes[name === 'dark' ? 'briefing' : 'day'];
	return { isDark: name === 'dark', ink, line: mix(ink.paper, ink.ink900, 0.22), quiet: name === 'dark' ? ink.ink500 : ink.ink700 };
};

export const hex = (colour: string): string => colour.slice(1).toUpperCase();

/** Roles of the text boxes: `+mj` is the title's face, `+mn` all else; see `tidySlide` for their Chinese half. */
export const faces = { title: '+mj-lt', text: '+mn-lt' } as const;

const srgb = (tag: string, colour: string): string => `<a:${tag}><a:srgbClr val="${hex(colour)}"/></a:${tag}>`;

/** In a dark deck the master swaps ground and text, as PowerPoint's own dark variants do: dk1 stays dark. */
export function colourScheme({ isDark, ink, quiet }: DeckTheme): string {
	const [dark, light, dark2, light2] = isDark ? [ink.paper, ink.ink900, ink.hover, quiet] : [ink.ink900, ink.paper, quiet, ink.paper1];
	const accents = [ink.shore, ink.eco, ink.road, ink.innovation, ink.public, ink.hydro].map((colour, i) => srgb(`accent${i + 1}`, colour));
	return `<a:clrScheme name="Shuixiang">${srgb('dk1', dark)}${srgb('lt1', light)}${srgb('dk2', dark2)}${srgb('lt2', light2)}${accents.join('')}${srgb('hlink', ink.focus)}${srgb('folHlink', quiet)}</a:clrScheme>`;
}

const face = (tag: string, latin: string, chinese: string, name: string): string => `<a:${tag}><a:latin typeface="${latin}"/><a:ea typeface="${chinese}"/><a:cs typeface=""/><a:font script="Hans" typeface="${name}"/></a:${tag}>`;
export const fontScheme = `<a:fontScheme name="Shuixiang">${face('majorFont', 'Times New Roman', 'SimSun', '宋体')}${face('minorFont', 'Microsoft YaHei', 'Microsoft YaHei', '微软雅黑')}</a:fontScheme>`;
