import { screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect, test } from 'vitest';
import ClausePanel from '#lib/components/ClausePanel.svelte';
import GovernmentColumns from '#lib/components/GovernmentColumns.svelte';
import PlacePanel from '#lib/components/PlacePanel.svelte';
import ProgrammeSection from '#lib/components/ProgrammeSection.svelte';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { programmeCard } from '#lib/query/programmes.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { clauseCard } from '#lib/query/record-cards.ts';
import { waterCard } from '#lib/query/water-card.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { healthProgramme, openWithProgrammes } from '../fixtures/programme.ts';
import { show as showOn, stage } from './support/stage.svelte.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (card: Component<any>, props: Record<string, unknown>) => showOn(stage(), card, props);
const writer = { lang: 'zh' as const, t: translator('zh') };
const { dataset, relations } = publish(readRoots());
const atlas = createAtlas(dataset, relations);

test('the record of a water begins with its ecological targets, their state and who answers', () => {
	show(PlacePanel, { card: placeCard(atlas, 'zh', 'taipu-river') });
	const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
	expect(headings[0]).toContain('生态目标');
	const targets = within(screen.getAllByRole('heading', { level: 3 })[0]!.closest('section')!);
	const row = targets.getByRole('link', { name: '太浦河水质类别' }).closest('li')!;
	expect(row.textContent).toMatch(/不可比.*2011-10 单月样本.*保持或优于/);
	expect(targets.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent?.slice(0, 3))).toEqual(['青浦区', '吴江区', '嘉善县', '共同跨']);
	expect(targets.getByRole('link', { name: '全部内容' }).getAttribute('href')).toBe('/zh/waters/taipu-river');
});

test('the record of a district has no targets of a water', () => {
	show(PlacePanel, { card: placeCard(atlas, 'zh', 'qingpu') });
	expect(screen.queryByRole('heading', { name: /^生态目标/ })).toBeNull();
});

test('a government that nothing is known of says "not in this catalogue"', () => {
	show(GovernmentColumns, { answers: waterCard(atlas, writer, judgeAll(atlas), 'fen-lake')!.answers });
	for (const name of ['青浦区', '吴江区', '嘉善县']) expect(screen.getByRole('heading', { name: new RegExp(`^${name}`) }).closest('section')!.textContent).toContain('本目录未见');
});

test('a programme without figures says so and offers its template', () => {
	const empty = openWithProgrammes().atlas;
	const { container } = show(ProgrammeSection, { card: programmeCard(empty, writer, judgeAll(empty), healthProgramme) });
	expect(screen.getByText(/^本目录没有数据/)).toBeTruthy();
	expect(container.querySelector('figure')).toBeNull();
	expect(screen.getByRole('link', { name: '填写模板' }).getAttribute('href')).toBe('/zh/figures?template=observations&indicators=lake-health');
});

test('a programme with loaded rows shows their chart and their table', () => {
	const loaded = openWithProgrammes('lake-health-2023,lake-health,78.5,78.5,78.5,2023,,annual,西区水务局,West Water Bureau,,,s-plan', 'lake-health-2024,lake-health,81,81,81,2024,,annual,西区水务局,West Water Bureau,,,s-plan').atlas;
	const { container } = show(ProgrammeSection, { card: programmeCard(loaded, writer, judgeAll(loaded), healthProgramme) });
	expect(screen.queryByText(/^本目录没有数据/)).toBeNull();
	expect(container.querySelectorAll('figure svg a circle').length).toBeGreaterThan(0);
	expect(container.querySelector('figure svg')!.getAttribute('aria-label')).toMatch(/^镜湖：2 个公布数值/);
	const row = screen.getByRole('rowheader', { name: '2024' }).closest('tr')!;
	expect(row.textContent).toContain('81 分');
	expect(container.querySelector(`figure a[href="#${row.id}"]`)).not.toBeNull();
});

test('the clause leads to the section of its programme', () => {
	show(ClausePanel, { card: clauseCard(atlas, 'zh', 'action-plan#5') });
	expect(screen.getByRole('link', { name: '数据与模板：太浦河生态补偿' }).getAttribute('href')).toBe('/zh/waters#compensation');
});
