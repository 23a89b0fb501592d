/** Languages of the interface and of the data, Chinese first. */
export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

export const isLang = (value: string): value is Lang => (langs as readonly string[]).includes(value);
