/** Texts of a slide as PowerPoint runs: every box is editable text, sized in advance, with line heights that no face changes. */
import type PptxGenJS from 'pptxgenjs';
import type { Block } from '../../domain/rich-text.ts';
import { leading } from './fit.ts';
import { faces } from './pptx-theme.ts';
import type { Box } from './pptx-layout.ts';

export type Run = PptxGenJS.TextProps;
export type RunOptions = PptxGenJS.TextPropsOptions;

export interface TextStyle {
	size: number;
	color?: 'tx1' | 'tx2' | 'accent1';
	face?: string;
	valign?: 'top' | 'middle' | 'bottom';
	align?: 'left' | 'center' | 'right';
	name: string;
}

/** Options of a text box; `lineSpacing` in pt, so that its height is the same in every face. */
export const boxOptions = (lang: 'zh' | 'en', box: Box, { size, color = 'tx1', face = faces.text, valign = 'top', align, name }: TextStyle): RunOptions => ({
	x: box.x, y: box.y, w: box.w, h: box.h, margin: 0, fontFace: face, fontSize: size, color, lineSpacing: Math.round(size * leading * 10) / 10, valign, lang: langOf(lang), objectName: name, isTextBox: true, ...(align ? { align } : {})
});

export const langOf = (lang: 'zh' | 'en'): string => (lang === 'zh' ? 'zh-CN' : 'en-US');

export const raised = (notes: readonly number[], options: RunOptions = {}): Run[] => (notes.length === 0 ? [] : [{ text: notes.join(','), options: { ...options, superscript: true, color: 'accent1' } }]);

/** `hrefOf` gives the address of a record, or nothing: then the words stay words. */
export function runsOf(blocks: readonly Block[], size: number, hrefOf: (ref: string) => string): Run[] {
	let number = 0;
	return blocks.flatMap(({ type, inlines }) => {
		number = type === 'number' ? number + 1 : 0;
		const bullet: RunOptions = type === 'bullet' ? { bullet: { indent: size } } : type === 'number' ? { bullet: { indent: size * 1.4, type: 'number', numberStartAt: number } } : {};
		return inlines.map(({ text, strong, emphasis, ref }, i): Run => {
			const href = ref ? hrefOf(ref) : '';
			return {
				text,
				options: { ...(i === 0 ? { ...bullet, paraSpaceAfter: size * 0.4 } : {}), ...(strong ? { bold: true } : {}), ...(emphasis ? { italic: true } : {}), ...(href ? { hyperlink: { url: href } } : {}), ...(i === inlines.length - 1 ? { breakLine: true } : {}) }
			};
		});
	});
}
