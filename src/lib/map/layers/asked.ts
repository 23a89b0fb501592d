import { askedDrawing, bringDrawing } from '../asked-drawing.ts';
import { defineLayer } from '../layer.ts';

/** Lines, ends, crossings and the flow of what the filter asks about; under the selection and the marks. */
export default defineLayer({
	id: 'asked', stack: 'corridor', order: 80, title: 'layer.scope', always: true, legend: [], bring: bringDrawing,
	render: (scene, shared) => askedDrawing()?.drawAskedLines(scene, shared) ?? [],
	labels: (scene) => askedDrawing()?.askedLabels(scene) ?? []
});
