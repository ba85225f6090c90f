/**
 * What AskFace left on the simulated disks: the journal on the watch and the ledger on the phone. Owns where they are;
 * their decoders are the product's own. Only reads.
 */
import { type LedgerRow, readLedger as readRows } from "../app-side/ledger.ts";
import { decodeOutcome, decodeQuestion, JOURNAL_SLOTS, type Row } from "../core/ask/journal.ts";
import { PACKAGES } from "../packaging/packages.ts";
import type { State } from "../simulator/index.ts";

const COMPANION = PACKAGES.companion.appId;

/** The journal's rows, the newest first. */
export function readJournal(state: State): Row[] {
	const found: { row: Row; n: number }[] = [];
	for (let slot = 0; slot < JOURNAL_SLOTS; slot++) {
		const asked = decodeQuestion(readText(state, `j${slot}.q`));
		if (asked === null) continue;
		const outcome = decodeOutcome(readText(state, `j${slot}.a`), asked.row.id);
		found.push({ n: asked.n, row: outcome === null ? asked.row : { ...asked.row, ...outcome } });
	}
	return found.sort((a, b) => b.n - a.n).map(({ row }) => row);
}

export function readLedger(state: State): LedgerRow[] {
	return readRows(state.settings(COMPANION).get);
}

function readText(state: State, path: string): string {
	const bytes = state.watch.read(COMPANION, path);
	return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}
