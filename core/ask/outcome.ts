/** What became of a question, from what the phone said of it. */
import type { Fault } from "../faults.ts";
import type { Reply } from "../wire/protocol.ts";
import type { Outcome } from "./journal.ts";

export function toOutcome(outcome: Reply | Fault, answeredAt: number): Outcome {
	if ("code" in outcome) return { state: "faulted", fault: outcome, answeredAt };
	switch (outcome.kind) {
		case "answer":
			return { state: "answered", answer: outcome.answer, answeredAt };
		case "fault":
			return withWords({ state: "faulted", fault: outcome.fault, answeredAt }, outcome.heard);
		case "cancelled":
			return { state: "faulted", fault: { code: "cancelled" }, answeredAt };
		case "hello":
		case "got":
		case "heard":
		case "kept":
		case "sound":
			return { state: "faulted", fault: { code: "bad-answer" }, answeredAt };
	}
}

/** A spoken question has its words, whoever told them. */
export function withWords(outcome: Outcome, heard: string | undefined): Outcome {
	if (heard === undefined) return outcome;
	if (outcome.state === "faulted") return { ...outcome, heard };
	return { ...outcome, answer: { ...outcome.answer, heard } };
}
