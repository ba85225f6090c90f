/**
 * Which cue of a run's plan is due. Owns the line that a cue is in the plan's file: `m1000 Settle in` at so many metres,
 * `s720 ...` at so many seconds, `p370 ...` when a kilometre takes more seconds than that. Rule: each cue at most once a
 * run, one at a time, and what was passed unseen stays unsaid.
 */
import type { Cue } from "./cues.ts";

/** What the watch knows of a run; absent where it does not say. `pace` in seconds a kilometre. */
export type Run = { meters: number; seconds: number; pace?: number };

/** How late a cue of distance or time may be said: by then what it was about is over. */
const LATE_METERS = 150;
const LATE_SECONDS = 45;

/** A pace is not one yet. */
const PACE_FROM_METERS = 200;

export function cueLine({ at, text }: Cue): string {
	const said = text.replace(/\s+/g, " ");
	if ("meters" in at) return `m${at.meters} ${said}`;
	return "seconds" in at ? `s${at.seconds} ${said}` : `p${at.paceSlower} ${said}`;
}

/**
 * The words to say now, empty where there are none, and the lines that are left for the next time. Of several that fall
 * due between two looks the last is said; one that is too late is not.
 */
export function dueCue(lines: readonly string[], { meters, seconds, pace }: Run): { say: string; left: string[] } {
	const left: string[] = [];
	let say = "";
	for (const line of lines) {
		const place = Number.parseInt(line.slice(1), 10);
		let late = (meters - place) / LATE_METERS;
		if (line[0] === "s") late = (seconds - place) / LATE_SECONDS;
		if (line[0] === "p") late = pace !== undefined && meters >= PACE_FROM_METERS && pace > place ? 0 : -1;
		if (late < 0) left.push(line);
		else if (late <= 1) say = line.slice(line.indexOf(" ") + 1);
	}
	return { say, left };
}
