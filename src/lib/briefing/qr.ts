/** A QR code as one SVG path, made here: no service learns which briefing is shown. */
import qrcode from 'qrcode-generator';

export interface QrCode {
	/** Modules a side, with the quiet zone of four that the standard asks for. */
	size: number;
	/** Dark modules, in a view box of `size`. */
	path: string;
}

const quiet = 4;

/** Correction level M: a beamer's edge or a head in the way does not matter. Errors: throws above about 2,300 bytes. */
export function qrCode(text: string): QrCode {
	const code = qrcode(0, 'M');
	code.addData(text);
	code.make();
	const count = code.getModuleCount();
	let path = '';
	for (let y = 0; y < count; y++) for (let x = 0; x < count; x++) {
		if (!code.isDark(y, x)) continue;
		let end = x + 1;
		while (end < count && code.isDark(y, end)) end++;
		path += `M${x + quiet} ${y + quiet}h${end - x}v1h${x - end}z`;
		x = end;
	}
	return { size: count + 2 * quiet, path };
}
