import { addWords } from '../tables.ts';

export const zh = {
};

export const en: Record<keyof typeof zh, string> = {
};

addWords({ zh, en });
