/** What the ledger knows of a question, as a reply to the watch. */
import type { Fault } from "../core/faults.ts";
import type { Reply } from "../core/wire/protocol.ts";
import type { LedgerState } from "./ledger.ts";

/** It may have been charged, and what came of it is not known. */
export const LOST: Fault = { code: "unknown-outcome" };

export function replyTo(id: string, outcome: LedgerState): Reply {
	switch (outcome.state) {
		case "answered":
			// The text of an old answer is dropped in time: it was charged and is gone.
			return outcome.answer === undefined
				? { kind: "fault", id, fault: LOST }
				: { kind: "answer", id, answer: outcome.answer };
		case "faulted": {
			const { fault, heard } = outcome;
			return heard === undefined ? { kind: "fault", id, fault } : { kind: "fault", id, fault, heard };
		}
		case "heard":
			return { kind: "heard", id, text: outcome.text };
		case "sent":
			return { kind: "fault", id, fault: LOST };
		case "cancelled":
			return { kind: "cancelled", id };
	}
}
