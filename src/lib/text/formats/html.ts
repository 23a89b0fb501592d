/** A web page as lines: blocks begin lines, cells are set apart, scripts, styles and menus are dropped. Nothing in the page is run or fetched. */
import { Parser } from 'htmlparser2';

/** A form may hold the whole page, so only what it asks is dropped. */
const dropped = new Set(['script', 'style', 'noscript', 'template', 'nav', 'svg', 'iframe', 'object', 'head', 'button', 'select', 'option', 'textarea']);
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'tr', 'thead', 'tbody', 'blockquote', 'pre', 'hr', 'figure', 'figcaption', 'form', 'body', 'center', 'address', 'caption']);

export function readHtml(page: string): string {
	const pieces: string[] = [];
	/** Numbers of an ordered list are printed by the browser, so they are put into the text. */
	const lists: { isOrdered: boolean; next: number }[] = [];
	let skip = 0;
	const breakLine = () => {
		if (pieces.length > 0 && pieces.at(-1) !== '\n') pieces.push('\n');
	};
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (skip > 0 || dropped.has(name) || attributes['aria-hidden'] === 'true' || 'hidden' in attributes) {
					if (!voids.has(name)) skip++;
					return;
				}
				if (name === 'br' || blocks.has(name)) breakLine();
				if (name === 'td' || name === 'th') pieces.push('\t');
				if (name === 'ol' || name === 'ul') lists.push({ isOrdered: name === 'ol', next: Number.parseInt(attributes.start ?? '1', 10) || 1 });
				if (name === 'li') {
					breakLine();
					const list = lists.at(-1);
					if (list?.isOrdered) pieces.push(`${list.next++}. `);
				}
			},
			onclosetag(name) {
				if (skip > 0) {
					if (!voids.has(name)) skip--;
					return;
				}
				if (name === 'ol' || name === 'ul') lists.pop();
				if (blocks.has(name) || name === 'li') breakLine();
			},
			ontext(text) {
				if (skip > 0) return;
				const words = text.replace(/\s*[\r\n]\s*/g, (_, at: number, whole: string) => (/[A-Za-z\d,;]$/.test(whole.slice(0, at)) ? ' ' : ''));
				if (words !== '') pieces.push(words);
			}
		},
		{ decodeEntities: true, lowerCaseTags: true }
	);
	parser.write(page);
	parser.end();
	return pieces.join('').replace(/[ \t]+\n/g, '\n');
}

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
