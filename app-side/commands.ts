/**
 * What the settings page asks of the Side Service, by the settings storage: it writes `command`, this writes
 * `outcome`. Owns both shapes on this side. Rule: each command runs once by its nonce, and an outcome holds a
 * fault's code, never a provider's words and never the key.
 */
import type { Fault } from "../core/faults.ts";
import { isFields, parseJson } from "../core/json.ts";
import {
	everyKey,
	FORGOTTEN,
	findProvider,
	type ProviderId,
	readSettings,
	SETTING,
	settingsFor,
} from "../core/settings/settings.ts";
import { answererOf } from "./answerers.ts";
import type { Asking } from "./asking.ts";
import { put } from "./keeping.ts";
import type { Models } from "./model-list.ts";
import type { Ports } from "./ports.ts";
import { type Trial, tryOut } from "./trial.ts";

/** `provider`: of this one instead of the chosen one. */
type Command = { nonce: string | number; do: "test" | "forget" | "models"; provider?: ProviderId };
/** `begun`: a service took it up, and died of it if there is no outcome; such a test is not sent again. */
type Stored = { command: Command; begun: boolean };
type CommandOutcome = Command &
	(
		| { ok: true; by?: string; speech?: true | Fault["code"]; models?: string[] }
		| { ok: false; fault: Fault["code"]; waitSeconds?: number; model?: string }
	);

export type Commands = {
	/** Runs the stored command unless it has run. Called when it changes, and when the service starts. */
	run(): Promise<void>;
};

export function createCommands(ports: Ports, asking: Asking): Commands {
	let running: Command["nonce"] | undefined;
	/** Of a command that another has taken the place of in the meantime, nobody waits for the outcome. */
	const write = (outcome: CommandOutcome) => {
		if (outcome.nonce === running) put(ports.storage, SETTING.outcome, JSON.stringify(outcome));
	};
	return {
		async run() {
			const stored = decodeCommand(parseJson(ports.storage.get(SETTING.command)));
			if (stored === undefined) return;
			const { command } = stored;
			if (command.nonce === running || command.nonce === lastNonce(ports)) return;
			running = command.nonce;
			switch (command.do) {
				case "forget":
					forget(ports, asking);
					write({ ...command, ok: true });
					break;
				case "test":
					write(await testOnce(ports, stored));
					break;
				case "models":
					write(outcomeOf(command, await modelsOf(ports, command.provider)));
					break;
			}
			ports.log(`${command.do} done`);
		},
	};
}

/** A test costs a request: it is sent once what says so is stored. */
async function testOnce(ports: Ports, { command, begun }: Stored): Promise<CommandOutcome> {
	if (begun) return { ...command, ok: false, fault: "unknown-outcome" };
	const isNoted = put(ports.storage, SETTING.command, JSON.stringify({ ...command, begun: true }));
	return isNoted ? test(ports, command) : { ...command, ok: false, fault: "request-refused" };
}

/**
 * Whether this phone sends bytes is found out anew: it may be another phone, or another version of the Zepp
 * app.
 */
async function test(ports: Ports, command: Command): Promise<CommandOutcome> {
	if (command.provider === undefined) put(ports.storage, SETTING.binary, "");
	return outcomeOf(command, await tryOut(ports, command.provider));
}

/** Of the chosen provider, or of `other` if it is given. */
function modelsOf(ports: Ports, other?: ProviderId): Promise<Models> {
	const get = (key: string) => ports.storage.get(key);
	const settings = other === undefined ? readSettings(get) : settingsFor(get, other);
	return answererOf(settings.provider).listModels(ports, settings);
}

function outcomeOf(command: Command, outcome: Trial | Models): CommandOutcome {
	if (outcome.ok) return { ...command, ...outcome };
	const { code, waitSeconds, model } = outcome.fault;
	const more = { ...(waitSeconds === undefined ? {} : { waitSeconds }), ...(model === undefined ? {} : { model }) };
	return { ...command, ok: false, fault: code, ...more };
}

/** Undefined if it is none of ours. */
export function decodeCommand(value: unknown): Stored | undefined {
	if (!isFields(value) || (typeof value.nonce !== "string" && typeof value.nonce !== "number")) return undefined;
	if (value.do !== "test" && value.do !== "forget" && value.do !== "models") return undefined;
	const provider = findProvider(value.provider)?.id;
	const command: Command = { nonce: value.nonce, do: value.do, ...(provider === undefined ? {} : { provider }) };
	return { command, begun: value.begun === true };
}

function lastNonce({ storage }: Ports): unknown {
	const outcome = parseJson(storage.get(SETTING.outcome));
	return isFields(outcome) ? outcome.nonce : undefined;
}

/**
 * Empties every key that we know, which works even if the storage cannot remove one. The watch follows when
 * it next meets us. Only the ids of what is under way stay, so that no such question is asked when the watch
 * says it again.
 */
function forget({ storage, now }: Ports, asking: Asking): void {
	const dropped = asking.dropAll();
	for (const name of everyKey()) put(storage, name, "");
	for (const id of dropped) asking.cancel(id);
	put(storage, FORGOTTEN, String(now()));
}
