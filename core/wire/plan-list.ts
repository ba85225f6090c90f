/** A plan for a run as a list, as short as it goes over the link: the goal, then each cue as what it is bound to, how much, its text. */
import type { Fields } from "../json.ts";
import type { Plan } from "../run/cues.ts";

export function planToList({ goal, cues }: Plan): unknown[] {
	const list = cues.map(({ at, text }) => {
		if ("meters" in at) return ["m", at.meters, text];
		return "seconds" in at ? ["s", at.seconds, text] : ["p", at.paceSlower, text];
	});
	return [goal ? [goal.meters, goal.seconds] : null, ...list];
}

/** The plan of a list that `planToList` made. */
export function planFromList([goal, ...list]: readonly unknown[]): Fields {
	const cues = list.filter(Array.isArray).map(([kind, amount, text]) => {
		const place = kind === "m" ? "meters" : kind === "s" ? "seconds" : "paceSlower";
		return { at: { [place]: amount }, text };
	});
	return Array.isArray(goal) ? { goal: { meters: goal[0], seconds: goal[1] }, cues } : { cues };
}
