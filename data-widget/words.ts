/**
 * The few words of the workout extension, which loads no `.po` files (DOC guides/workout-extension). Owns which it says and
 * in which order they are listed. Rule: only the list of one language is kept; all others are let go once it is chosen.
 */
import { fill } from "../core/words/words.ts";
import { LATIN_WORDS } from "./words-latin.ts";
import { OTHER_WORDS } from "./words-other.ts";

export const WORKOUT_KEYS = [
	"run.hint",
	"run.pace",
	"run.left",
	"run.cheer",
	"run.on",
	"run.ahead",
	"run.behind",
	"run.average",
	"run.average-mile",
	"run.to-go",
	"run.to-go-mile",
	"run.reached",
	"run.done",
	"run.done-mile",
	"run.waiting",
	"run.cheer.1",
	"run.cheer.2",
	"run.cheer.3",
	"run.cheer.4",
	"run.decimal",
] as const;

export type WorkoutKey = (typeof WORKOUT_KEYS)[number];

export type WorkoutSay = (key: WorkoutKey, values?: { readonly [name: string]: string }) => string;

/** English where the language is none of ours. */
export function workoutList(language: string): readonly string[] {
	return (LATIN_WORDS[language] ?? OTHER_WORDS[language] ?? LATIN_WORDS["en-US"] ?? "").split("\n");
}

/** Apart from `workoutList`, so that it holds one language. */
export function sayFrom(list: readonly string[]): WorkoutSay {
	return (key, values = {}) => fill(list[WORKOUT_KEYS.indexOf(key)] ?? "", values);
}
