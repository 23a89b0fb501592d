/** What is said about a file that should hold a policy text and is refused as a whole (`textfile.*`). */
import { addWords } from '../tables.ts';

export const zh = {
	'textfile.empty': '文件里没有文字。请换一份有正文的文件。',
	'textfile.size': '文件有 {mb} MB，最多 {most} MB。请拆成几份，或只留正文。',
	'textfile.type': '不认识这种文件（{type}）。可读 .txt、.md、.html、.docx 和带文字的 .pdf。',
	'textfile.encoding': '文字是 {encoding} 编码，没有读入。请另存为 UTF-8。',
	'textfile.garbled': '文字既不是 UTF-8、UTF-16，也不是 GBK，读出来会是乱码，没有读入。请另存为 UTF-8。',
	'textfile.password': '文件有密码，没有打开。请去掉密码另存一份。',
	'textfile.broken': '文件已损坏，或不完整（{type}）。请重新保存后再试。',
	'textfile.bomb': '文件解开后大得不正常，没有打开。请另存一份再试。',
	'textfile.no-text': '这个 PDF 只有图像，没有文字层。请先做文字识别，或找文字版。',
	'textfile.pages': '文件有 {pages} 页，最多 {most} 页。请拆成几份。',
	'textfile.chars': '正文超过 {most} 字，没有读入。请拆成几份。',
	'textfile.old-word': '这是旧格式 Word（.doc 或 .wps），不能读。请另存为 .docx。',
	'textfile.failed': '没有读成，未作任何改动。请再试一次。'
};

export const en: Record<keyof typeof zh, string> = {
	'textfile.empty': 'The file holds no text. Choose one with a body.',
	'textfile.size': 'The file has {mb} MB; at most {most} MB. Split it or keep only the text.',
	'textfile.type': 'This kind of file ({type}) is not known. Readable are .txt, .md, .html, .docx and .pdf with text.',
	'textfile.encoding': 'The text is encoded as {encoding}; it was not read. Save it as UTF-8.',
	'textfile.garbled': 'The text is neither UTF-8, UTF-16 nor GBK and would be garbled; it was not read. Save it as UTF-8.',
	'textfile.password': 'The file has a password; it was not opened. Save a copy without it.',
	'textfile.broken': 'The file is damaged or incomplete ({type}). Save it again and retry.',
	'textfile.bomb': 'Unpacked, the file would be abnormally large; it was not opened. Save it again and retry.',
	'textfile.no-text': 'This PDF holds pictures only, no text. Run text recognition first, or find a version with text.',
	'textfile.pages': 'The file has {pages} {pages|page|pages}; at most {most}. Split it.',
	'textfile.chars': 'The text has more than {most} {most|character|characters}; it was not read. Split it.',
	'textfile.old-word': 'This is an old Word format (.doc or .wps) that cannot be read. Save it as .docx.',
	'textfile.failed': 'It could not be read; nothing was changed. Try again.'
};

addWords({ zh, en });
