declare module 'opencc-js/t2cn' {
	export function Converter(options: { from: string; to: string }): (text: string) => string;
}

/** Made by `scripts/onefile-plugin.ts`. */
declare module 'virtual:onefile' {
	const shell: import('#lib/briefing/export/onefile.ts').OnefileShell;
	export default shell;
}
