/** `npm run template -- observations|targets|projects|statuses [FILE]`: writes the template as .xlsx. A wrong argument: one sentence, exit 2. */
import { writeFileSync } from 'node:fs';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import { templateNames } from '#lib/domain/figure-report.ts';
import type { TemplateName } from '#lib/domain/figure-report.ts';
import { templateBook } from '#lib/query/figures/template-book.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';

const [collection = '', file = `${collection}-template.xlsx`, ...rest] = process.argv.slice(2);

function refuse(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}
if (!(templateNames as readonly string[]).includes(collection)) refuse(`"${collection}" is no template; expected one of ${templateNames.join(', ')}. Run: npm run template -- observations [FILE]`);
if (rest.length > 0) refuse(`"${rest[0]}" is one argument too many; expected a template and a file. Put a name with spaces in quotes.`);
if (!file.toLowerCase().endsWith('.xlsx')) refuse(`"${file}" does not end in .xlsx; expected the name of a workbook. Add the ending.`);

const { dataset } = publish(readRoots());
try {
	writeFileSync(file, await writeXlsx(templateBook(dataset, 'zh', { collection: collection as TemplateName })));
	console.log(`${file} is written; fill it in and drop it on the page /zh/figures.`);
} catch (error) {
	refuse(`${file} cannot be written (${error instanceof Error ? error.message : String(error)}). Close it where it is open, or choose another place.`);
}
