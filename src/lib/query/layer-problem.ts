/** A problem of a planner's file as a sentence, led by the number of its feature; the layer where the problem is of one among several. */
import type { FeatureProblem } from '../domain/inventory.ts';
import { saying } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import '../i18n/rooms/layerfile.ts';

export function sayLayerProblem(t: Translate, { row, key, with: words }: FeatureProblem): string {
	const layer = typeof words.layer === 'string' ? `${words.layer}: ` : '';
	return `${layer}${row > 0 ? t('layerfile.row', { row }) : ''}${saying(t)(`layerfile.${key}`, words)}`;
}
