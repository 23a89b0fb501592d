/** What the planner states of a layer, while it is typed: for one that comes and for one that is there. */
import type { InventoryField, InventoryLayer, InventoryRole } from '../domain/inventory.ts';

export interface FormField extends InventoryField {
	role: InventoryRole | '';
	/** Of a file: rows without a value, and a few values. */
	missing?: number;
	examples?: readonly string[];
}
type Start = Pick<InventoryLayer, 'title' | 'source' | 'date' | 'accuracyM' | 'roles' | 'style'> & { fields: readonly (InventoryField & Pick<FormField, 'missing' | 'examples'>)[] };
type Stated = Pick<InventoryLayer, 'title' | 'source' | 'date' | 'accuracyM' | 'fields' | 'roles' | 'style'>;

export class LayerForm {
	title = $state('');
	source = $state('');
	date = $state('');
	/** Metres as typed; empty is "not stated". */
	accuracy = $state('');
	colour = $state(0);
	by = $state('');
	fields = $state<FormField[]>([]);
	readonly #style: InventoryLayer['style'];

	constructor({ title, source, date, accuracyM, fields, roles, style }: Start) {
		[this.title, this.source, this.date, this.accuracy, this.colour, this.by] = [title, source, date, accuracyM === null ? '' : String(accuracyM), style.colour, style.by ?? ''];
		this.fields = fields.map((field) => ({ ...field, role: (Object.entries(roles).find(([, name]) => name === field.name)?.[0] ?? '') as InventoryRole | '' }));
		this.#style = style;
	}

	/** A role belongs to one field. */
	setRole(name: string, role: InventoryRole | ''): void {
		for (const field of this.fields) field.role = field.name === name ? role : field.role === role ? '' : field.role;
	}
	setType(name: string, type: InventoryField['type']): void {
		for (const field of this.fields) if (field.name === name) field.type = type;
		if (type !== 'category' && this.by === name) this.by = '';
	}
	get categories(): FormField[] {
		return this.fields.filter(({ type }) => type === 'category');
	}

	stated(): Stated {
		const { by: _, ...style } = this.#style;
		return {
			title: this.title.trim(), source: this.source.trim(), date: this.date.trim(), accuracyM: String(this.accuracy).trim() === '' ? null : Number(this.accuracy),
			fields: this.fields.map(({ name, label, type, unit }) => ({ name, label: label.trim() || name, type, unit: unit.trim() })),
			roles: Object.fromEntries(this.fields.filter(({ role }) => role !== '').map(({ role, name }) => [role, name])),
			style: { ...style, colour: this.colour, ...(this.by && { by: this.by }) }
		};
	}
}
