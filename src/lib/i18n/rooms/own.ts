/** Words of plugged-in layers on slides and in the files made of them. */
import { addWords } from '../tables.ts';

export const zh = {
	'own.heading': '自有图层（规划人员载入）',
	'own.source': '来源：{source}；精度：{accuracy}',
	'own.silent': '不受这些条件筛选：{names}',
	'own.thinned': '图形已概化，偏差不超过 {m}',
	'own.failed': '自有图层“{title}”没有取到，图上没有画。',
	'own.noasset': '自有图层“{title}”没有第 {row} 个要素，图上没有标出。',
	'own.noshape': '“{name}”没有图形，图上没有标出。',
	'own.left.features': '自有图层“{title}”有 {n} 个要素符合条件；单文件的自有图层合计最多 {most} 个，装不下，图上没有画。',
	'own.left.bytes': '自有图层“{title}”的图形概化后仍装不下（单文件的自有图层合计最多 {mb} MB），图上没有画。',
	'own.left.rows': '自有图层“{title}”有 {n} 行，下载链接最多处理 {most} 行，图上没有画。请在编辑页导出单文件。',
	'own.left.failed': '生成本文件时没有取到自有图层“{title}”，图上没有画。',
};

export const en: Record<keyof typeof zh, string> = {
	'own.heading': 'Own layers (loaded by planners)',
	'own.source': 'Source: {source}; accuracy: {accuracy}',
	'own.silent': 'Not filtered by: {names}',
	'own.thinned': 'Generalised by at most {m}',
	'own.failed': 'The own layer "{title}" could not be had and is not drawn.',
	'own.noasset': 'The own layer "{title}" has no feature {row}; nothing is marked.',
	'own.noshape': '"{name}" has no geometry; nothing is marked.',
	'own.left.features': '{n} {n|feature|features} of the own layer "{title}" {n|matches|match}. One file takes {most} of all own layers, so it is not drawn.',
	'own.left.bytes': 'The geometry of the own layer "{title}" is too large even generalised. One file takes {mb} MB of all own layers, so it is not drawn.',
	'own.left.rows': 'The own layer "{title}" has {n} {n|row|rows}; the download link looks through {most}. It is not drawn: save the file from the editor.',
	'own.left.failed': 'The own layer "{title}" could not be had when this file was made and is not drawn.',
};

addWords({ zh, en });
