import { describe, expect, it } from 'vitest';
import { holdDrawing } from '#lib/map/still-frames.ts';

class Context {
	drawn: string[] = [];
	clear(): void {
		this.drawn.push('clear');
	}
	drawElements(): void {
		this.drawn.push('drawElements');
	}
	bindTexture(): void {
		this.drawn.push('bindTexture');
	}
}

describe('a map that nobody sees', () => {
	it('draws nothing while it is held, keeps its state, and draws again after', () => {
		const context = new Context();
		const frame = () => {
			context.clear();
			context.bindTexture();
			context.drawElements();
		};
		const held = holdDrawing(context as unknown as WebGL2RenderingContext);
		held.hold();
		frame();
		expect(context.drawn).toEqual(['bindTexture']);
		held.release();
		frame();
		expect(context.drawn).toEqual(['bindTexture', 'clear', 'bindTexture', 'drawElements']);
		held.hold();
		held.hold();
		held.release();
		expect(Object.keys(context)).toEqual(['drawn']);
	});
});
