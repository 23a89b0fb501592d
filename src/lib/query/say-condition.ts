/** A condition by its key, for sentences that say which of them do not speak of a plugged-in layer: facets by their name, questions about space as the builder words them. */
import '../i18n/rooms/ask.ts';
import { say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { spaceKeys } from '../domain/view.ts';

const isSpaceKey = (key: string): boolean => (spaceKeys as readonly string[]).includes(key);
export const sayCondition = (t: Translate, key: string): string => say(t, isSpaceKey(key) ? 'ask.is' : 'facet', key);
