/**
 * How this page has the Side Service do something: it writes a command and reads the outcome, both in the settings
 * storage. Rule: an outcome counts only for the command whose nonce it bears, and none is left standing once what was
 * tested has changed.
 */
import { type Fault, isFaultCode } from "../core/faults.ts";
import { isFields, parseJson } from "../core/json.ts";
import { SETTING } from "../core/settings.ts";
import type { Storage } from "./storage.ts";

export type Test =
	| { kind: "none" }
	| { kind: "running" }
	| { kind: "passed"; by: string }
	| { kind: "failed"; fault: Fault };

export function sendCommand(storage: Storage, act: "test" | "forget", nonce: string): void {
	storage.remove(SETTING.outcome);
	storage.write(SETTING.command, JSON.stringify({ nonce, do: act }));
}

/** Forgets the last test: what it tested is no longer what is set. */
export function dropTest(storage: Storage): void {
	storage.remove(SETTING.command);
	storage.remove(SETTING.outcome);
}

/** How the last test went. An outcome that cannot be read counts as not there yet. */
export function readTest(storage: Storage): Test {
	const command = parseJson(storage.read(SETTING.command));
	if (!isFields(command) || command.do !== "test") return { kind: "none" };
	const outcome = parseJson(storage.read(SETTING.outcome));
	if (!isFields(outcome) || outcome.nonce !== command.nonce) return { kind: "running" };
	if (outcome.ok === true) return { kind: "passed", by: typeof outcome.by === "string" ? outcome.by : "" };
	if (!isFaultCode(outcome.fault)) return { kind: "running" };
	const { waitSeconds } = outcome;
	return { kind: "failed", fault: { code: outcome.fault, ...(isSeconds(waitSeconds) ? { waitSeconds } : {}) } };
}

function isSeconds(value: unknown): value is number {
	return typeof value === "number" && value > 0 && Number.isFinite(value);
}
