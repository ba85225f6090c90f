/**
 * How this page has the Side Service do something: it writes a command and reads the outcome, both in the settings
 * storage. Rule: an outcome counts only for the command whose nonce it bears, and none is left standing once what was
 * tested has changed.
 */
import { type FaultCode, isFaultCode } from "../core/faults.ts";
import { SETTING } from "../core/settings.ts";
import type { Storage } from "./storage.ts";

export type Test =
	| { kind: "none" }
	| { kind: "running" }
	| { kind: "passed"; by: string }
	| { kind: "failed"; code: FaultCode };

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
	const command = parse(storage.read(SETTING.command));
	if (command === undefined || command.do !== "test") return { kind: "none" };
	const outcome = parse(storage.read(SETTING.outcome));
	if (outcome === undefined || outcome.nonce !== command.nonce) return { kind: "running" };
	if (outcome.ok === true) return { kind: "passed", by: typeof outcome.by === "string" ? outcome.by : "" };
	return isFaultCode(outcome.fault) ? { kind: "failed", code: outcome.fault } : { kind: "running" };
}

type Message = { nonce?: unknown; do?: unknown; ok?: unknown; fault?: unknown; by?: unknown };

function parse(text: string): Message | undefined {
	if (text === "") return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}
