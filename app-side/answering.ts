/**
 * Who answers a question: the chosen provider, or the second one in its place. Owns that choice; never ids,
 * never what is stored. Rule: the second is asked only after a reply in which the first says that it cannot
 * answer just now, never after silence.
 */
import type { FaultCode } from "../core/faults.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { AskContext, Input } from "./answerer.ts";
import { type AttemptResult, runAttempt } from "./attempt.ts";
import { type Cost, costOfRequests, startRequests } from "./exchange.ts";
import type { Ports } from "./ports.ts";
import { createRequestBudget } from "./spending.ts";

export type AskResult = AttemptResult & { cost: Cost };

/**
 * A question with everything that decides on its answer. `isStopped` is asked before anything more is sent.
 */
type Ask = { settings: Settings; context: AskContext; input: Input; isStopped: () => boolean };

const FAIL_OVER: readonly FaultCode[] = ["overloaded", "rate-limited", "no-credit"];
/** Faults of the second one's own settings: they do not tell the person why there is no answer. */
const MISSET: readonly FaultCode[] = ["no-key", "key-refused", "no-such-model", "no-credit"];

export async function answerQuestion(ports: Ports, { settings, context, input, isStopped }: Ask): Promise<AskResult> {
	const requests = startRequests(ports, createRequestBudget(ports), isStopped);
	const second = settings.second?.ready === true ? settings.second : null;
	const first = await runAttempt({ requests, settings, context, patient: second === null }, input);
	if (second === null || first.kind !== "fault" || !FAIL_OVER.includes(first.fault.code)) {
		return { ...first, cost: costOfRequests(requests) };
	}
	ports.log(`${settings.provider}: ${first.fault.code}, asking ${second.provider}`);
	const { heard, binary = settings.voice.binary } = first;
	const words: Input = heard === undefined ? input : { kind: "written", question: heard };
	const others: Settings = { ...settings, ...second, voice: { ...settings.voice, binary } };
	const other = await runAttempt({ requests, settings: others, context, patient: true }, words);
	const told = other.kind === "fault" && MISSET.includes(other.fault.code) ? first : other;
	return { ...told, ...(heard === undefined ? {} : { heard }), cost: costOfRequests(requests) };
}
