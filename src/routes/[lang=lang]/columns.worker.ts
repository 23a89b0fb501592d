/** Holds a layer in columns off the page's thread and answers questions to it. */
import type { ColumnMessage } from '#lib/domain/column-question.ts';
import { createPainter, toDrawing } from '#lib/map/columns-data.ts';
import type { Drawing, Painting } from '#lib/map/columns-data.ts';
import { serveColumns } from '#lib/query/columns/worker-protocol.ts';

/** A message to ourselves comes after those that wait already, and sooner than any timer. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();
const listen = (): Promise<void> => new Promise((resolve) => {
	waiting.push(resolve);
	port2.postMessage(null);
});

const hear = serveColumns<Drawing, Painting>({
	send: (reply, transfer) => self.postMessage(reply, { transfer }),
	draw(columns) {
		const drawing = toDrawing(columns);
		return { drawing, paint: createPainter(drawing) };
	},
	listen,
	now: () => performance.now()
});
self.onmessage = ({ data }: MessageEvent<ColumnMessage>) => hear(data);
