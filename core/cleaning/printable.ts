/**
 * Characters that a watch's font can show. Owns what is taken out whole (control, format and private-use characters, half
 * surrogates) and what becomes of signs and emoji. Rule: what carries meaning stays as a plain sign or becomes a word of the
 * answer's language; decoration goes. Joiners stay inside the scripts that spell with them.
 *
 * Plain signs are those of GB 2312 and KS X 1001, which a watch's Chinese and Korean fonts have; the words are Unicode CLDR's
 * short names (annotations 48).
 */
import { lazily } from "../lazily.ts";
import { namedSigns, signNames, signPairs } from "./sign-words.data.ts";

/** Unassigned, private and half characters. */
const UNUSABLE = /[\p{Co}\p{Cs}\p{Cn}]/gu;

/** Control characters but tab and line feed, soft hyphen, zero-width and direction marks, fillers. */
const INVISIBLE =
	/\u034f|\u17b4|\u17b5|[\u180b-\u180e]|[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffd\u{1bca0}-\u{1bca3}]/gu;

/** More marks on one letter than any script has. */
const PILED = /(\p{M}{8})\p{M}+/gu;

/** Variation selectors, tags and enclosing marks: what is left of emoji. */
const SELECTORS = /[\u20d0-\u20e0\u20e2-\u20e4\ufe00-\ufe0f\u{e0000}-\u{e0fff}]/gu;

