/** Questions that the water network and chainage answer. */
import type { SpaceKey } from '../../domain/view.ts';
import type { Predicate } from './hit.ts';

export const networkPredicates: Partial<Record<SpaceKey, Predicate>> = {};
