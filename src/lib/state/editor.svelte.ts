/**
 * A briefing being written: the briefing with its undo stack, the slide in hand, what each slide shows, and whether the draft is stored. Every
 * change goes through `edit`; only the tab that writes the draft changes anything.
 */
import { acceptSlide, addSlide, appendView, canAdd, deleteSlide, duplicateSlide, moveSlide, patchSlide, redo, startHistory, step, undo } from '../briefing/edit.ts';
import type { History } from '../briefing/edit.ts';
import type { Briefing, Slide, SlideKind } from '../domain/briefing.ts';
import type { SlideInventories } from '../map/slide-inventories.ts';
import type { Query } from '../query/explore.ts';
import type { Writer } from '../query/indicator-words.ts';
import { isHeld, nameLayers } from '../query/slide-layers.ts';
import { slideChanges, slideContent } from '../query/slide.ts';
import type { SlideContent } from '../query/slide.ts';
import type { Strips } from '../query/strips.ts';
import type { DraftSaver, Saved } from './draft-saver.ts';

export interface EditorInput {
	briefing: Briefing;
	/** Version on the server that it was opened from; 0 for none. */
	base: number;
	/** It differs from what the server has. */
	isDraft: boolean;
	query: Query;
	writer: Writer;
	isLayer: (id: string) => boolean;
	saver: (tell: (saved: Saved) => void) => DraftSaver;
}

/** What the figures and rows of a slide depend on; a change of it is looked at in the preview, so that it is seen. */
const decisive: readonly (keyof Slide)[] = ['kind', 'show', 'view', 'about', 'figures'];

