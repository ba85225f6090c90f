/**
 * What the watch did of an answer's actions, and what rings later: read from its own records and from its screen. Owns the person
 * who hears it ring and stops it; decides nothing of the product.
 */
import type { Action, ActionName } from "../core/actions/action.ts";
import { type Deed, decodeDeeds, isPending, keyOf } from "../core/actions/deed.ts";
import { RING_MS } from "../core/actions/review.ts";
import type { Row } from "../core/ask/journal.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { PACKAGES } from "../packaging/packages.ts";
import { type Desktop, linesIn, type State, sees, tapText } from "../simulator/index.ts";

/** As `ask --json` prints it; `at` in ms since the epoch, null for what does not ring. */
export type Acted = {
	do: ActionName;
	label: string;
	at: number | null;
	outcome: "done" | "failed" | "refused" | "undone";
};
export type Rang = { do: ActionName; label: string; at: number; texts: string[] };

const COMPANION = PACKAGES.companion.appId;
const RING_PAGE = "page/ring";
/** For a screen to be drawn. */
const SETTLE_MS = 300;

export function readDeeds(state: State): Deed[] {
	const bytes = state.watch.read(COMPANION, "deeds.json");
	return decodeDeeds(bytes === undefined ? "" : new TextDecoder().decode(bytes));
}

export function actedOf(row: Row, deeds: readonly Deed[]): Acted[] {
	const { actions = [] } = row.state === "answered" ? row.answer : {};
	return actions.map((action, place) => {
		const deed = deeds.find(({ key }) => key === keyOf(row.id, place));
		return { do: action.do, label: labelOf(action), at: deed?.due ?? deed?.at ?? null, outcome: outcomeOf(deed) };
	});
}

function labelOf(action: Action): string {
	if (action.do === "open") return action.app;
	if (action.do === "note") return action.text;
	return action.do === "list" ? "" : (action.label ?? "");
}

/** What waits for a tap was not done. */
function outcomeOf(deed: Deed | undefined): Acted["outcome"] {
	switch (deed?.state) {
		case undefined:
		case "failed":
			return "failed";
		case "offered":
		case "refused":
			return "refused";
		case "undone":
			return "undone";
		default:
			return "done";
	}
}

/** What rings on the screen now; null where nothing does. */
export function ringingNow({ watch, clock }: Desktop, state: State): Deed | null {
	const surface = watch.surface();
	if (surface?.appId !== COMPANION || surface.url !== RING_PAGE || !sees(watch, words["ring.stop"])) return null;
	const rings = ({ rung = 0, rangAt = 0 }: Deed) => rung > 0 && Math.abs(clock.now() - rangAt) <= RING_MS;
	return readDeeds(state).find((deed) => isPending(deed) && rings(deed)) ?? null;
}

/** Lets so much time pass. Whatever rings is stopped by the person, who puts away what was missed too. */
export async function letPass(desktop: Desktop, state: State, ms: number): Promise<Rang[]> {
	const { clock, watch } = desktop;
	const end = clock.now() + ms;
	const rang: Rang[] = [];
	const isUp = () => watch.surface()?.url === RING_PAGE && watch.surface()?.appId === COMPANION;
	while (clock.now() < end) {
		if (!(await clock.runUntil(isUp, end - clock.now()))) break;
		await clock.runFor(SETTLE_MS);
		const deed = ringingNow(desktop, state);
		if (deed !== null) {
			const { do: what, label, rangAt = clock.now() } = deed;
			rang.push({ do: what, label, at: rangAt, texts: linesIn(watch, { y: 0, h: watch.scene().height }) });
		}
		const key = deed === null ? words["page.done"] : words["ring.stop"];
		if (sees(watch, key)) tapText(watch, key);
		await clock.runFor(SETTLE_MS);
	}
	return rang;
}

/** A power cut: from the write it comes at on, nothing reaches the disk until the watch is off and on again. */
export type Cut = {
	/** What the watch is to be kept on. */
	state: State;
	/** Once so many more writes were whole, the power goes; `cut` is called then, in a moment, and what it does is written again. */
	after(writes: number, cut: () => void): void;
	/** Writes that there were so far. */
	writes(): number;
	/** No cut any more. */
	calm(): void;
};

export function createCut(sound: State, soon: (run: () => void) => void): Cut {
	let writes = 0;
	let cutAt = Number.POSITIVE_INFINITY;
	let isOff = false;
	let onCut = (): void => undefined;
	/** Whether the next write reaches the disk. */
	const passes = (): boolean => {
		if (isOff) return false;
		if (writes >= cutAt) {
			isOff = true;
			soon(() => {
				isOff = false;
				cutAt = Number.POSITIVE_INFINITY;
				onCut();
			});
			return false;
		}
		writes++;
		return true;
	};
	const { watch } = sound;
	return {
		state: {
			...sound,
			watch: {
				...watch,
				write: (appId, path, bytes) => passes() && watch.write(appId, path, bytes),
				remove: (appId, path) => watch.read(appId, path) !== undefined && passes() && watch.remove(appId, path),
				rename: (appId, from, to) => passes() && watch.rename(appId, from, to),
				writeText: (appId, text) => {
					if (passes()) watch.writeText(appId, text);
				},
			},
		},
		after(count, cut) {
			cutAt = writes + count;
			onCut = cut;
		},
		writes: () => writes,
		calm() {
			cutAt = Number.POSITIVE_INFINITY;
		},
	};
}
