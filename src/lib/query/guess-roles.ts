/** Which field may be the name, the status and so on, by what fields are usually called: filled in beforehand, for the planner to check. Each field serves once. */
import { inventoryRoles } from '../domain/inventory.ts';
import type { InventoryField, InventoryRole } from '../domain/inventory.ts';

const names: Readonly<Record<InventoryRole, RegExp>> = {
	name: /^(.*名称|名字|名|.*(?:_|^)name(?:_?zh|_?cn)?|mc)$/i,
	kind: /^(.*类型|.*类别|种类|.*(?:_|^)(?:type|kind|class|category)|lx)$/i,
	status: /^(.*状态|现状|status|state|zt)$/i,
	year: /^(.*年份|.*年度|建成年|建设年|竣工年|年|.*(?:_|^)year)$/i,
	length: /^(.*长度.*|长|.*(?:_|^)length(?:_?k?m)?|cd)$/i,
	investment: /^(.*投资.*|造价|.*(?:_|^)(?:investment|cost))$/i,
	owner: /^(.*权属.*|.*管理单位|.*责任单位|产权单位|owner|operator|qs)$/i
};
const numeric = new Set<InventoryRole>(['length', 'investment']);

export function guessRoles(fields: readonly InventoryField[]): Partial<Record<InventoryRole, string>> {
	const roles: Partial<Record<InventoryRole, string>> = {};
	const taken = new Set<string>();
	for (const role of inventoryRoles) {
		const found = fields.find(({ name, type }) => !taken.has(name) && names[role].test(name.trim()) && (!numeric.has(role) || type === 'number'));
		if (!found) continue;
		roles[role] = found.name;
		taken.add(found.name);
	}
	return roles;
}
