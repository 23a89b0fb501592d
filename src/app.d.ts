declare module 'opencc-js/t2cn' {
	export function Converter(options: { from: string; to: string }): (text: string) => string;
}

/** Registers the handler of the PDF reader where it is imported. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** Made by `scripts/onefile-plugin.ts`. */
declare module 'virtual:onefile' {
	const shell: import('#lib/briefing/export/onefile.ts').OnefileShell;
	export default shell;
}
