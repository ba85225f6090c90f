/**
 * How many tokens a text can be at most, before anybody has counted them. Rule: no tokenizer in use makes
 * more tokens of a text than it has bytes in UTF-8, be it of pairs of bytes or of pieces with single bytes
 * for the rest, and some do make as many, of digits, of rare letters and signs. So bytes are the bound, and
 * none that is lower holds (core/money/tokens.test.ts).
 */

/**
 * Tokens that are added for each text and for the request: their marks, and what a provider's template adds
 * (Groq's some 75).
 */
const TOKENS_A_TEXT = 8;
const TOKENS_A_REQUEST = 80;

/**
 * Of our own words, which are always the same and English, every tokenizer makes fewer: a test counts them.
 */
const OWN_BYTES_A_TOKEN = 3;

/** At least as many tokens as a provider will count. */
export function mostTokens(text: string): number {
	// Claude's older tokenizer reads the compatible forms of letters instead, Qwen's the composed ones: a few
	// are longer.
	return Math.max(bytesOf(text), bytesOf(text.normalize("NFC")), bytesOf(text.normalize("NFKC")));
}

/** Of a request of these texts. `own`: which words in them are ours. */
export function mostTokensOf(texts: readonly string[], own: string): number {
	const ownBytes = bytesOf(own);
	const bytes = texts.reduce((sum, text) => sum + mostTokens(text) + TOKENS_A_TEXT, TOKENS_A_REQUEST);
	return bytes - ownBytes + Math.ceil(ownBytes / OWN_BYTES_A_TOKEN);
}

/** In UTF-8. Half a surrogate pair becomes the sign for what cannot be shown. */
function bytesOf(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}
