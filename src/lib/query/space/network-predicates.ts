/** Questions that the water network and chainage answer. */
import type { SpaceKey } from '../../domain/view.ts';
import { bankPredicate } from './bank-predicate.ts';
import { flowPredicate } from './flow-predicate.ts';
import type { Predicate } from './hit.ts';
import { reachPredicate } from './reach-predicate.ts';

export const networkPredicates: Partial<Record<SpaceKey, Predicate>> = { upstream: flowPredicate('upstream'), downstream: flowPredicate('downstream'), reach: reachPredicate, bank: bankPredicate };
