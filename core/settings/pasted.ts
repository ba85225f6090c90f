/**
 * Text as it comes out of a web page, a PDF, a chat or a terminal, made what was meant. Owns the signs that
 * copying adds or changes; never what the text is. Rule: only what nobody sees is dropped, and only signs
 * that look alike are exchanged.
 */

/** Soft hyphens, joiners, zero widths, marks of direction, byte order marks, variation selectors, tags. */
const UNSEEN =
	/\u034f|\u17b4|\u17b5|[\u180b-\u180d]|\u180f|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g;
/** Hyphens, dashes, the minus sign, and those of small and full width. */
const HYPHENS = /[\u00af\u02d7\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const QUOTES = /[\u00ab\u00b4\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u300c-\u300f\u301d-\u301f]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]/g;
/** The signs of ASCII as they are drawn in the width of an ideograph. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_SHIFT = 0xfee0;

export function mendPasted(text: string): string {
	return text
		.replace(UNSEEN, "")
		.replace(HYPHENS, "-")
		.replace(QUOTES, '"')
		.replace(SPACES, " ")
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_SHIFT));
}
