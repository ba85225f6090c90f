/**
 * What AskFace left on the simulated disks: the journal on the watch and the ledger on the phone. Owns where they are;
 * their decoders are the product's own. Only reads.
 */
import { type LedgerRow, readLedger as readRows } from "../app-side/ledger.ts";
import { decodeOutcome, decodeQuestion, ENDINGS, entriesIn, fileOf, type Row } from "../core/ask/journal.ts";
import { PACKAGES } from "../packaging/packages.ts";
import type { State } from "../simulator/index.ts";

const COMPANION = PACKAGES.companion.appId;

/** The journal's rows, the newest first. */
export function readJournal(state: State): Row[] {
	return entriesIn(state.watch.list(COMPANION, "") ?? []).flatMap((entry) => {
		const asked = decodeQuestion(readText(state, fileOf(entry, ENDINGS.question)));
		if (asked === null) return [];
		const end = entry.state === "open" ? "" : readText(state, fileOf(entry, ENDINGS[entry.state]));
		const outcome = decodeOutcome(end, entry.id);
		return [outcome === null ? asked.row : { ...asked.row, ...outcome }];
	});
}

export function readLedger(state: State): LedgerRow[] {
	return readRows(state.settings(COMPANION).get);
}

function readText(state: State, path: string): string {
	const bytes = state.watch.read(COMPANION, path);
	return bytes === undefined ? "" : new TextDecoder().decode(bytes);
}
