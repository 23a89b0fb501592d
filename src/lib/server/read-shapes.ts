/** Geometry of the published files for what is computed on the server; the unnamed ground of the picture is left out. */
import type { Shape, Shapes } from '../domain/shape.ts';
import { shapeLayers } from '../domain/shape.ts';
import type { Store } from './store.ts';

export const readShapes = (files: Store['files']): Shapes => Object.fromEntries(shapeLayers.map((layer) => [layer, layer === 'ground' ? [] : (JSON.parse(files.get(`geometry-${layer}.json`)!.text.toString('utf8')) as Shape[])])) as Shapes;
