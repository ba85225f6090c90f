/**
 * Characters that a watch's font can show. Owns what is taken out whole: control, format and private-use characters, half
 * surrogates, emoji with all that hangs on them. Rule: joiners stay inside the scripts that spell with them.
 */

/** Unassigned, private and half characters. */
const UNUSABLE = /[\p{Co}\p{Cs}\p{Cn}]/gu;

/** Control characters but tab and line feed, soft hyphen, zero-width and direction marks, fillers. */
const INVISIBLE =
	/\u034f|\u17b4|\u17b5|[\u180b-\u180e]|[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffd\u{1bca0}-\u{1bca3}]/gu;

/** Variation selectors, tags and enclosing marks: what is left of emoji. */
const SELECTORS = /[\u20d0-\u20e0\u20e2-\u20e4\ufe00-\ufe0f\u{e0000}-\u{e0fff}]/gu;

/** A digit under an enclosing keycap stays a digit. */
const KEYCAP = /([\d#*])\ufe0f?\u20e3/g;

/** A pictograph, flag or skin tone and all that is joined to it. Not ©, ® and ™, nor the plain arrows. */
const EMOJI =
	/(?:(?![\u00a9\u00ae\u2122\u2194-\u2199\u21a9\u21aa])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}])(?:\u200d|\u20e3|\ufe0f|[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}])*/gu;

/** Zero-width joiner and non-joiner are spelling after a letter of these blocks: Arabic to Sinhala, Myanmar, Khmer, Mongolian. */
const JOINERS = /([\u0600-\u0dff\u1000-\u109f\u1780-\u18af]?)[\u200c\u200d]/g;

const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text without what nobody sees; lines end in `\n` alone, every kind of blank is a space or a tab. No private use is left. */
export function stripInvisible(text: string): string {
	return text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(UNUSABLE, "")
		.replace(INVISIBLE, "")
		.replace(BLANKS, " ");
}

/** The text without emoji; a space takes the place of one between words. Letters drawn as mathematical bold become plain. */
export function stripEmoji(text: string): string {
	return text
		.replace(KEYCAP, "$1")
		.replace(EMOJI, "\ue000")
		.replace(/[ \t]*\ue000(?=[.,!?;:)\n]|$)/g, "")
		.replace(/\ue000/g, " ")
		.replace(JOINERS, (joined, letter: string) => (letter === "" ? "" : joined))
		.replace(SELECTORS, "")
		.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"));
}
