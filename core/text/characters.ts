/**
 * Where a line of text may break and where a character ends, for the scripts that a watch shows. A small part of Unicode's
 * UAX 14 and UAX 29 as patterns: a watch's engine has no Intl, and its patterns cannot be relied on for `\p`.
 */

/**
 * Marks that stand on, under or after the character before them. Of Unicode 17: general category M, the Thai and Lao am,
 * joiners, the Hangul vowels and finals, low surrogates.
 */
const MARKS =
	"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f" +
	"\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3" +
	"\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1" +
	"\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7" +
	"\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3" +
	"\u0afa-\u0b03\u0b3c\u0b3e-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56" +
	"\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0cf3-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57" +
	"\u0d62-\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc" +
	"\u0ec8-\u0ece\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0fbc\u0fc6" +
	"\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f" +
	"\u109a-\u109d\u1160-\u11ff\u135d-\u135f\u1712-\u1715\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17b4-\u17d3" +
	"\u17dd\u180b-\u180d\u180f\u1885-\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b04" +
	"\u1b34-\u1b44\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce8" +
	"\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u200c-\u200d\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff" +
	"\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b" +
	"\ua823-\ua827\ua82c\ua880-\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953\ua980-\ua983" +
	"\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0\uaab2-\uaab4\uaab7-\uaab8" +
	"\uaabe-\uaabf\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ud7b0-\ud7fb\udc00-\udfff\ufb1e" +
	"\ufe00-\ufe0f\ufe20-\ufe2f\uff9e-\uff9f";

/** Marks, and the skin tones of emoji. */
function markPattern(): RegExp {
	return new RegExp(`^(?:[${MARKS}]|\ud83c[\udffb-\udfff])`);
}

/**
 * Behind these the next letter is of the same character: joiner, viramas and stackers of Indic scripts, Myanmar and Khmer;
 * and vowels of Thai and Lao that stand before the letter that they are spoken after.
 */
const LINKERS = "\u200d\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\u0e40-\u0e44\u0ec0-\u0ec4";

/** Space, tab, line end and their kin, but not those that forbid a break. */
const SPACES = "\\t-\\r \u2000-\u2006\u2008-\u200b\u3000";

/** Scripts in which a line breaks between any two characters. The surrogates are those of Han. */
const IDEOGRAPHS =
	"\u1100-\u115f\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\ud840-\ud88f\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef";

/** A piece that may stand alone for all that it is made of, with the spaces behind it: a word, or one ideograph. */
const PIECE = `(?:[${IDEOGRAPHS}][\udc00-\udfff]?|[^${SPACES}${IDEOGRAPHS}\ud800-\udfff\u0f0b-]*[\ud800-\ud83f\ud890-\udfff\u0f0b-]?[\udc00-\udfff]?)[${SPACES}]*`;

const NEVER_FIRST =
	"\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff1b\uff1a\u300d\u300f\uff09\u3011\u300b\u3009\u3015\u2026\u2014\u30fc\u30fb\u3005\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7,.!?;:)\\]}%\u00b0\u201d\u2019\uff05\u2103\u2030\uff5e\u0e2f\u0e46";
const NEVER_LAST = "\u300c\u300e\uff08\u3010\u300a\u3008\u3014([{\u201c\u2018$\u00a5\u20ac\u00a3#";

/** Of a word with a hyphen: both parts are so long where a line may end between them. `Zepp-App` and `12-km` stay whole. */
const PART = "[A-Za-z\u00c0-\u1fff]";

/** Figures: ASCII, Arabic, Persian, Devanagari, full-width. */
const FIGURES = "0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19";
/** Before a number, with a space between. */
const PREFIXES = "$\u20ac\u00a3\u00a5\u20b9\u20bd\u20ba\u20a9\u00a7\u2116#\u00b1\u2248~<>\u2264\u2265";
/** What begins so behind a number is no unit. */
const NO_UNIT = "(\\[{\"'+*/=<>&|\u2013\u2014\u201c\u201e\u00ab-";

