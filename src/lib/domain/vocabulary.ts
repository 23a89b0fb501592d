/** Closed vocabularies of the model. Their words in both languages are in `i18n`. */
export const documentKinds = ['policy-measures', 'action-plan', 'press-release', 'implementation-plan', 'outline', 'general-plan', 'spatial-plan', 'development-plan', 'ordinance'] as const;
export const measureKinds = ['policy', 'innovation', 'action'] as const;
export const domains = ['eco', 'infra', 'plan', 'industry', 'factor', 'service', 'culture', 'govern'] as const;
export const projectKinds = ['eco', 'hydro', 'rail', 'road', 'innovation', 'public'] as const;
export const statusValues = ['completed', 'building', 'ongoing', 'planned'] as const;
export const governments = ['national', 'basin', 'shanghai', 'jiangsu', 'zhejiang', 'suzhou', 'jiaxing', 'qingpu', 'wujiang', 'jiashan', 'kunshan', 'jinshan', 'joint', 'company', 'institute'] as const;
export const bases = ['named', 'area-wide', 'inferred'] as const;
export const accuracyClasses = ['official', 'derived', 'digitised', 'schematic', 'symbolic'] as const;
export const placeKinds = [
	'zone', 'district', 'city', 'province', 'town', 'lake', 'river', 'canal', 'reservoir', 'lake-group', 'collective', 'pattern', 'corridor',
	'rail', 'road', 'waterway', 'station', 'interchange', 'park', 'site', 'landmark'
] as const;
export const modes = ['hsr', 'rail', 'intercity', 'metro', 'expressway', 'road', 'waterway'] as const;

export type Domain = (typeof domains)[number];
export type ProjectKind = (typeof projectKinds)[number];
export type StatusValue = (typeof statusValues)[number];
export type Government = (typeof governments)[number];
export type AccuracyClass = (typeof accuracyClasses)[number];
export type PlaceKind = (typeof placeKinds)[number];
export type Mode = (typeof modes)[number];
/** How a record comes to a place: stored in a link, computed from geometry, or passed on by a collective. */
export type Basis = (typeof bases)[number] | 'spatial';

/** Accuracy classes whose geometry may answer a spatial question; a symbolic extent never does. */
export const decidesSpace = (accuracy: AccuracyClass | undefined): boolean => accuracy !== undefined && accuracy !== 'symbolic';
/** Accuracy classes whose area or length may be compared with a published figure. */
export const isMeasured = (accuracy: AccuracyClass | undefined): boolean => accuracy === 'official' || accuracy === 'derived' || accuracy === 'digitised';
