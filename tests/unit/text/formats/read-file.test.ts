import { Document, FootnoteReferenceRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, DeletedTextRun, InsertedTextRun } from 'docx';
import fc from 'fast-check';
import { zipSync, strToU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { TextRefusal, textLimits } from '#lib/domain/text-file.ts';
import { checkTextFile, readTextFile } from '#lib/text/formats/read-file.ts';
import { readPolicy } from '#lib/text/read-policy.ts';
import { gbk } from '../../../fixtures/encodings.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const policy = '清河市水网保护办法\n一、加强巡查。每月一次，重点在区界河段。\n二、加强监测。每周一次，发布结果。';
const refusal = async (name: string, bytes: Uint8Array): Promise<string> =>
	readTextFile(name, bytes).then((file) => `read: ${file.text.slice(0, 40)}`, (error: unknown) => (error instanceof TextRefusal ? error.key : `threw ${String(error)}`));

const utf16 = (text: string, isBig: boolean): Uint8Array => {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	[...text].forEach((_, at) => view.setUint16(at * 2, text.charCodeAt(at), !isBig));
	return bytes;
};

describe('plain text', () => {
	it('is read as UTF-8, UTF-16 of both orders and GBK', async () => {
		for (const [bytes, encoding] of [[bytesOf(policy), 'utf-8'], [bytesOf(`\ufeff${policy}`), 'utf-8'], [utf16(`\ufeff${policy}`, false), 'utf-16le'], [utf16(`\ufeff${policy}`, true), 'utf-16be'], [utf16(policy, false), 'utf-16le'], [gbk(policy), 'gb18030']] as const)
			expect(await readTextFile('a.txt', bytes)).toEqual({ format: 'txt', text: policy, encoding });
	});

	it('in another encoding is named or refused, never garbled', async () => {
		const big5 = readFileSync('tests/fixtures/policy-text/big5.bin');
		await expect(readTextFile('a.txt', big5)).rejects.toMatchObject({ key: 'encoding', filling: { encoding: 'Big5' } });
		expect(await refusal('a.txt', new Uint8Array([0x89, 0x50, 0xff, 0x00, 0x81, 0x00, 0xfe]))).toBe('garbled');
		expect(await refusal('a.txt', new Uint8Array([0xff, 0xfe, 0, 0, 0x2e, 0x4e, 0, 0]))).toBe('encoding');
	});

	it('that is empty, too large or of another kind is refused by name and size alone', async () => {
		expect(await refusal('a.txt', new Uint8Array())).toBe('empty');
		expect(await refusal('a.txt', bytesOf('  \n ……'))).toBe('empty');
		expect(await refusal('a.doc', bytesOf(policy))).toBe('old-word');
		expect(await refusal('a.rtf', bytesOf(policy))).toBe('type');
		expect(() => checkTextFile('a.txt', textLimits.fileBytes + 1)).toThrow(expect.objectContaining({ key: 'size' }));
	});
});

describe('a web page', () => {
	it('gives its blocks as lines, without scripts, styles and menus', async () => {
		const page = `<!doctype html><html><head><title>t</title><style>p{}</style></head><body><nav>首页</nav><script>document.title='x'</script><div><h1>清河市水网保护办法</h1><p>一、加强巡查。<b>每月</b>
			一次，重点在区界河段。</p><p hidden>藏</p><table><tr><td>甲</td><td>乙</td></tr></table><ol start="3"><li>丙</li><li>丁</li></ol>&lt;a&gt;&nbsp;</div></body></html>`;
		const { format, text } = await readTextFile('a.html', bytesOf(page));
		expect(format).toBe('html');
		expect(text.split('\n').map((line) => line.trim()).filter((line) => line !== '')).toEqual(['清河市水网保护办法', '一、加强巡查。每月一次，重点在区界河段。', '甲\t乙', '3. 丙', '4. 丁', '<a>']);
	});
});

const wordFile = async (): Promise<Uint8Array> => {
	const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'policy', level } });
	const levels = [['chineseCounting', '%1、'], ['chineseCounting', '（%2）'], ['decimal', '%3.']].map(([format, text], level) => ({ level, format: format as (typeof LevelFormat)[keyof typeof LevelFormat], text: text! }));
	const file = new Document({
		numbering: { config: [{ reference: 'policy', levels }] },
		footnotes: { 1: { children: [new Paragraph('注：界河以图为准。')] } },
		sections: [{
			children: [
				new Paragraph('清河市水网保护方案'), numbered('总体要求', 0), new Paragraph('坚持节水优先。'), numbered('重点任务', 0), numbered('修复岸线。恢复自然形态。', 1), numbered('清退围网，三年完成。', 2), numbered('疏浚湖底，分年实施。', 2), numbered('治理面源。控制排水。', 1), numbered('建沟渠，设缓冲带。', 2),
				new Paragraph({ children: [new TextRun('保留'), new DeletedTextRun({ text: '删去', id: 1, author: 'a', date: '2024-01-01T00:00:00Z' }), new InsertedTextRun({ text: '加上', id: 2, author: 'a', date: '2024-01-01T00:00:00Z' }), new FootnoteReferenceRun(1)] }),
				new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('任务')] }), new TableCell({ children: [new Paragraph('单位')] })] })] })
			]
		}]
	});
	return new Uint8Array(await Packer.toBuffer(file));
};

