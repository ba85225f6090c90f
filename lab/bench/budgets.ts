/**
 * What each surface and each question may cost on the worst watch, as packed. Owns the numbers alone. `held` is just above what
 * was reached, so that growth is a change of this table that somebody sees; `goal` is what it shall come to, `aim` what we hope for.
 */

/** `heapKb` in KB of heap; work in calls and backward jumps of our own code until it stands; texts measured until then. */
type Held = { heapKb: number; ownWork: number; layoutCalls: number };
export type Budget = { held: Held; goal: Held; aimKb: number };

/** By the surface's name; `home`, `ask`, `read`, `speak`, `rings`, `ring` and `service` are what the companion shows. */
export const BUDGETS: Readonly<Record<string, Budget>> = {
	face: { held: held(18.8, 1_000, 5), goal: held(17, 6_000, 50), aimKb: 15 },
	home: { held: held(36, 11_000, 80), goal: held(55, 6_000, 50), aimKb: 50 },
	ask: { held: held(131, 11_500, 50), goal: held(62, 6_000, 50), aimKb: 55 },
	read: { held: held(46, 20_000, 130), goal: held(42, 20_000, 160), aimKb: 36 },
	rings: { held: held(57, 6_000, 40), goal: held(57, 6_000, 50), aimKb: 50 },
	ring: { held: held(64, 6_000, 40), goal: held(62, 6_000, 50), aimKb: 50 },
	speak: { held: held(61, 1_000, 10), goal: held(68, 6_000, 50), aimKb: 60 },
	say: { held: held(82, 3_000, 20), goal: held(68, 6_000, 50), aimKb: 60 },
	service: { held: held(53, 1_000, 0), goal: held(60, 6_000, 50), aimKb: 50 },
	card: { held: held(13.4, 1_000, 20), goal: held(13.5, 6_000, 50), aimKb: 12 },
	workout: { held: held(24.6, 1_000, 20), goal: held(19, 6_000, 50), aimKb: 15 },
};

/** Of 60 characters answered by 300: bytes and trips after the first of an app start; simulated ms. */
type AskLimits = {
	firstPageMs: number;
	bytes: number;
	roundTrips: number;
	redrawsFromFace: number;
	redrawsOnPage: number;
};

export const ASK: { held: AskLimits; goal: AskLimits } = {
	held: { firstPageMs: 400, bytes: 490, roundTrips: 1, redrawsFromFace: 22, redrawsOnPage: 36 },
	goal: { firstPageMs: 500, bytes: 490, roundTrips: 1, redrawsFromFace: 20, redrawsOnPage: 25 },
};

/** The most while one question is asked: a page that loads, and what the last has left before it is collected. */
export const PEAK_KB = 183;

function held(heapKb: number, ownWork: number, layoutCalls: number): Held {
	return { heapKb, ownWork, layoutCalls };
}
