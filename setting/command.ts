/**
 * How this page has the Side Service do something: it writes a command and reads the outcome, both in the
 * settings storage. Rule: an outcome counts only for the command whose nonce it bears, and none is left
 * standing once what was tested has changed.
 */
import { isFaultCode } from "../core/fault-code.ts";
import type { Fault, FaultCode } from "../core/faults.ts";
import { isFields, parseJson } from "../core/json.ts";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import type { Storage } from "./storage.ts";

/** `speech`: whether voice questions are understood; absent if that was not tried. */
export type Test =
	| { kind: "none" }
	| { kind: "running" }
	| { kind: "passed"; by: string; speech?: true | FaultCode }
	| { kind: "failed"; fault: Fault };

/** The models that the provider has. */
export type List = Exclude<Test, { kind: "passed" }> | { kind: "listed"; models: string[] };

type Act = "test" | "forget" | "models";

type Sent = { kind: "none" } | { kind: "running" } | { kind: "done"; outcome: Record<string, unknown> };

/** `provider`: of this one instead of the chosen one. */
export function sendCommand(storage: Storage, act: Act, nonce: string, provider?: ProviderId): void {
	storage.remove(SETTING.outcome);
	storage.write(SETTING.command, JSON.stringify({ nonce, do: act, ...(provider === undefined ? {} : { provider }) }));
}

/** Forgets the last test: what it tested is no longer what is set. */
export function dropTest(storage: Storage): void {
	storage.remove(SETTING.command);
	storage.remove(SETTING.outcome);
}

/** How the last test went. An outcome that cannot be read counts as not there yet. */
export function readTest(storage: Storage, provider?: ProviderId): Test {
	const sent = readSent(storage, "test", provider);
	if (sent.kind !== "done") return sent;
	const { ok, by, speech } = sent.outcome;
	if (ok !== true) return failed(sent.outcome);
	const passed = { kind: "passed", by: typeof by === "string" ? by : "" } as const;
	return speech === true || isFaultCode(speech) ? { ...passed, speech } : passed;
}

/** What came of asking the chosen provider for its models. */
export function readList(storage: Storage): List {
	const sent = readSent(storage, "models", undefined);
	if (sent.kind !== "done") return sent;
	const { ok, models } = sent.outcome;
	if (ok !== true) return failed(sent.outcome);
	return { kind: "listed", models: Array.isArray(models) ? models.filter((name) => typeof name === "string") : [] };
}

function readSent(storage: Storage, act: Act, provider: ProviderId | undefined): Sent {
	const command = parseJson(storage.read(SETTING.command));
	if (!isFields(command) || command.do !== act || command.provider !== provider) return { kind: "none" };
	const outcome = parseJson(storage.read(SETTING.outcome));
	return isFields(outcome) && outcome.nonce === command.nonce ? { kind: "done", outcome } : { kind: "running" };
}

function failed({
	fault,
	waitSeconds,
	model,
}: Record<string, unknown>): { kind: "running" } | { kind: "failed"; fault: Fault } {
	if (!isFaultCode(fault)) return { kind: "running" };
	const wait = typeof waitSeconds === "number" ? Math.ceil(waitSeconds) : 0;
	return {
		kind: "failed",
		fault: {
			code: fault,
			...(Number.isSafeInteger(wait) && wait > 0 ? { waitSeconds: wait } : {}),
			...(typeof model === "string" && model !== "" ? { model } : {}),
		},
	};
}
