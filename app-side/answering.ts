/**
 * Who answers a question: the chosen provider, or the second one in its stead. Owns that choice; never ids, never what is
 * stored. Rule: the second is asked only after a reply of the first that says that it cannot answer just now, never after
 * silence.
 */
import type { FaultCode } from "../core/faults.ts";
import { isReady, keyOf, readSettings, type Settings, settingsFor } from "../core/settings/settings.ts";
import { type Around, type Attempt, run, type Subject } from "./errand.ts";
import { type Cost, costOfTrip, startTrip } from "./exchange.ts";
import type { Ports } from "./ports.ts";
import { createPurse } from "./spending.ts";

export type Result = Attempt & { cost: Cost };

const FAIL_OVER: readonly FaultCode[] = ["overloaded", "rate-limited", "no-credit"];
/** What is wrong with the second one's settings does not tell why there is no answer. */
const MISSET: readonly FaultCode[] = ["no-key", "key-refused", "no-such-model", "no-credit"];

/** `isStopped` is asked before anything more is sent. */
export async function answerQuestion(
	ports: Ports,
	around: Around,
	subject: Subject,
	isStopped: () => boolean,
): Promise<Result> {
	const trip = startTrip(ports, createPurse(ports), isStopped);
	const { first, second } = whoAnswers(ports);
	const attempt = await run({ trip, settings: first, around, patient: second === undefined }, subject);
	if (second === undefined || attempt.kind !== "fault" || !FAIL_OVER.includes(attempt.fault.code)) {
		return { ...attempt, cost: costOfTrip(trip) };
	}
	ports.log(`${first.provider}: ${attempt.fault.code}, asking ${second.provider}`);
	const { heard } = attempt;
	const words: Subject = heard === undefined ? subject : { kind: "text", text: heard };
	const other = await run({ trip, settings: second, around, patient: true }, words);
	const told = other.kind === "fault" && MISSET.includes(other.fault.code) ? attempt : other;
	return { ...told, ...(heard === undefined ? {} : { heard }), cost: costOfTrip(trip) };
}

/** The second only where it can be asked at all. */
function whoAnswers({ storage }: Ports): { first: Settings; second?: Settings } {
	const get = (key: string) => storage.get(key);
	const first = readSettings(get);
	const second = first.second === null ? undefined : settingsFor(get, first.second);
	return second !== undefined && isReady(second, keyOf(get, second.provider)) ? { first, second } : { first };
}
