/** Imported where words of the other language are said too: a briefing is not always in the language of the page, a workbook's heads may be in either. */
import { core } from '#first-words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

Object.assign(core.zh, zh);
Object.assign(core.en, en);
