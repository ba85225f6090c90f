/**
 * Who listens to a spoken question as things are set. Owns the services that can, and the choice between them; never a
 * request. Rule: a recording goes only to a provider that the person has set up, and to the chosen one first.
 */

import type { FaultCode } from "../faults.ts";
import { defaultModel } from "./default-models.ts";
import { findPreset, type Getter, isReady, keyOf, type ProviderId, SETTING, settingsFor } from "./settings.ts";

/** Every provider that understands speech, in the order in which one is looked for beside the chosen provider. */
export const EARS = [
	"groq",
	"openrouter",
	"gemini",
	"openai",
	"openai-responses",
	"mistral",
	"custom",
] as const satisfies readonly ProviderId[];

export type EarsId = (typeof EARS)[number];

export type VoiceSettings = {
	ears: EarsId | "auto";
	confirm: boolean;
	/** Whether this phone sends bytes as they are, as far as it was tried. */
	binary: "yes" | "no" | "unknown";
};

/** `one`: the answering provider listens itself, with `model`. `two`: `ears` writes down what was said, then it is asked. */
export type Route = { kind: "one"; model: string } | { kind: "two"; ears: EarsId; baseUrl: string; model: string };

/** They take a recording as a file and in no other form. */
const FILE_ONLY: readonly EarsId[] = ["openai", "openai-responses", "custom"];

/** Models behind OpenRouter whose names say that they listen. */
const LISTENS = /gemini|voxtral|audio|omni/i;

export function readVoice(get: Getter): VoiceSettings {
	const binary = get(SETTING.binary);
	return {
		ears: findEars(get(SETTING.voice)) ?? "auto",
		confirm: get(SETTING.confirm) === "yes",
		binary: binary === "yes" || binary === "no" ? binary : "unknown",
	};
}

/** How a spoken question goes to `provider`; null where nobody can listen to it. */
export function chooseRoute(get: Getter, provider: ProviderId): Route | null {
	const { confirm } = readVoice(get);
	const [able] = listenersFor(get, provider);
	if (able === undefined) return null;
	const { baseUrl, model } = settingsFor(get, able);
	const listener = able === provider && !confirm ? listenerOf(get, able, model) : undefined;
	if (listener !== undefined) return { kind: "one", model: listener };
	return { kind: "two", ears: able, baseUrl, model: speechModelOf(get, able) || model };
}

/**
 * Whoever may be sent a recording of a question to `provider`, in the order in which they are tried. Nobody by itself for the
 * built-in assistant, whose person wants nothing to leave: only a listener that was chosen.
 */
export function listenersFor(get: Getter, provider: ProviderId): EarsId[] {
	const { ears, binary } = readVoice(get);
	const anyone = provider === "offline" ? [] : [provider, ...EARS];
	const asked = ears === "auto" ? anyone : [ears];
	const able = asked.map(findEars).flatMap((id) => (id !== undefined && isAble(get, id, binary) ? [id] : []));
	return [...new Set(able)];
}

/** Why nobody listens: there is no key for it, or this phone cannot send a recording in the form that they take. */
export function deafness(get: Getter, provider: ProviderId): FaultCode {
	const route = chooseRoute((key) => (key === SETTING.binary ? "" : get(key)), provider);
	return route === null ? "no-key" : "request-refused";
}

/** The model that writes down what was said: the person's own, else the usual one. Gemini listens with any of its models. */
export function speechModelOf(get: Getter, ears: EarsId): string {
	const own = get(SETTING.speech(ears));
	return (typeof own === "string" ? own.trim() : "") || defaultModel(ears, "writes");
}

export function findEars(id: unknown): EarsId | undefined {
	return EARS.find((ears) => ears === id);
}

function isAble(get: Getter, ears: EarsId, binary: VoiceSettings["binary"]): boolean {
	const settings = settingsFor(get, ears);
	if (settings.baseUrl === "" || !isReady(settings, keyOf(get, ears))) return false;
	// A server of one's own that asks for no key is ready as it stands; it listens only where it was set up to.
	if (findPreset(ears)?.needsKey !== true && get(SETTING.voice) !== ears) return false;
	return binary !== "no" || !FILE_ONLY.includes(ears);
}

/** The model with which a provider answers a recording by itself, undefined where it does not. */
function listenerOf(get: Getter, ears: EarsId, model: string): string | undefined {
	switch (ears) {
		case "gemini":
			return model;
		case "openrouter":
			return LISTENS.test(model) ? model : undefined;
		case "mistral":
			return /voxtral/i.test(model) ? model : speechModelOf(get, ears);
		default:
			return undefined;
	}
}
