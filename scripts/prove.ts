/**
 * `npm run prove -- FILE… [--keep] [--fingerprints]`: holds our clauses against official texts and says which are proved, differ or are not found.
 * `--keep` leaves the texts in the data folder, so that the app shows the same. `--fingerprints` writes the fingerprints of the clauses that were
 * found into `geodata/catalogue/clauses.csv`: for who keeps the catalogue, with the copy that the summaries were written from.
 * Exit codes: 0 all proved, 1 something differs, is not found or could not be read, 2 wrong use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDataset } from '#lib/catalogue/read.ts';
import { readCsv } from '#lib/catalogue/formats/csv.ts';
import { writeCsv } from '#lib/domain/csv.ts';
import type { Proof } from '#lib/domain/proof.ts';
import { disk } from '#lib/server/disk.ts';
import { proveTexts, readHeld, sha256 } from '#lib/server/proofs.ts';
import type { ReadText } from '#lib/server/proofs.ts';
import { plannerFolder, readRoots, shippedFolder } from '#lib/server/roots.ts';
import { keepText, sumOfText } from '#lib/server/texts.ts';
import type { HeldText } from '#lib/server/texts.ts';
import { fingerprintOf, printedPath } from '#lib/text/prove.ts';
import { openTextFile, stop } from './text-files.ts';

const use = 'Run: npm run prove -- FILE… [--keep] [--fingerprints]';
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = options.find((option) => option !== '--keep' && option !== '--fingerprints');
if (unknown !== undefined) stop(`"${unknown}" is no option; expected --keep or --fingerprints. ${use}`, 2);
if (names.length === 0) stop(`No file is named; expected one or more .txt, .md, .html, .docx or .pdf. ${use}`, 2);

const { register, catalogue } = readDataset(readRoots());
const given: HeldText[] = [];
for (const name of names) {
	const { text } = await openTextFile(name);
	given.push({ name: basename(name), text, at: new Date().toISOString(), by: '', assigned: {}, sum: sumOfText(text) });
}
const texts = readHeld(given, register);
const proofs = proveTexts(texts, catalogue);

const wordsOf: Record<Proof['differences'][number]['what'], (ours: string, theirs: string) => string> = {
	heading: (ours, theirs) => `heading "${ours}" is not in it${theirs ? ` (it says "${theirs}")` : ''}`,
	figure: (ours) => `"${ours}" is not in the text`,
	elsewhere: (ours, theirs) => `"${ours}" stands in ${theirs}`,
	wording: (ours, theirs) => `another wording: ${theirs} characters, ours was written from ${ours}`
};
for (const text of texts) if (text.documents.length === 0) console.log(`${text.name}: none of our documents was found in it, by its title`);
for (const id of new Set(texts.flatMap(({ documents }) => documents.map((document) => document.id)))) {
	const own = proofs.filter(({ clause }) => clause.startsWith(`${id}#`));
	const count = (state: Proof['state']): number => own.filter((proof) => proof.state === state).length;
	const unchecked = catalogue.clauses.filter(({ document }) => document === id).length - own.length;
	console.log(`${id}: proved ${count('proved')}, differ ${count('differs')}, not found ${count('not-found')}${unchecked > 0 ? `, not checked ${unchecked} (no printed number leads to them)` : ''}`);
	for (const { clause, state, differences } of own) if (state !== 'proved') console.log(`  ${clause}  ${state === 'not-found' ? 'not found' : differences.map(({ what, ours, theirs }) => wordsOf[what](ours, theirs)).join('; ')}`);
}

if (options.includes('--keep')) {
	const folder = plannerFolder();
	if (folder === null) stop('There is no data folder (DATA_DIR=none), so no text was kept.', 1);
	for (const { name, text, at } of given) {
		const kept = keepText(folder, { name, text, by: '', assigned: {} }, at, disk);
		console.log(kept.ok ? `${name}: kept in ${join(folder, 'texts', kept.value.sum)}; start the app again to see it` : `${name}: ${kept.refusal.en}`);
	}
}

/** Rows keep their order and every other cell. */
function writeFingerprints(read: readonly ReadText[]): void {
	const file = join(shippedFolder(), 'catalogue/clauses.csv');
	const { table } = readCsv(file, readFileSync(file, 'utf8'));
	const rows = table.rows.map(({ cells }) => {
		const found = read.flatMap(({ normal, documents }) => documents.filter(({ id }) => id === cells.document).flatMap((document) => document.clauses.filter((clause) => [clause.path, clause.levels.join('/')].includes(printedPath({ id: cells.id! }))).map((clause) => fingerprintOf(normal, document, clause, sha256)))).at(-1);
		const now: Record<string, string> = found ? { ...cells, fingerprint: found.hash, fingerprint_length: String(found.length), fingerprint_normaliser: found.normaliser } : cells;
		return table.columns.map((column) => now[column] ?? '');
	});
	writeFileSync(file, writeCsv([table.columns, ...rows]));
	console.log(`${rows.filter((row) => row[table.columns.indexOf('fingerprint')] !== '').length} of ${rows.length} clauses have a fingerprint`);
}
if (options.includes('--fingerprints')) writeFingerprints(texts);
process.exitCode = proofs.length > 0 && proofs.every(({ state }) => state === 'proved') ? 0 : 1;
