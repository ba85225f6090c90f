/**
 * Where a line of text may break and where a character ends, for the scripts that a watch shows. A small part of
 * Unicode's UAX 14 and UAX 29 in plain ranges: a watch's engine has no Intl, and its regular expressions cannot be
 * relied on for `\p`.
 */

/** Pairs of first and last: marks that stand on, under or after the character before them. */
const MARKS = [
	0x0300, 0x036f, 0x0483, 0x0489, 0x0591, 0x05bd, 0x05bf, 0x05c7, 0x0610, 0x061a, 0x064b, 0x065f, 0x0670, 0x0670,
	0x06d6, 0x06dc, 0x06df, 0x06e4, 0x06e7, 0x06e8, 0x06ea, 0x06ed, 0x0900, 0x0903, 0x093a, 0x093c, 0x093e, 0x094f,
	0x0951, 0x0957, 0x0962, 0x0963, 0x0981, 0x0983, 0x09bc, 0x09bc, 0x09be, 0x09cd, 0x0e31, 0x0e31, 0x0e34, 0x0e3a,
	0x0e47, 0x0e4e, 0x1160, 0x11ff, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x200c, 0x200d, 0x20d0, 0x20ff, 0x3099, 0x309a,
	0xdc00, 0xdfff, 0xfe00, 0xfe0f, 0xfe20, 0xfe2f,
];

/** Scripts in which a line breaks between any two characters. */
const IDEOGRAPHS = [
	0x1100, 0x115f, 0x2e80, 0x303f, 0x3040, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7ff, 0xd840, 0xd88f, 0xf900, 0xfaff,
	0xfe30, 0xfe4f, 0xff00, 0xffef,
];

const NEVER_FIRST =
	"\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1b\uff1a\u300d\u300f\uff09\u3011\u300b\u3009\u3015\u2026\u2014\u30fc\u30fb\u3005\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7,.!?;:)]}%\u00b0\u201d\u2019";
const NEVER_LAST = "\u300c\u300e\uff08\u3010\u300a\u3008\u3014([{\u201c\u2018$\u00a5\u20ac\u00a3#";

/** Of each part of a word with a hyphen, for a line to end behind it. */
const PART_LETTERS = 5;

const JOINER = 0x200d;
const VIRAMA = 0x094d;
const BENGALI_VIRAMA = 0x09cd;

function within(ranges: readonly number[], code: number): boolean {
	for (let at = 0; at < ranges.length; at += 2) {
		if (code < (ranges[at] ?? 0)) return false;
		if (code <= (ranges[at + 1] ?? 0)) return true;
	}
	return false;
}

/** Space, tab, line end and their kin, but not those that forbid a break. */
export function isSpace(code: number): boolean {
	return (
		code === 0x20 ||
		(code >= 0x09 && code <= 0x0d) ||
		(code >= 0x2000 && code <= 0x200b && code !== 0x2007) ||
		code === 0x3000
	);
}

/** Whether a character ends before `text[at]`: never inside a surrogate pair, nor before a mark, nor at a joiner. */
export function isBoundary(text: string, at: number): boolean {
	if (at <= 0 || at >= text.length) return true;
	if (within(MARKS, text.charCodeAt(at))) return false;
	const before = text.charCodeAt(at - 1);
	return before !== JOINER && before !== VIRAMA && before !== BENGALI_VIRAMA;
}

/** Whether a text begins with Arabic or Hebrew letters, signs and figures of ours aside. */
export function isRightToLeft(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if ((code >= 0x5d0 && code < 0x900) || (code >= 0xfb1d && code <= 0xfefc)) return true;
		if (isLetter(code) || code >= 0x2e80) return false;
	}
	return false;
}

/** Whether a line may end before `text[at]`, which is no space and follows none. */
function mayBreak(text: string, at: number): boolean {
	const before = text.charCodeAt(at - 1);
	const after = text.charCodeAt(at);
	if (before === 0x2d) return hasLetters(text, at - 2, -1) && hasLetters(text, at, 1);
	if (!within(IDEOGRAPHS, before) && !within(IDEOGRAPHS, after) && !isLowSurrogate(before)) return false;
	return isBoundary(text, at) && !NEVER_FIRST.includes(text.charAt(at)) && !NEVER_LAST.includes(text.charAt(at - 1));
}

/** `Zepp-App` and `12-km` stay whole: little is gained by breaking what is short. */
function hasLetters(text: string, from: number, step: number): boolean {
	for (let count = 0; count < PART_LETTERS; count++) if (!isLetter(text.charCodeAt(from + count * step))) return false;
	return true;
}

function isLetter(code: number): boolean {
	return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? true : code >= 0xc0 && code < 0x2000;
}

function isLowSurrogate(code: number): boolean {
	return code >= 0xdc00 && code <= 0xdfff;
}

/** The next place after `from` where a line may end: behind spaces, between ideographs, at the end of the text. */
export function nextBreak(text: string, from: number): number {
	let at = from + 1;
	while (at < text.length) {
		const after = isSpace(text.charCodeAt(at));
		if (isSpace(text.charCodeAt(at - 1)) ? !after : !after && mayBreak(text, at)) return at;
		at++;
	}
	return text.length;
}
