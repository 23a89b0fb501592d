/** XML as events, in pieces of any length: as much as the parts of a workbook need. Prefixes are dropped, document types are passed over, so that no entity of a file's own is ever expanded. */
import { FileRefusal } from '../../domain/loaded-table.ts';

export interface XmlEvents {
	open(name: string, attributes: string): void;
	close(name: string): void;
	/** May come in several pieces. */
	text(text: string): void;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: `'` };
const character = (code: number): string => (Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

export const decodeXml = (text: string): string =>
	text.includes('&') ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => (hex ? character(Number.parseInt(hex, 16)) : decimal ? character(Number(decimal)) : (named[name!] ?? whole))) : text;

const patterns = new Map<string, RegExp>();
/** Value of an attribute by its name without prefix; empty where it is missing. */
export function attribute(attributes: string, name: string): string {
	let pattern = patterns.get(name);
	if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
	const found = pattern.exec(attributes);
	return found ? decodeXml(found[1] ?? found[2] ?? '') : '';
}

/** A cell holds 32,767 characters; text without an end is no workbook. Other formats name their own bound. */
const longestToken = 1_000_000;
const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
const skipped: readonly [start: string, end: string][] = [['<!--', '-->'], ['<?', '?>'], ['<!', '>']];

export function createXmlReader(on: XmlEvents, longest = longestToken): { push(chunk: string): void } {
	let rest = '';
	/** Reads the tag at `at`; returns where it ends, -1 where more text is needed. */
	function readTag(at: number): number {
		if (rest.startsWith('<![CDATA[', at)) {
			const end = rest.indexOf(']]>', at);
			if (end >= 0) on.text(rest.slice(at + 9, end));
			return end < 0 ? -1 : end + 3;
		}
		const skip = rest[at + 1] === '!' || rest[at + 1] === '?' ? skipped.find(([start]) => rest.startsWith(start, at)) : undefined;
		const last = skip?.[1] ?? '>';
		const end = rest.indexOf(last, at);
		if (end < 0 || rest.length < at + 9 && '<![CDATA['.startsWith(rest.slice(at))) return -1;
		if (skip) return end + last.length;
		if (rest[at + 1] === '/') on.close(withoutPrefix(rest.slice(at + 2, end).trim()));
		else {
			const isClosed = rest[end - 1] === '/';
			const inside = rest.slice(at + 1, isClosed ? end - 1 : end);
			const space = inside.search(/\s/);
			const name = withoutPrefix(space < 0 ? inside : inside.slice(0, space));
			on.open(name, space < 0 ? '' : inside.slice(space));
			if (isClosed) on.close(name);
		}
		return end + 1;
	}
	return {
		push(chunk) {
			rest += chunk;
			let at = 0;
			for (;;) {
				const tag = rest.indexOf('<', at);
				if (tag < 0) break;
				if (tag > at) on.text(decodeXml(rest.slice(at, tag)));
				at = tag;
				const next = readTag(tag);
				if (next < 0) break;
				at = next;
			}
			rest = rest.slice(at);
			if (rest.length > longest) throw new FileRefusal('broken');
		}
	};
}
