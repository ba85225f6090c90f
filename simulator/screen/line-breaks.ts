/**
 * Where a text may be broken. Owns the pieces that stay whole: words in scripts that put spaces between them, single
 * characters in Chinese, Japanese and Korean, with the punctuation that may not begin or end a line kept beside its
 * neighbour. Rule: the pieces joined are the text.
 */

const WIDE =
	/[\u1100-\u11ff\u2e80-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{2ffff}]/u;
const SPACE = /^[ \t\u3000]/;
const NO_BEGIN =
	/^[!),.:;?\]}”’»…·、。〃〉》」』】〕〗〙〛ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ！），．：；？］｝～%％°]/;
const NO_END = /^[([{“‘«〈《「『【〔〖（［｛$￥¥]/;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one character: a base with its marks, a surrogate pair. */
export function charactersOf(text: string): string[] {
	return Array.from(graphemes.segment(text), (segment) => segment.segment);
}

/** The pieces between which a line may end. A word keeps the spaces that follow it. */
export function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	let piece = "";
	let last = "";
	for (const character of charactersOf(text)) {
		if (last !== "" && mayBreak(last, character)) {
			pieces.push(piece);
			piece = "";
		}
		piece += character;
		last = character;
	}
	if (piece !== "") pieces.push(piece);
	return pieces;
}

function mayBreak(before: string, after: string): boolean {
	if (SPACE.test(after)) return false;
	if (SPACE.test(before)) return true;
	if (NO_BEGIN.test(after) || NO_END.test(before)) return false;
	return WIDE.test(after) || WIDE.test(before);
}
