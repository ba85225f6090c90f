/**
 * What a person asks of the watch in a run of chaos. Owns the words, what a model answers to them and when each is to ring; each
 * has a name of its own, so that what rings is told apart.
 */
import words from "../../../core/words/en-US.json" with { type: "json" };
import type { Random } from "../../../simulator/index.ts";

export const KINDS = ["timer", "alarm", "remind", "two", "cancel", "chip"] as const;

export type Kind = (typeof KINDS)[number];

/** `answer`: the model's. `rings`: how many of its actions are to ring. `away`: the phone is out of reach. */
export type Wish = { kind: Kind; id: string; text: string; answer: string; rings: number; away: boolean };

const MINUTE_MS = 60_000;
/** It is to ring in so many seconds, at least and at most. */
const SOON = [90, 600] as const;
/** What is to be cancelled has to be there long enough. */
const LONG_SECONDS = 1_800;

export function wishOf(kind: Kind, id: string, now: number, random: Random): Wish {
	const seconds = Math.floor(SOON[0] + random.next() * (SOON[1] - SOON[0]));
	const time = new Date(Math.ceil((now + seconds * 1_000) / MINUTE_MS) * MINUTE_MS).toISOString().slice(11, 16);
	const wish = { kind, id, rings: 1, away: false };
	switch (kind) {
		case "timer":
			return {
				...wish,
				text: `A timer of ${seconds} seconds for tea ${id}`,
				answer: `Fine.\n!! timer ${seconds} ${id}`,
			};
		case "alarm":
			return { ...wish, text: `Set an alarm at ${time} for work ${id}`, answer: `Good night.\n!! alarm ${time} ${id}` };
		case "remind":
			return { ...wish, text: `Remind me in ${seconds} seconds of ${id}`, answer: `!! remind +${seconds} ${id}` };
		case "two": {
			const answer = `Both.\n!! timer ${seconds} ${id}a\n!! remind +${seconds + 120} ${id}b`;
			return { ...wish, rings: 2, text: `A timer for tea ${id}, and remind me of it later`, answer };
		}
		case "cancel":
			return { ...wish, text: `A timer of half an hour for ${id}`, answer: `Fine.\n!! timer ${LONG_SECONDS} ${id}` };
		case "chip":
			return { ...wish, text: words["chip.7"], answer: "", away: true };
	}
}

/** To take back what a wish of kind `cancel` has set. */
export function takingBack({ id }: Wish): Wish {
	const text = `Cancel the timer ${id}`;
	return { kind: "cancel", id: `${id}c`, text, answer: `As you wish.\n!! cancel ${id}`, rings: 0, away: false };
}
