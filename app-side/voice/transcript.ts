/**
 * What was understood of a recording, as a question. Owns telling words from the noises that speech models
 * write down. Rule: what is no words, or only what a model invents for silence, is null, never a question.
 */
import { toPlainText } from "../../core/cleaning/plain-text.ts";
import { clip, QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { isInvention } from "./inventions.ts";

/** Much more than is asked, even if most of it is noises. */
const RAW_LIMIT = 4 * QUESTION_LIMIT;

/** `[BLANK_AUDIO]`, `【音楽】`. Only words are noises: `[2+3]` and `f(x)` are not. */
const IN_SQUARES = /[[【﹝〔][\p{L}\p{M}\s_'’.,-]{0,60}[\]】﹞〕]|[♪♫♩♬🎵🎶]/gu;
/** `(silence)`, `*coughs*`: within a sentence it is more likely a part of it. */
const IN_OTHERS = /[(（][\p{L}\p{M}\s_'’.,-]{0,60}[)）]|\*[\p{L}\p{M}\s_'’.,-]{1,60}\*/gu;
const OTHER_FIRST = /^\s*(?:[(（][\p{L}\p{M}\s_'’.,-]{0,60}[)）]|\*[\p{L}\p{M}\s_'’.,-]{1,60}\*)(?=\s)/u;
const WORD = /[\p{L}\p{N}]/u;

/** Null if no words were understood. `voiced`: a voice was found in the sound, or nobody looked. */
export function readTranscript(raw: string, voiced = true): string | null {
	const said = clip(raw, RAW_LIMIT).replace(IN_SQUARES, " ");
	const bare = said.replace(IN_OTHERS, " ");
	if (!WORD.test(bare) || isInvention(bare, voiced)) return null;
	const text = toPlainText(said.replace(OTHER_FIRST, "")).replace(/\s+/g, " ").trim();
	return text === "" ? null : clip(text, QUESTION_LIMIT);
}