export class Editor {
	readonly query: Query;
	readonly writer: Writer;
	readonly saver: DraftSaver;
	readonly #isLayer: (id: string) => boolean;
	readonly #contents = new WeakMap<Slide, SlideContent>();
	history = $state.raw<History>()!;
	#at = $state('');
	base = $state(0);
	isDirty = $state(false);
	isWriter = $state(true);
	stored = $state<Saved>('saved');
	/** Given once the geometry is here; a slide with a strip is then made anew. */
	strips = $state.raw<Strips | null>(null);
	/** Which plugged-in layers there are, once a slide names one and the server has told; until then none counts as gone. */
	layers = $state.raw<SlideInventories | null>(null);
	/** Slides whose data changed, with the number of differences; filled in little by little. */
	changed = $state.raw<Readonly<Record<string, number>>>({});
	readonly briefing = $derived(this.history.now);
	readonly index = $derived(Math.max(0, this.briefing.slides.findIndex(({ id }) => id === this.#at)));
	readonly slide = $derived<Slide | null>(this.briefing.slides[this.index] ?? null);
	readonly content = $derived(this.slide ? this.contentOf(this.slide) : null);
	readonly changes = $derived(this.content ? slideChanges(this.content) : []);

	constructor({ briefing, base, isDraft, query, writer, isLayer, saver }: EditorInput) {
		[this.query, this.writer, this.#isLayer] = [query, writer, isLayer];
		this.history = startHistory(briefing);
		this.#at = briefing.slides[0]?.id ?? '';
		[this.base, this.isDirty] = [base, isDraft];
		this.saver = saver((saved) => (this.stored = saved));
	}

	contentOf(slide: Slide): SlideContent {
		const layers = nameLayers([slide]) ? this.layers : null;
		const isLayer = (id: string): boolean => this.#isLayer(id) || isHeld(id, layers);
		const strips = slide.show === 'strip' ? this.strips : null;
		if ((slide.show === 'strip' && !strips) || (layers === null && nameLayers([slide]))) return slideContent(this.query, this.writer, slide, isLayer);
		let content = this.#contents.get(slide);
		if (!content) this.#contents.set(slide, (content = slideContent(strips ? { ...this.query, strips } : this.query, this.writer, slide, isLayer)));
		return content;
	}
	select(id: string): void {
		this.#at = id;
	}

	/** `key` joins steps of one field into one. */
	edit(next: Briefing, key = ''): void {
		this.#take(step(this.history, next, key));
	}
	undo(): void {
		this.#take(undo(this.history));
	}
	redo(): void {
		this.#take(redo(this.history));
	}
	#take(history: History): void {
		if (!this.isWriter || history.now === this.history.now) return;
		const at = this.index;
		this.history = history;
		if (!history.now.slides.some(({ id }) => id === this.#at)) this.#at = history.now.slides[Math.min(at, history.now.slides.length - 1)]?.id ?? '';
		this.isDirty = true;
		this.store();
	}
	store(): void {
		this.saver.change({ briefing: this.briefing, base: this.base });
	}

	patch(patch: Partial<Omit<Slide, 'id' | 'seen'>>): void {
		if (!this.slide) return;
		const { id } = this.slide;
		const next = patchSlide(this.briefing, id, patch);
		const isNew = decisive.some((key) => key in patch);
		const slide = next.slides[this.index]!;
		this.edit(isNew ? patchSlide(next, id, { seen: this.contentOf(slide).says }) : next, `${id}.${Object.keys(patch).join()}`);
		if (isNew) this.#mark(id, 0);
	}
	head(patch: Partial<Pick<Briefing, 'title' | 'author' | 'theme'>>): void {
		this.edit({ ...this.briefing, ...patch }, Object.keys(patch).join());
	}
	/** Moves the slide in hand; gives its new place, from 1. */
	move(to: number): number {
		if (this.slide) this.edit(moveSlide(this.briefing, this.slide.id, to));
		return this.index + 1;
	}
	duplicate(): void {
		const at = this.index;
		if (!this.slide || !canAdd(this.briefing)) return;
		this.edit(duplicateSlide(this.briefing, this.slide.id));
		this.#at = this.briefing.slides[at + 1]!.id;
	}
	remove(): void {
		if (this.slide) this.edit(deleteSlide(this.briefing, this.slide.id));
	}
	add(kind: SlideKind): void {
		const at = this.index;
		const next = addSlide(this.briefing, { kind }, this.slide?.id ?? null);
		if (next === this.briefing || !this.isWriter) return;
		this.edit(next);
		this.#at = next.slides[Math.min(at + 1, next.slides.length - 1)]!.id;
	}
	/** From the map in another tab; `false` where the briefing is full. */
	addView(slide: Pick<Slide, 'title' | 'view' | 'seen'>): boolean {
		const next = appendView(this.briefing, slide);
		if (next === this.briefing) return false;
		this.edit(next);
		return true;
	}
	accept(): void {
		if (!this.slide || !this.content) return;
		const { id } = this.slide;
		this.edit(acceptSlide(this.briefing, id, this.content.says));
		this.#mark(id, 0);
	}

	#mark(id: string, n: number): void {
		const { [id]: _, ...others } = this.changed;
		this.changed = n > 0 ? { ...others, [id]: n } : others;
	}
	/** Looks for slides whose data changed, a few at a time so that the page answers meanwhile; ends with the returned call. */
	scan(): () => void {
		const waiting = this.briefing.slides.filter(({ seen }) => Object.keys(seen).length > 0);
		let timer: ReturnType<typeof setTimeout>;
		const some = () => {
			for (const end = performance.now() + 12; waiting.length > 0 && performance.now() < end; ) {
				const slide = waiting.shift()!;
				const n = slideChanges(this.contentOf(slide)).length;
				if (n > 0) this.#mark(slide.id, n);
			}
			if (waiting.length > 0) timer = setTimeout(some, 30);
		};
		timer = setTimeout(some, 200);
		return () => clearTimeout(timer);
	}

	/** The server took `sent` as version `base`; what was typed meanwhile stays a draft. */
	saved(sent: Briefing, base: number, date: string): void {
		const isSame = this.briefing === sent;
		this.base = base;
		this.history = { ...this.history, now: { ...this.briefing, version: base, date } };
		this.isDirty = !isSame;
		if (!isSame) this.store();
	}
}
