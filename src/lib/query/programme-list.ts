/**
 * Four things that the action plan asks for and that our sources hold no figures of. Their indicators stand in the catalogue without values
 * (ADR 0006), so that a planner's rows have a home; which clause asks, and what is easily taken for them, is said here once.
 */
export const programmeKeys = ['health', 'value', 'compensation', 'index'] as const;
export type ProgrammeKey = (typeof programmeKeys)[number];

export interface Programme {
	key: ProgrammeKey;
	/** Theme of its indicators. */
	theme: string;
	measure: string;
	/** Other clauses that speak of it. */
	also: string[];
	/** Records that are easily taken for it and are not it; the page says so. */
	milestonesBeside: string[];
	/** What its template is to hold, and the column of the observations template that takes it. */
	fields: [word: string, column: string][];
}

export const programmes: readonly Programme[] = [
	{ key: 'health', theme: 'river-health', measure: 'action-plan-23', also: [], milestonesBeside: ['2024-02-20-first-health-check', '2026-03-02-health-check-2025'], fields: [['water', 'indicator'], ['year', 'year'], ['score', 'value_text'], ['assessor', 'basis_zh']] },
	{ key: 'value', theme: 'product-value', measure: 'action-plan-25', also: ['action-plan#24'], milestonesBeside: [], fields: [['district', 'indicator'], ['year', 'year'], ['value', 'value_text'], ['method', 'basis_zh']] },
	{ key: 'compensation', theme: 'compensation', measure: 'action-plan-5', also: ['jiangsu-plan#三/(三)/6'], milestonesBeside: ['2020-01-06-taipu-source-agreements'], fields: [['river', 'indicator'], ['year', 'year'], ['amount', 'value_text'], ['parties', 'basis_zh']] },
	{ key: 'index', theme: 'development-index', measure: 'action-plan-21', also: [], milestonesBeside: [], fields: [['district', 'indicator'], ['year', 'year'], ['index', 'value_text'], ['publisher', 'basis_zh']] }
];
export const isProgrammeTheme = (theme: string): boolean => programmes.some((programme) => programme.theme === theme);
/** The programme that a measure asks for. */
export const programmeOf = (measure: string): ProgrammeKey | null => programmes.find((programme) => programme.measure === measure)?.key ?? null;
