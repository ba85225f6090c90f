/**
 * The few words of the workout extension, which loads no `.po` files (DOC guides/workout-extension). Owns which it says and
 * in which order they are listed. Rule: only the list of one language is kept; all others are let go once it is chosen.
 */
import { fill } from "../core/words/words.ts";
import { WORDS } from "./words.table.ts";
import { WORKOUT_KEYS, type WorkoutKey } from "./workout-keys.ts";

export type WorkoutSay = (key: WorkoutKey, values?: { readonly [name: string]: string }) => string;

/** English where the language is none of ours. */
export function workoutList(language: string): readonly string[] {
	return (WORDS[language] ?? WORDS["en-US"] ?? "").split("\n");
}

/** Apart from `workoutList`, so that it holds one language. */
export function sayFrom(list: readonly string[]): WorkoutSay {
	return (key, values = {}) => fill(list[WORKOUT_KEYS.indexOf(key)] ?? "", values);
}
