/**
 * What a column of a catalogue file may hold. A collection is a record of fields; the reader, the check, the
 * API and the types of the records all come from it, so a new column is declared once.
 */
export interface Field<T = unknown> {
	readonly type: 'id' | 'clause-id' | 'text' | 'list' | 'ref' | 'refs' | 'any-ref' | 'any-refs' | 'enum' | 'number' | 'date' | 'yes-no';
	readonly required: boolean;
	/** Collection that a `ref` or `refs` column always names. */
	readonly to?: string;
	/** Kinds that an `any-ref` (`kind:id`) column may name. */
	readonly kinds?: readonly string[];
	readonly values?: readonly string[];
	/** Carries the TypeScript type only; never set. */
	readonly _type?: T;
}

const make = <T>(type: Field['type'], extra: Partial<Field> = {}) => ({ type, required: false, ...extra }) as Field<T>;

export const required = <T>(field: Field<T>): Field<T> => ({ ...field, required: true });

export const id = () => make<string>('id', { required: true });
export const clauseId = () => make<string>('clause-id', { required: true });
export const text = () => make<string>('text');
export const list = () => make<string[]>('list');
export const ref = (to: string) => make<string>('ref', { to });
export const refs = (to: string) => make<string[]>('refs', { to });
export const anyRef = (...kinds: string[]) => make<string>('any-ref', { kinds });
export const anyRefs = (...kinds: string[]) => make<string[]>('any-refs', { kinds });
export const oneOf = <const V extends readonly string[]>(...values: V) => make<V[number]>('enum', { values, required: true });
export const number = () => make<number | null>('number');
/** `2024`, `2024-05` or `2024-05-18`; empty when the source does not say. */
export const date = () => make<string>('date');
/** An enum cell that may stay empty. */
export const maybeOneOf = <const V extends readonly string[]>(...values: V) => make<V[number] | ''>('enum', { values });
export const yesNo = () => make<boolean | null>('yes-no');

export type Fields = Record<string, Field>;
type Camel<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<Camel<B>>}` : S;
/** The record that a set of fields describes: `summary_zh` becomes `summaryZh`. */
export type RecordOf<F extends Fields> = { -readonly [K in keyof F & string as Camel<K>]: F[K] extends Field<infer T> ? T : never };

const camels = new Map<string, string>();
/** Asked for every cell of every row, of a few dozen columns. */
export function camel(column: string): string {
	let known = camels.get(column);
	if (known === undefined) camels.set(column, (known = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())));
	return known;
}
