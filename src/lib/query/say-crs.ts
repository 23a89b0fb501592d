/** Coordinate systems in words. */
import '../i18n/rooms/plug.ts';
import type { Crs } from '../domain/inventory.ts';
import type { Translate } from '../i18n/index.ts';

export const sayCrs = (t: Translate, crs: Crs): string => `${t(`plug.crs.${crs.datum}`, { meridian: crs.meridian ?? '' })}${crs.isZoned ? t('plug.crs.zoned') : ''}`;
/** As an option's value. */
export const keyOfCrs = ({ datum, meridian, isZoned }: Crs): string => [datum, meridian ?? '', isZoned ? 'zoned' : ''].join(':');
