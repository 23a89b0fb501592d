/**
 * Traditional to simplified, one character for one, so that offsets hold. The dictionary (phrases decide 乾坤 and 乾淨, 著名 and 隨著) is
 * loaded only for a text that holds traditional characters.
 */

/** Characters that only a traditional text prints; any running text of fifty words holds several. */
const traditionalOnly = /[發體爲為國區與業產産設實會這對學關開際環護綜劃協領創條項總規辦態動優經濟機構們個從來進還時間場車東長門風馬見電話後裡裏鎮鄉縣蘇廣臺灣網絡質標準請證權資財貿運輸橋橫據應調統織約級給組線續維縱緊繼]/g;

export const looksTraditional = (text: string): boolean => {
	traditionalOnly.lastIndex = 0;
	return traditionalOnly.test(text);
};

export type Simplify = (text: string) => string;

/** Variants that the dictionary leaves. */
const variants: Record<string, string> = { 甯: '宁', 髙: '高', 戸: '户', 讬: '托', 衹: '只', 谘: '咨', 閲: '阅', 説: '说', 呉: '吴', 堦: '阶', 爲: '为', 産: '产', 緑: '绿' };

/** The same number of UTF-16 units, whatever `convert` does: where a phrase would change its length, its characters are taken one by one. */
export function simplifyUnits(text: string, convert: Simplify): string {
	const kept = (piece: string): string => {
		const simple = convert(piece);
		return simple.length === piece.length ? simple : Array.from(piece, (character) => ((one) => (one.length === character.length ? one : character))(convert(character))).join('');
	};
	return text.split('\n').map((line) => kept(line).replace(/[甯髙戸讬衹谘閲説呉堦爲産緑]/g, (character) => variants[character]!)).join('\n');
}

let loaded: Promise<Simplify> | undefined;
/** Errors: rejects where the dictionary cannot be loaded. */
export const loadSimplify = (): Promise<Simplify> => (loaded ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 't', to: 'cn' })));
