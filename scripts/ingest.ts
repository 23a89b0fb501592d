/**
 * `npm run ingest -- FILE…`: reads policy texts (.txt, .md, .html, .docx, .pdf with text) and says on one page what they hold. `npm run -s ingest -- FILE --json`
 * prints the reading as JSON and nothing else; offsets count in the text of the file (without its byte order mark), or in what was taken
 * out of it. Nothing is stored.
 * Exit codes: 0 read, 1 a file that cannot be read (one sentence), 2 wrong use.
 */
import { basename } from 'node:path';
import type { DocumentText, PolicyText } from '#lib/domain/policy-text.ts';
import type { TextFile } from '#lib/domain/text-file.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoots } from '#lib/server/roots.ts';
import { makePolicyReader } from '#lib/text/policy-reader.ts';
import { openTextFile, showProgress, stop } from './text-files.ts';

const args = process.argv.slice(2);
const wantsJson = args.includes('--json');
const names = args.filter((argument) => !argument.startsWith('--'));
const unknown = args.find((argument) => argument.startsWith('--') && argument !== '--json');

if (unknown !== undefined) stop(`"${unknown}" is no option; expected --json. Run: npm run ingest -- FILE… [--json]`, 2);
if (names.length === 0) stop('No file is named; expected one or more .txt, .md, .html, .docx or .pdf. Run: npm run ingest -- FILE… [--json]', 2);

interface Reading {
	name: string;
	file: TextFile;
	policy: PolicyText;
}

const count = (document: DocumentText, kind: 'places' | 'agencies' | 'figures' | 'dates' | 'references' | 'doubts'): number => document[kind].length + document.clauses.reduce((sum, clause) => sum + clause[kind].length, 0);

function print({ name, file, policy }: Reading): void {
	const isTook = file.encoding === '' ? '' : `, ${file.encoding}`;
	console.log(`${basename(name)}  ${file.format}${isTook}, ${file.text.length} characters, ${policy.documents.length} ${policy.documents.length === 1 ? 'document' : 'documents'}`);
	for (const document of policy.documents) {
		console.log(`\n  ${document.title || '(no title found)'}${document.id ? `  [${document.id}]` : ''}`);
		const imprint = [document.issuer, document.issued].filter((words) => words !== '').join(', ');
		if (imprint !== '') console.log(`    issued    ${imprint}`);
		const kinds = Map.groupBy(document.clauses, ({ kind }) => kind);
		console.log(`    clauses   ${document.clauses.length === 0 ? 'none: the text has no numbered clauses and no titled paragraphs' : [...kinds].map(([kind, clauses]) => `${kind} ${clauses.length} (${clauses[0]!.path}${clauses.length > 1 ? ` … ${clauses.at(-1)!.path}` : ''})`).join(', ')}`);
		console.log(`    found     ${(['places', 'agencies', 'figures', 'dates', 'references', 'doubts'] as const).map((kind) => `${kind} ${count(document, kind)}`).join(', ')}`);
		for (const clause of document.clauses.filter(({ levels }) => levels.length === 1).slice(0, 24)) console.log(`      ${clause.path}  ${clause.heading || file.text.slice(clause.start, Math.min(clause.end, clause.start + 24)).replace(/\s+/g, ' ')}`);
	}
	const aside = policy.asides.reduce((sum, { start, end }) => sum + end - start, 0);
	if (aside > 0) console.log(`\n  Set aside ${policy.asides.length} passages, ${aside} characters: ${[...Map.groupBy(policy.asides, ({ kind }) => kind)].map(([kind, passages]) => `${kind} ${passages.length}`).join(', ')}`);
}

const read = makePolicyReader(readDataset(readRoots()).register);
const seen = new Map<string, string>();
const readings: Reading[] = [];
for (const name of names) {
	const file = await openTextFile(name);
	const twin = seen.get(file.text);
	if (twin !== undefined) {
		process.stderr.write(`${name} holds the same text as ${twin}; it is read once.\n`);
		continue;
	}
	seen.set(file.text, name);
	readings.push({ name, file, policy: await read(file.text, (share) => showProgress(basename(name), 0.6 + share * 0.4)) });
}

if (wantsJson) console.log(JSON.stringify({ documents: readings.flatMap(({ name, policy }) => policy.documents.map((document) => ({ file: basename(name), normaliser: policy.normaliser, ...document }))) }));
else readings.forEach(print);
