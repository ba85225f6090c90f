/**
 * What was understood of a recording, as a question. Owns telling words from the noises that speech models write down for
 * silence. Rule: what is no words is null, never a question.
 */
import { toPlainText } from "../../core/plain-text.ts";
import { clip, QUESTION_LIMIT } from "../../core/protocol.ts";

/** `[BLANK_AUDIO]`, `(silence)`, `*music*`, `♪`. */
const NOISE = /\[[^\][]{0,80}\]|\([^()]{0,80}\)|\*[^*]{0,80}\*|[♪♫♩♬🎵🎶]/gu;
/** Several times what a question may be, in UTF-16 units. */
const RAW_LIMIT = 8 * QUESTION_LIMIT;
const WORD = /[\p{L}\p{N}]/u;

/** Null where no words were understood. */
export function readTranscript(raw: string): string | null {
	const said = raw.slice(0, RAW_LIMIT).replace(NOISE, " ");
	if (!WORD.test(said)) return null;
	const text = toPlainText(said).replace(/\s+/g, " ").trim();
	return text === "" ? null : clip(text, QUESTION_LIMIT);
}
