/**
 * How much of an answer is spoken, and whether what came back is a sound. Pure. Rule: what is cut ends with a sentence, or with a word.
 */
import { toWholeSentence } from "../../core/text/sentences.ts";

/** Letters that are said in a second, at least; a sign of Chinese, Japanese or Korean takes as long as three of them. */
const LETTERS_A_SECOND = 15;
const LETTERS_A_SIGN = 3;
const SIGN = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/** At most so many seconds of it. */
export function spokenPart(text: string, seconds: number): string {
	let left = seconds * LETTERS_A_SECOND;
	for (let at = 0; at < text.length; at++) {
		left -= SIGN.test(text.charAt(at)) ? LETTERS_A_SIGN : 1;
		if (left < 0) return toWholeSentence(text.slice(0, at));
	}
	return text;
}

/** An MP3, which is what a watch plays: a tag before it, or the first eleven bits of a frame. */
export function isMp3(bytes: Uint8Array): boolean {
	const [first = 0, second = 0, third = 0] = bytes;
	return (first === 0x49 && second === 0x44 && third === 0x33) || (first === 0xff && (second & 0xe6) === 0xe2);
}