/** What the place between two pieces is shown as to `TIED`, which sees so much of the text before it and behind it. */
const PLACE = "\0";
const SEEN_BEFORE = 19;
const SEEN_BEHIND = 12;

/** Around a place where no line may end, each for itself. */
const TIED = [
	`[^${SPACES}]\0[${NEVER_FIRST}]`,
	`[${NEVER_LAST}${LINKERS}]\0`,
	"\ud83c[\udde6-\uddff]\0\ud83c[\udde6-\uddff]",
	`-\0(?!${PART}{5})|(?:^|[^A-Za-z\u00c0-\u1fff])${PART}{0,4}-\0`,
	// 100\u514b, 5 \u516c\u91cc: a unit of Han is one or two characters long, one of another such script a word.
	`[${FIGURES}] ?(?:[\u4e00-\u9fff]?\0[\u4e00-\u9fff]|[\u30a0-\u30ff]{0,6}\0[\u30a0-\u30ff]|[\uac00-\ud7a3]{0,6}\0[\uac00-\ud7a3])`,
	// 5 kg, 10 kcal, 8 p.m.; with a stroke, as in min/km, a unit may be longer.
	`[${FIGURES}] \0(?![${FIGURES}${NO_UNIT}])(?:[${IDEOGRAPHS}]|(?:[^${SPACES}]{0,4}|(?=[^${SPACES}/]+/)[^${SPACES}]{0,8})[.,;:!?)\u2026]*(?:[${SPACES}]|$))`,
	// 12 345 678, but no row of many numbers.
	"[^\\d ] ?\\d{1,3}(?: \\d{3}){0,2} \0\\d{3}(?!\\d)",
	`(?:^|[${SPACES}])(?:[${PREFIXES}]|[A-Z]{3}) \0[${FIGURES}]`,
].join("|");

/** The short text that was cut last, and its pieces: it is cut several times while its lines are sought. */
const REMEMBERED = 120;
let lastText = "";
let lastPieces: readonly string[] = [];

/**
 * The pieces of a text that no line may break, each with the white space behind it; together they are the text. Its patterns
 * are made each time that a text is new: kept, they would take more room than all else here.
 */
export function piecesOf(text: string): readonly string[] {
	if (text === lastText) return lastPieces;
	const mark = markPattern();
	const tied = new RegExp(TIED);
	const pieces: string[] = [];
	let at = 0;
	for (const piece of text.match(new RegExp(PIECE, "g")) ?? []) {
		const around =
			(at < SEEN_BEFORE ? "\n" : "") +
			text.slice(Math.max(0, at - SEEN_BEFORE), at) +
			PLACE +
			text.slice(at, at + SEEN_BEHIND);
		if (at > 0 && (mark.test(piece) || tied.test(around))) pieces[pieces.length - 1] += piece;
		else if (piece !== "") pieces.push(piece);
		at += piece.length;
	}
	if (text.length <= REMEMBERED) {
		lastText = text;
		lastPieces = pieces;
	}
	return pieces;
}

/** The characters of a text as a person counts them: no mark and no half of a surrogate pair stands alone. */
export function charactersOf(text: string): string[] {
	const mark = markPattern();
	const linked = new RegExp(`[${LINKERS}]$`);
	const characters: string[] = [];
	for (const point of text) {
		const last = characters.length - 1;
		const isSame = last >= 0 && (mark.test(point) || linked.test(characters[last] ?? ""));
		if (isSame) characters[last] += point;
		else characters.push(point);
	}
	return characters;
}

const RIGHT_TO_LEFT = /^[^A-Za-z\u00c0-\u1fff\u2e80-\uffff]*[\u05d0-\u08ff\ufb1d-\ufefc]/;

/** Whether a text begins with Arabic or Hebrew letters, signs and figures of ours aside. */
export function isRightToLeft(text: string): boolean {
	return RIGHT_TO_LEFT.test(text);
}
