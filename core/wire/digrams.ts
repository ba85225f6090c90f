/**
 * A text in few bytes, for a link of some 2 kB a second: pairs of letters that are common in English take one byte, so
 * that such a text takes about six bytes for ten letters. Owns the table and both directions. Rule: every text comes back exactly,
 * except that a lone surrogate comes back as U+FFFD; a text that pairs would make longer goes as plain UTF-8.
 *
 * The first byte says how: 0 is UTF-8; 1 is paired: 0x80 to 0xff is a pair of the table, ESCAPE is followed by one
 * character in UTF-8, and any other byte is itself. The pairs were counted in some 390 kB of technical English;
 * four are those of a JSON list of texts.
 */
const PAIRS =
	' a b c d e f i l m n o p r s t u w, - . : Tha acagalamanaratbabecacechcoctd dedie eaecedelemenepereset["f ,""]fog ge",h haheicidilinioisitk l lalelilllolym mamen ndnengnsnto odofomonorotouowp papeplpoppprr rarerirorsrts sesistt tatethtitoulunurusutveviwiy ';

const UTF8 = 0;
const PAIRED = 1;
const ESCAPE = 0x02;
const FIRST_PAIR = 0x80;
const REPLACEMENT = 0xfffd;

/** The bytes of `text`. */
export function encodeText(text: string): Uint8Array {
	const plain: number[] = [UTF8];
	const paired: number[] = [PAIRED];
	for (let at = 0; at < text.length; ) {
		const code = scalarAt(text, at);
		const units = code > 0xffff ? 2 : 1;
		addUtf8(plain, code);
		at += units;
	}
	for (let at = 0; at < text.length; ) {
		const pair = pairAt(text, at);
		if (pair >= 0) {
			paired.push(FIRST_PAIR + pair);
			at += 2;
			continue;
		}
		const code = scalarAt(text, at);
		if (code >= FIRST_PAIR || code === ESCAPE) {
			paired.push(ESCAPE);
			addUtf8(paired, code);
		} else paired.push(code);
		at += code > 0xffff ? 2 : 1;
	}
	return Uint8Array.from(paired.length < plain.length ? paired : plain);
}

/** The text of `bytes`, or null where they are none that `encodeText` makes. */
export function decodeText(bytes: Uint8Array): string | null {
	const form = bytes[0];
	if (form !== UTF8 && form !== PAIRED) return null;
	const reader = { bytes, at: 1 };
	let text = "";
	while (reader.at < bytes.length) {
		const byte = bytes[reader.at] ?? 0;
		if (form === PAIRED && byte >= FIRST_PAIR) {
			const pair = 2 * (byte - FIRST_PAIR);
			text += PAIRS.charAt(pair) + PAIRS.charAt(pair + 1);
			reader.at++;
			continue;
		}
		if (form === PAIRED && byte === ESCAPE) reader.at++;
		const code = readUtf8(reader);
		if (code === null) return null;
		text += String.fromCodePoint(code);
	}
	return text;
}

/** The number of the pair at `at`, or -1. The table is short enough to look through. */
function pairAt(text: string, at: number): number {
	if (at + 1 >= text.length) return -1;
	const pair = text.charAt(at) + text.charAt(at + 1);
	for (let found = PAIRS.indexOf(pair); found >= 0; found = PAIRS.indexOf(pair, found + 1)) {
		if (found % 2 === 0) return found / 2;
	}
	return -1;
}

function scalarAt(text: string, at: number): number {
	const code = text.codePointAt(at) ?? REPLACEMENT;
	return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code;
}

function addUtf8(bytes: number[], code: number): void {
	if (code < 0x80) bytes.push(code);
	else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
	else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
	else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
}

function tail(code: number): number {
	return 0x80 | (code & 0x3f);
}

/** One character, or null where the bytes are not well-formed UTF-8 (Unicode 15, table 3-7). */
function readUtf8(reader: { bytes: Uint8Array; at: number }): number | null {
	const first = reader.bytes[reader.at++] ?? 0xff;
	if (first < 0x80) return first;
	const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
	if (first < 0xc2 || first > 0xf4) return null;
	let code = first & (0x3f >> more);
	for (let count = 0; count < more; count++) {
		const next = reader.bytes[reader.at++] ?? 0;
		if ((next & 0xc0) !== 0x80) return null;
		code = (code << 6) | (next & 0x3f);
	}
	const least = more === 3 ? 0x10000 : more === 2 ? 0x800 : 0x80;
	const isScalar = code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return isScalar ? code : null;
}
