/**
 * Which quick replies a person is likeliest to want now: by the part of the day, by what they asked before, and about a
 * workout by what they ask then. Pure; the companion keeps the counts in a small file. Rule: what was never used
 * keeps its own order, so that nothing moves before the person has shown a habit.
 */
import { isFields, parseJson } from "../json.ts";
import { CHIPS_MAX, type QuickReply } from "../wire/protocol.ts";

/** Four parts of the day of six hours each from midnight on, and the workout with the hour after it. */
export const PARTS = 5;
const WORKOUT_PART = 4;
const PART_MINUTES = 360;

/** Questions of quick replies and how often each was asked, by part; the one used last first. */
export type Uses = readonly { text: string; counts: readonly number[] }[];

/** Quick replies come and go with settings; more than these are forgotten. */
const USES_MAX = 3 * CHIPS_MAX;
const COUNT_MAX = 99;
/** Every use in a part makes the older ones of that part count less: a habit is what one does lately. */
const DECAY = 0.9;
/** A use at another time of day says a little about now. */
const ELSEWHERE = 0.2;

/** `minutes` since midnight. */
export function partOf(minutes: number, workout: boolean): number {
	return workout ? WORKOUT_PART : Math.min(WORKOUT_PART - 1, Math.floor(minutes / PART_MINUTES));
}

export function countUse(uses: Uses, text: string, part: number): Uses {
	const known = uses.find((use) => use.text === text) ?? { text, counts: [0, 0, 0, 0, 0] };
	const faded = [known, ...uses.filter((use) => use !== known)].slice(0, USES_MAX).map((use) => {
		const counts = use.counts.map((count, at) => (at === part ? count * DECAY + (use === known ? 1 : 0) : count));
		return { text: use.text, counts: counts.map((count) => Math.round(count * 100) / 100) };
	});
	return faded;
}

/** The likeliest first. */
export function rank(chips: readonly QuickReply[], uses: Uses, part: number): QuickReply[] {
	const score = ({ text }: QuickReply) => {
		const counts = uses.find((use) => use.text === text)?.counts ?? [];
		return counts.reduce((sum, count, at) => sum + (at === part ? count : count * ELSEWHERE), 0);
	};
	return chips
		.map((chip, at) => ({ chip, at, score: score(chip) }))
		.sort((a, b) => b.score - a.score || a.at - b.at)
		.map(({ chip }) => chip);
}

/** None where `text` holds none: a lost file costs a habit, nothing else. */
export function decodeUses(text: string): Uses {
	const list = parseJson(text);
	if (!Array.isArray(list)) return [];
	return list.slice(0, USES_MAX).flatMap((item: unknown) => {
		if (!isFields(item) || typeof item.text !== "string" || !Array.isArray(item.counts)) return [];
		const counts = item.counts.filter(isUseCount);
		return counts.length === PARTS ? [{ text: item.text, counts }] : [];
	});
}

function isUseCount(value: unknown): value is number {
	return typeof value === "number" && value >= 0 && value <= COUNT_MAX;
}
