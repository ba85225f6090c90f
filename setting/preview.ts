/**
 * What the next question sends, made of the very texts that the Side Service sends (core/ask/instructions.ts,
 * core/settings/privacy.ts). Pure. Rule: only what is not known before the question is asked stands as a word
 * in brackets.
 */
import { readTalks, type Turn } from "../core/ask/conversation.ts";
import { linesFor, rulesFor } from "../core/ask/instructions.ts";
import { lookUpOf } from "../core/settings/look-ups.ts";
import { FIELDS, type Told, tellCoarsely } from "../core/settings/privacy.ts";
import { rowOf, SETTING, type Settings } from "../core/settings/settings.ts";
import type { Words } from "./stage.ts";
import type { Storage } from "./storage.ts";

/** In the order in which they are sent. `turns` only if the last conversation goes on. */
export type Preview = { rules: string; turns: readonly Turn[]; question: string };

export function readTurns(storage: Storage): readonly Turn[] {
	const talks = readTalks(storage.read(SETTING.memory)) ?? [];
	return talks[talks.length - 1]?.turns ?? [];
}

/** Null with the built-in assistant: nothing is sent. */
export function previewOf(settings: Settings, turns: readonly Turn[], nowMs: number, words: Words): Preview | null {
	const { provider, model, place, length, lookUp, later } = settings;
	if (!rowOf(provider).usesNetwork) return null;
	const unknown = words("setting.preview.watch");
	const known = tellCoarsely({ lang: "", nowMs, place, facts: undefined });
	const told: Told = {};
	for (const field of FIELDS) if (field !== "place") told[field] = known[field] ?? unknown;
	if (known.place !== undefined) told.place = known.place;
	const mayLookUp = lookUp && lookUpOf(provider, model) !== undefined;
	return {
		rules: rulesFor(length, linesFor(settings, told), { mayLookUp, later }),
		turns,
		question: words("setting.preview.question"),
	};
}
