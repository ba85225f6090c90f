/**
 * What a model says of having acted. Owns telling a claim from a refusal, in the languages of the catalogue. Rule: only the watch says
 * what was done, so that a sentence that claims it beside an action goes, and one without an action is told to the watch.
 */
import { lazily } from "../core/lazily.ts";
import { isAboutRinging } from "./asked-for.ts";
import { claimPatterns, refusalPatterns } from "./claims.data.ts";
import { plainWords } from "./offline/plain.ts";

const claim = lazily(() => patternOf(claimPatterns()));
const refusal = lazily(() => patternOf(refusalPatterns()));

/** A beginning of a word; in scripts that part no words anywhere. */
function patternOf(patterns: readonly string[]): RegExp {
	return new RegExp(
		`(?:^|[^\\p{L}\\p{M}]|[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af])(?:${patterns.join("|")})`,
		"u",
	);
}

/** UTF-16 units: who claims does so at once. */
const LOOKED_AT = 600;
const SENTENCE = /[^.!?。！？।…\n]+[.!?。！？।…]*\s*/g;

/** Whether a sentence says that a timer, an alarm or a reminder was set, or will ring. */
export function claims(text: string): boolean {
	return sentencesOf(text.slice(0, LOOKED_AT)).some(isClaim);
}

/** The text without the sentences that claim. */
export function withoutClaims(text: string): string {
	return sentencesOf(text)
		.filter((sentence) => !isClaim(sentence))
		.join("")
		.trim();
}

/** Whether it says that it cannot, or asks back. */
export function refuses(text: string): boolean {
	const looked = text.slice(0, LOOKED_AT);
	return refusal().test(plainWords(looked)) || /[?？؟]/.test(looked);
}

function sentencesOf(text: string): readonly string[] {
	return text.match(SENTENCE) ?? [];
}

function isClaim(sentence: string): boolean {
	const plain = plainWords(sentence);
	return isAboutRinging(sentence) && claim().test(plain) && !refusal().test(plain) && !/[?？؟]/.test(sentence);
}
