/**
 * Frames that nobody sees. A map comes to rest after six to thirteen frames (sizes, tiles, names, deck's layers), of which a file needs the last one; without a
 * graphics card each costs the processor a third of a second. So while drawing is held, the frames run and count, but the context is asked for no pixels.
 */
const commands = ['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements'] as const;

export interface HeldDrawing {
	hold(): void;
	release(): void;
}

export function holdDrawing(gl: WebGL2RenderingContext): HeldDrawing {
	return {
		hold: () => commands.forEach((name) => Object.defineProperty(gl, name, { value: () => {}, configurable: true })),
		// The context's own commands stand on its prototype.
		release: () => commands.forEach((name) => Reflect.deleteProperty(gl, name))
	};
}
