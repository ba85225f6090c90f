/** Where sentences end, in the scripts that answers come in, and texts cut there. Pure; knows no screen. */

/** Shortened words that a capital may follow; lower-case ones are told by the lower-case word after them. */
const SHORTENED =
	/(?:^|[\s("'“„])(?:[A-Za-zÀ-ɏ]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|No|Nr|Fig|ca|approx|bzw|usw|etc|e\.g|i\.e|z\.\s?B|d\.\s?h|u\.\s?a|p\.\s?ex|U\.S|a\.m|p\.m)\.$/;

const ENDS = ".!?…。！？｡।॥؟۔։\n";
const CLOSERS = "\"'”’»)]」』）】》";
/** These end a sentence whatever follows; the others need a space or the end of the text after them. */
const FREE_ENDS = "。！？｡।॥\n";

/**
 * Up to the last whole sentence; where there is none, up to the last whole word with an ellipsis. For a text that was
 * broken off, so its last word is never taken for whole.
 */
export function toWholeSentence(text: string): string {
	const trimmed = text.trim();
	for (let at = trimmed.length - 1; at > 0; at--) {
		const end = sentenceEnd(trimmed, at);
		if (end > 0) return trimmed.slice(0, end).trim();
	}
	return toWholeWord(trimmed);
}

/** The text where it is within `limit` UTF-16 units, else cut to its last whole sentence, or word, within them. */
export function cutAtSentence(text: string, limit: number): string {
	if (text.length <= limit) return text;
	// One unit less leaves room for the ellipsis; one more would show whether the sentence goes on.
	return toWholeSentence(text.slice(0, limit - 1));
}

/** The index after the sentence that ends with `text[at]`, closers included, or 0 where none ends there. */
function sentenceEnd(text: string, at: number): number {
	const mark = text.charAt(at);
	if (!ENDS.includes(mark)) return 0;
	let end = at + 1;
	while (end < text.length && CLOSERS.includes(text.charAt(end))) end++;
	if (FREE_ENDS.includes(mark)) return end;
	const rest = text.slice(end, end + 12);
	if (rest !== "" && !/^\s/.test(rest)) return 0;
	if (/^\s+\p{Ll}/u.test(rest)) return 0;
	return mark === "." && isAbbreviation(text, at) ? 0 : end;
}

/** `Dr.`, `e.g.`, a list's `2.`, a German `3. Oktober`, and the `3.` that is left of a `3.5`. */
function isAbbreviation(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 12), at + 1);
	return SHORTENED.test(before) || /(?:^|\D)\d{1,2}\.$/.test(before);
}

function toWholeWord(text: string): string {
	let space = text.length;
	while (space > 0 && !/\s/.test(text.charAt(space - 1))) space--;
	const cut = space > 1 ? text.slice(0, space - 1) : withoutHalf(text);
	let end = cut.length;
	while (end > 0 && /[\s,;:–—-]/.test(cut.charAt(end - 1))) end--;
	return end === 0 ? "" : `${cut.slice(0, end)}…`;
}

/** A text without spaces, such as Chinese, cut so that neither a surrogate pair nor a mark is torn from its letter. */
function withoutHalf(text: string): string {
	let end = text.length;
	if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end--;
	while (end > 0 && /[\p{M}\u200c\u200d]/u.test(text.charAt(end - 1))) end--;
	return text.slice(0, /[\udc00-\udfff]/.test(text.charAt(end - 1)) ? end - 2 : Math.max(0, end - 1));
}