/** A digit under an enclosing keycap stays a digit. */
const KEYCAP = /([\d#*])\ufe0f?\u20e3/g;

/** Zero-width joiner and non-joiner are spelling after a letter of these blocks: Arabic to Sinhala, Myanmar, Khmer, Mongolian. */
const JOINERS = /([\u0600-\u0dff\u1000-\u109f\u1780-\u18af]?)[\u200c\u200d]/g;

const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text without what nobody sees; lines end in `\n` alone, every kind of blank is a space or a tab. No private use is left. */
export function stripInvisible(text: string): string {
	return text
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(UNUSABLE, "")
		.replace(INVISIBLE, "")
		.replace(PILED, "$1")
		.replace(BLANKS, " ");
}

/** Emoji that say the same as a plain sign, whatever the language. */
const plain: () => ReadonlyMap<string, string> = lazily(
	() =>
		new Map(
			signPairs()
				.split(" ")
				.flatMap((sign, at, all): [string, string][] => (at % 2 === 0 ? [[sign, all[at + 1] ?? ""]] : [])),
		),
);
/** Before a word at the start of a line these are dress. */
const DRESS = "!?★♪♥●○■□";

/** A pictograph, flag or skin tone and all that is joined to it; a sign of the text style stays as it is. */
const BASE =
	"(?:[\\u{1f1e6}-\\u{1f1ff}]{1,2}|\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f|[\\u{1f000}-\\u{1f0ff}\\u{1f170}-\\u{1f1e5}\\u{1f200}-\\u{1faff}]|[⬆⬇➡⬅⤴⤵❤✔✘✖☑])";
const CLUSTER = `${BASE}(?:[\\ufe0f\\u20e3\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]|\\u200d(?:${BASE}|[♀♂⚕⚖✈❤➡↔↕⬛])|\\u200d)*`;
const RUN = new RegExp(`${CLUSTER}(?: ?${CLUSTER})*`, "gu");
const ONE = new RegExp(CLUSTER, "gu");

/** Behind `firstMood` in the list are feelings and gestures, which say something only where they stand alone. */
const named = lazily(() => {
	const { signs, firstMood } = namedSigns();
	const list = signs.split(" ");
	return { list, firstMood: list.indexOf(firstMood) };
});

/** In the place of decoration, until it is known what is around it. */
const GONE = "\ue000";

/**
 * The text with plain signs and words in the place of emoji; a space takes the place of what goes between words. Letters drawn
 * as mathematical bold become plain. A text of nothing but emoji is their names, or, of those without one here, themselves.
 */
export function plainSigns(text: string, lang: string): string {
	const keyed = text.replace(/[ \t]+/g, " ").replace(KEYCAP, "$1");
	const shown = clean(keyed.replace(RUN, (run, at: number) => signsOf(run, keyed, at, lang)));
	if (/[^\s.,!?:;]/.test(shown)) return shown;
	let last = "";
	const spoken = keyed.replace(ONE, (cluster) => {
		const name = plainOf(cluster) ?? nameOf(cluster, lang);
		const isSame = name === last;
		last = name ?? "";
		return isSame ? "" : ` ${name ?? cluster}`;
	});
	return clean(spoken);
}

/** What becomes of emoji that stand side by side at `at`. */
function signsOf(run: string, text: string, at: number, lang: string): string {
	const before = /[^\n]*$/.exec(text.slice(Math.max(0, at - 8), at))?.[0].trimEnd() ?? "";
	const after = /^[^\n]*/.exec(text.slice(at + run.length, at + run.length + 8))?.[0].trimStart() ?? "";
	const isTitle = before === "" && /^[\p{L}"'“(]/u.test(after);
	const stands = standsForWord(before, after);
	let last = "";
	return run.replace(ONE, (cluster, from: number) => {
		const same = plainOf(cluster);
		if (same !== undefined) return isTitle && (DRESS.includes(same.charAt(0)) || FLAG.test(cluster)) ? GONE : same;
		const name = stands && isThing(cluster) ? nameOf(cluster, lang) : undefined;
		if (name === undefined || name === last) return GONE;
		last = name;
		const next = text.charAt(at + from + cluster.length);
		return `${/\s|^$/.test(text.charAt(at + from - 1)) ? "" : " "}${name}${/[\s.,;:!?)，。]|^$/.test(next) ? "" : " "}`;
	});
}

/** Alone on its line, behind a colon or its like, before or behind a number: where a word would stand, not beside one. */
function standsForWord(before: string, after: string): boolean {
	const isOpen = before === "" || /[:=：→–—|,(/]$/.test(before);
	const isClosed = after === "" || /^[,;.、，。)|/→–—]/.test(after);
	return (isOpen && (isClosed || /^[\d−+-]/.test(after))) || (/\d$/.test(before) && /^[\p{L}=]/u.test(after));
}

const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}|^\u{1f3f4}[\u{e0020}-\u{e007f}]/u;

/** The sign, letters or time that an emoji shows, undefined where it shows none. */
function plainOf(cluster: string): string | undefined {
	const codes = [...cluster].map((character) => character.codePointAt(0) ?? 0);
	const [first = 0] = codes;
	if (first >= 0x1f1e6 && first <= 0x1f1ff) return String.fromCharCode(...codes.map((code) => code - 0x1f1e6 + 0x41));
	if (first === 0x1f3f4 && codes.length > 2) {
		const letters = codes.filter((code) => code > 0xe0060 && code < 0xe007b).map((code) => code - 0xe0020);
		return `${String.fromCharCode(...letters.slice(0, 2))}-${String.fromCharCode(...letters.slice(2))}`;
	}
	if (first >= 0x1f550 && first <= 0x1f567) return `${((first - 0x1f550) % 12) + 1}:${first < 0x1f55c ? "00" : "30"}`;
	return plain().get(baseOf(cluster));
}

function nameOf(cluster: string, lang: string): string | undefined {
	const tables = signNames();
	const names = (tables[lang] ?? tables["en-US"])?.split("|") ?? [];
	return names[named().list.indexOf(baseOf(cluster))];
}

function isThing(cluster: string): boolean {
	const { list, firstMood } = named();
	const at = list.indexOf(baseOf(cluster));
	return at >= 0 && at < firstMood;
}

/** Without its variant, skin and whoever it is joined to. */
function baseOf(cluster: string): string {
	return cluster.replace(/\u200d.*$/su, "").replace(/[\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/gu, "");
}

function clean(text: string): string {
	return text
		.replace(/ ?\ue000 ?(?=[.,!?;:)\n]|$)/g, "")
		.replace(/ ?\ue000 ?/g, " ")
		.replace(JOINERS, (joined, letter: string) => (letter === "" ? "" : joined))
		.replace(SELECTORS, "")
		.replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"));
}
