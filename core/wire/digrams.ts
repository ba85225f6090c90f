/**
 * A text in few bytes, for a link of some 2 kB a second: pairs of letters that are common in English take one byte, so
 * that such a text takes about six bytes for ten letters. Owns the table and both directions. Rule: every text comes back exactly,
 * except that a lone surrogate comes back as U+FFFD; a text that pairs would make longer goes as plain UTF-8.
 *
 * The first byte says how: 0 is UTF-8; 1 is paired: 0x80 to 0xff is a pair of the table, ESCAPE is followed by one
 * character in UTF-8, and any other byte is itself. The pairs were counted in some 390 kB of technical English;
 * four are those of a JSON list of texts. Bytes on their way are a text of which each unit is a byte.
 */
const PAIRS =
	'| a| b| c| d| e| f| i| l| m| n| o| p| r| s| t| u| w|, |- |. |: |Th|a |ac|ag|al|am|an|ar|at|ba|be|ca|ce|ch|co|ct|d |de|di|e |ea|ec|ed|el|em|en|ep|er|es|et|["|f |,"|"]|fo|g |ge|",|h |ha|he|ic|id|il|in|io|is|it|k |l |la|le|li|ll|lo|ly|m |ma|me|n |nd|ne|ng|ns|nt|o |od|of|om|on|or|ot|ou|ow|p |pa|pe|pl|po|pp|pr|r |ra|re|ri|ro|rs|rt|s |se|si|st|t |ta|te|th|ti|to|ul|un|ur|us|ut|ve|vi|wi|y ';

const UTF8 = 0;
const PAIRED = 1;
const ESCAPE = "\x02";
const FIRST_PAIR = 0x80;
const ROOM_OF_PAIR = 3;
const HEX = 16;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
/** A byte of the paired form that does not stand for itself: a pair, or the escape with the bytes of its character. */
const CODED = /\x02(?:[\xc2-\xdf][\s\S]|[\xe0-\xef][\s\S]{2}|[\xf0-\xf4][\s\S]{3}|[\s\S]|$)|[\x80-\xff]/g;

/** The bytes of `text`. */
export function encodeText(text: string): Uint8Array {
	const whole = text.replace(LONE_SURROGATE, "\ufffd");
	let paired = String.fromCharCode(PAIRED);
	for (let at = 0; at < whole.length; ) {
		const found = at + 1 < whole.length ? PAIRS.indexOf(`|${whole.slice(at, at + 2)}`) : -1;
		const one = String.fromCodePoint(whole.codePointAt(at) ?? 0);
		if (found >= 0) paired += String.fromCharCode(FIRST_PAIR + found / ROOM_OF_PAIR);
		else paired += one < "\x80" && one !== ESCAPE ? one : ESCAPE + toUtf8(one);
		at += found >= 0 ? 2 : one.length;
	}
	const plain = String.fromCharCode(UTF8) + toUtf8(whole);
	return Uint8Array.from(paired.length < plain.length ? paired : plain, (unit) => unit.charCodeAt(0));
}

/** The text of `bytes`, or null where they are none that `encodeText` makes. */
export function decodeText(bytes: Uint8Array): string | null {
	let units = "";
	for (const byte of bytes.subarray(1)) units += String.fromCharCode(byte);
	try {
		if (bytes[0] === UTF8) return fromUtf8(units);
		return bytes[0] === PAIRED ? units.replace(CODED, decodeCoded) : null;
	} catch {
		return null;
	}
}

/** Throws where an escape has no character. */
function decodeCoded(coded: string): string {
	if (coded[0] === ESCAPE) return fromUtf8(coded.slice(1) || "\xff");
	const at = ROOM_OF_PAIR * (coded.charCodeAt(0) - FIRST_PAIR) + 1;
	return PAIRS.slice(at, at + 2);
}

function toUtf8(text: string): string {
	return encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, HEX)));
}

/** Throws where the bytes are no UTF-8. */
function fromUtf8(bytes: string): string {
	return decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(HEX)}`));
}
