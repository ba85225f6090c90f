/**
 * What goes wrong in a run of chaos besides the radio. Owns the chances and the moments; never what is counted. Rule: every
 * question draws the same number of chances, so that one mishap never shifts the next one's.
 */
import { SETTING } from "../../core/settings.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import type { Desktop } from "../desktop.ts";
import type { Random } from "../random.ts";
import type { State } from "../state.ts";

const COMPANION = PACKAGES.companion.appId;

/** Shares of questions that each of them befalls. */
const SHARES = {
	/** The Side Service is killed, the app on the watch is killed, at any moment. */
	serviceKilled: 0.05,
	pageKilled: 0.05,
	/** The radio drops; the Zepp app is closed, and opened again. */
	away: 0.03,
	closed: 0.02,
	/** The Side Service is killed between sending and storing: nobody can know what became of it. */
	killedWhileSent: 0.003,
	/** It is killed when the answer is stored and not yet on its way. */
	killedWhenStored: 0.01,
} as const;

/** A question takes some two seconds; most of what goes wrong falls into them. */
const WINDOW_MS = 2_500;
const AWAY_MS = 20_000;

export type Mishaps = {
	/** Before a question is put. The returned function ends what waits for the ledger. */
	befall(): () => void;
};

export function createMishaps(desktop: Desktop, state: State, random: Random): Mishaps {
	const { clock, phone, link, watch } = desktop;
	const storage = state.settings(COMPANION);
	const chance = (share: number) => ({ happens: random.next() < share, atMs: random.next() * WINDOW_MS });
	const soon = ({ happens, atMs }: ReturnType<typeof chance>, run: () => void) => {
		if (happens) clock.after(atMs, run);
	};

	/** Calls `run` once, when the ledger is next written with a row in this state. */
	function whenLedger(happens: boolean, hasState: string, run: () => void): () => void {
		if (!happens) return () => undefined;
		const stop = storage.onChange(({ key, newValue }) => {
			if (key !== SETTING.ledger || !isNewest(newValue, hasState)) return;
			stop();
			clock.after(0, run);
		});
		return stop;
	}

	return {
		befall() {
			const killService = () => phone.kill(COMPANION);
			const awayMs = random.next() * AWAY_MS;
			soon(chance(SHARES.serviceKilled), killService);
			soon(chance(SHARES.pageKilled), () => watch.kill(COMPANION));
			soon(chance(SHARES.away), () => {
				link.disconnect();
				clock.after(awayMs, () => link.reconnect());
			});
			soon(chance(SHARES.closed), () => {
				phone.close();
				clock.after(awayMs, () => phone.open());
			});
			const stops = [
				whenLedger(chance(SHARES.killedWhileSent).happens, "sent", killService),
				whenLedger(chance(SHARES.killedWhenStored).happens, "answered", killService),
			];
			return () => {
				for (const stop of stops) stop();
			};
		},
	};
}

function isNewest(ledger: unknown, state: string): boolean {
	const rows: unknown = typeof ledger === "string" && ledger !== "" ? JSON.parse(ledger) : [];
	const last: unknown = Array.isArray(rows) ? rows[rows.length - 1] : undefined;
	return typeof last === "object" && last !== null && "state" in last && last.state === state;
}