describe('a Word file', () => {
	it('prints its automatic numbers, tables and footnotes, and drops what a reviewer deleted', async () => {
		const { format, text } = await readTextFile('a.docx', await wordFile());
		expect(format).toBe('docx');
		expect(text.split('\n').filter((line) => line !== '')).toEqual([
			'清河市水网保护方案', '一、总体要求', '坚持节水优先。', '二、重点任务', '（一）修复岸线。恢复自然形态。', '1.清退围网，三年完成。', '2.疏浚湖底，分年实施。', '（二）治理面源。控制排水。', '1.建沟渠，设缓冲带。', '保留加上', '注：界河以图为准。', '任务\t单位'
		]);
		expect(readPolicy(text).documents[0]!.clauses.map(({ path }) => path)).toEqual(['一', '二', '(一)', '(一)/1', '(一)/2', '(二)', '(二)/1']);
	});

	it('prints bare and decimal numbers apart from their headings, in Arabic under a Chinese chapter too', async () => {
		const outline = async (first: string, format: 'chineseCounting' | 'decimal'): Promise<string[]> => {
			const levels = [{ level: 0, format, text: first }, { level: 1, format: 'decimal' as const, text: '%1.%2', isLegalNumberingStyle: true }];
			const numbered = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'guide', level } });
			const children = [new Paragraph('清河市岸线导则'), numbered('总则', 0), numbered('目的', 1), new Paragraph('统一要求。'), numbered('范围', 1), new Paragraph('适用于湖岸。'), numbered('设计', 0), numbered('选线', 1), new Paragraph('利用堤顶。')];
			const bytes = new Uint8Array(await Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'guide', levels }] }, sections: [{ children }] })));
			return readPolicy((await readTextFile('a.docx', bytes)).text).documents[0]!.clauses.map(({ path, heading }) => `${path} ${heading}`);
		};
		expect(await outline('第%1章', 'chineseCounting')).toEqual(['第一章 总则', '1.1 目的', '1.2 范围', '第二章 设计', '2.1 选线']);
		expect(await outline('%1', 'decimal')).toEqual(['1 总则', '1.1 目的', '1.2 范围', '2 设计', '2.1 选线']);
	});

	it('that is a bomb, cut off, or another office file is refused in a sentence', async () => {
		const whole = await wordFile();
		expect(await refusal('a.docx', whole.slice(0, whole.length / 2))).toBe('broken');
		expect(await refusal('a.docx', zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }))).toBe('bomb');
		expect(await refusal('a.docx', zipSync(Object.fromEntries(Array.from({ length: textLimits.entries + 1 }, (_, at) => [`${at}`, strToU8('')]))))).toBe('bomb');
		expect(await refusal('a.docx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('type');
	}, 30_000);
});

const face = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
function pdfFile(draw: (page: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
	const page = new PDFDocument({ size: 'A4', margin: 80, ...options });
	const parts: Uint8Array[] = [];
	return new Promise((done) => {
		page.on('data', (part: Uint8Array) => parts.push(part));
		page.on('end', () => done(new Uint8Array(Buffer.concat(parts))));
		draw(page.font(face).fontSize(14));
		page.end();
	});
}

describe('a PDF', () => {
	const sentence = '围绕河湖水系连通和岸线保护，统筹水上交通、防洪排涝与景观营造，推动沿线乡镇共同编制年度任务清单，明确时间节点和责任分工。';
	it('gives paragraphs over lines and pages, without page numbers and running heads', async () => {
		const bytes = await pdfFile((page) => {
			page.fontSize(18).text('清河市水网保护方案', { align: 'center' }).fontSize(14);
			['一', '二', '三', '四'].forEach((number, index) => {
				if (index > 0) page.addPage();
				page.text('清河市文件', 80, 40, { lineBreak: false }).text('', 80, 80);
				page.text(`\u3000\u3000${number}、任务。${sentence.repeat(2)}`);
				page.text(`— ${index + 1} —`, 280, 740, { lineBreak: false });
			});
		});
		const { format, text } = await readTextFile('a.pdf', bytes);
		expect(format).toBe('pdf');
		expect(text.split('\n')).toEqual(['清河市水网保护方案', ...['一', '二', '三', '四'].map((number) => expect.stringMatching(new RegExp(`^\\s*${number}、任务。${sentence.repeat(2)}$`)))]);
	}, 20_000);

	it('without text, with a password, or broken is refused in a sentence', async () => {
		expect(await refusal('a.pdf', await pdfFile((page) => page.rect(10, 10, 100, 100).fill()))).toBe('no-text');
		expect(await refusal('a.pdf', await pdfFile((page) => page.text('密'), { userPassword: 'x' }))).toBe('password');
		expect(await refusal('a.pdf', bytesOf('%PDF-1.7 nothing'))).toBe('broken');
	}, 20_000);
});

describe('any bytes', () => {
	it('are read or refused, never thrown', async () => {
		const word = await wordFile();
		const broken = fc.tuple(fc.nat(word.length - 1), fc.nat(255)).map(([at, byte]) => word.map((old, index) => (index === at ? byte : old)));
		await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), broken), fc.constantFrom('a.txt', 'a.html', 'a.docx'), async (bytes, name) => {
			expect(await refusal(name, bytes)).not.toMatch(/^threw/);
		}), { numRuns: 150 });
	}, 20_000);
});
