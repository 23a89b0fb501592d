import { hydrate, tick, unmount } from 'svelte';
import { expect, test } from 'vitest';
import ProgressForm from '#lib/components/ProgressForm.svelte';
import ChangeStage from './support/ChangeStage.svelte';

const form = { choice: { on: '2026-03-04', months: 18 }, today: '2026-03-04', dataDate: '2026-03-04' };
/** As a server sends it. Markup that differs from the component cannot be taken over, and the test ends with an error. */
const sent = '<!--[--><!--[--><!----><form method="get" action="/zh/progress" aria-label="计算条件"><label>到期相对于 <input type="date" name="on" value="2026-03-04"></label> <label>状态超过几个月算久未更新 <input type="number" name="months" min="1" max="240" value="18"></label> <button>应用</button> <!--[-1--><!--]--></form><!----><!--]--><!--]-->';

test('a planner typed 6 months and another day while the page was still loading, and found the old ones again: what is typed stays', async () => {
	document.body.innerHTML = sent;
	const fields = ['on', 'months'].map((name) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)!);
	fields.forEach((field, i) => (field.value = ['2026-06-30', '6'][i]!));
	const app = hydrate(ChangeStage, { target: document.body, recover: false, props: { component: ProgressForm, props: form } });
	await tick();
	expect(fields.every((field) => field.isConnected)).toBe(true);
	expect(fields.map(({ value }) => value)).toEqual(['2026-06-30', '6']);
	await unmount(app);
});
