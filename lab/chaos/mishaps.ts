/**
 * What goes wrong in a run of chaos besides the radio. Owns the chances and the moments; never what is counted. Rule: every
 * question draws the same number of chances, so that one mishap never shifts the next one's.
 */
import { SETTING } from "../../core/settings/settings.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import type { Desktop, Random } from "../../simulator/index.ts";
import type { Ills, StoreIll } from "./ills.ts";

const COMPANION = PACKAGES.companion.appId;

/** How many questions each of them befalls, as parts of the share that the run was given. */
const PARTS = {
	/** The Side Service is killed, the app on the watch is killed, at any moment. */
	serviceKilled: 1,
	pageKilled: 1,
	/** The face opens the page with the same question again. */
	tappedAgain: 1,
	/** The radio drops; the Zepp app is closed, and opened again. */
	away: 0.6,
	closed: 0.4,
	/** The Side Service is killed when the answer is stored and not yet on its way. */
	killedWhenStored: 0.2,
	/** The phone's store throws or drops the next writes; the watch's disk takes nothing for a while; a clock is set. */
	storeFails: 0.5,
	diskFull: 0.3,
	clockSet: 0.2,
} as const;

/** A question takes a second, and ten more where a frame of it was lost. */
const WINDOW_MS = 2_000;
/** The Side Service dies at any time, be there a question or none: the next comes some seconds later. */
const SERVICE_WINDOW_MS = 7_000;
const AWAY_MS = 20_000;
const FULL_MS = 15_000;
/** Writes of the store that fail in a row, at most; a question makes some ten. */
const BAD_WRITES = 6;
/** Where a clock is set to from where it should be: a moment, an hour, a day and years. */
const JUMPS_MS = [0, 0, 60_000, 3_600_000, 86_400_000, 3 * 365 * 86_400_000] as const;

export type Mishaps = {
	/** Before a question is put. The returned function ends what waits for the ledger. */
	befall(question: { id: string; text: string }, isTap: boolean): () => void;
	/** How often the Side Service died so far. */
	deaths(): number;
};

export function createMishaps(desktop: Desktop, ills: Ills, random: Random, share: number): Mishaps {
	const { clock, phone, link, watch } = desktop;
	const storage = ills.state.settings(COMPANION);
	let deaths = 0;
	const chance = (part: number, windowMs = WINDOW_MS) => ({
		happens: random.next() < part * share,
		atMs: random.next() * windowMs,
	});
	const soon = ({ happens, atMs }: ReturnType<typeof chance>, run: () => void) => {
		if (happens) clock.after(atMs, run);
	};

	/** Calls `run` once, when the ledger is next written with a row in this state. */
	function whenLedger(happens: boolean, hasState: string, run: () => void): () => void {
		if (!happens) return () => undefined;
		const stop = storage.onChange(({ key, newValue }) => {
			if (!key.startsWith(`${SETTING.ledger}.`) || !isIn(newValue, hasState)) return;
			stop();
			clock.after(0, run);
		});
		return stop;
	}

	function pick<T>(list: readonly T[]): T {
		const one = list[Math.floor(random.next() * list.length)];
		if (one === undefined) throw new RangeError("nothing to pick from");
		return one;
	}

	function killService(): void {
		deaths++;
		phone.kill(COMPANION);
	}

	return {
		befall(question, isTap) {
			const awayMs = random.next() * AWAY_MS;
			soon(chance(PARTS.serviceKilled, SERVICE_WINDOW_MS), killService);
			soon(chance(PARTS.pageKilled), () => watch.kill(COMPANION));
			soon(chance(PARTS.away), () => {
				link.disconnect();
				clock.after(awayMs, () => link.reconnect());
			});
			soon(chance(PARTS.closed, SERVICE_WINDOW_MS), () => {
				deaths++;
				phone.close();
				clock.after(awayMs, () => phone.open());
			});
			const bad = Array.from({ length: 1 + Math.floor(random.next() * BAD_WRITES) }, () =>
				pick<StoreIll>(["throws", "drops"]),
			);
			soon(chance(PARTS.storeFails), () => ills.spoilStore(bad));
			const fullMs = random.next() * FULL_MS;
			soon(chance(PARTS.diskFull), () => {
				ills.fillDisk(true);
				clock.after(fullMs, () => ills.fillDisk(false));
			});
			const [whose, ms] = [pick<"watch" | "phone">(["watch", "phone"]), pick(JUMPS_MS) * pick([1, -1])];
			soon(chance(PARTS.clockSet), () => {
				ills.clocks[whose] = ms;
			});
			const again = chance(PARTS.tappedAgain);
			if (isTap) soon(again, () => watch.launch(COMPANION, { params: question }));
			return whenLedger(chance(PARTS.killedWhenStored).happens, "answered", killService);
		},
		deaths: () => deaths,
	};
}

function isIn(row: unknown, state: string): boolean {
	return typeof row === "string" && row.includes(`"state":"${state}"`);
}
