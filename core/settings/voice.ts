/**
 * Who listens to a spoken question as things are set. Owns the services that can, and the choice between
 * them; never a request. Rule: a recording goes only to a provider that the person has set up, and to the
 * chosen one first.
 */
import type { FaultCode } from "../faults.ts";
import { type Getter, SETTING } from "./keys.ts";
import { type ProviderSettings, readProvider } from "./provider-settings.ts";
import { type ProviderId, rowOf } from "./providers.ts";

/**
 * Every provider that can write down speech, in the order in which one is looked for beside the chosen
 * provider.
 */
export const TRANSCRIBERS = [
	"groq",
	"openrouter",
	"gemini",
	"openai",
	"openai-responses",
	"mistral",
	"custom",
] as const satisfies readonly ProviderId[];

export type TranscriberId = (typeof TRANSCRIBERS)[number];

/** Whether this phone sends bytes as they are, as far as it was tried. */
export type Binary = "yes" | "no" | "unknown";

export type TranscriberSettings = ProviderSettings & { provider: TranscriberId };

export type VoiceSettings = {
	transcriber: TranscriberId | "auto";
	confirm: boolean;
	binary: Binary;
	/** Those that could be sent a recording, in the order of `TRANSCRIBERS`. */
	setUp: readonly TranscriberSettings[];
};

/**
 * `audio-model`: the answering provider listens itself, with `model`. `transcriber`: a service writes down
 * what was said with `model`, and then the question is asked. It may be the answering provider's own service.
 */
export type Route =
	| { kind: "audio-model"; model: string }
	| { kind: "transcriber"; transcriber: TranscriberId; baseUrl: string; model: string };

/** What decides on a route. */
type Chosen = { provider: ProviderId; voice: VoiceSettings };

/** They take a recording as a file and in no other form. */
const FILE_ONLY: readonly TranscriberId[] = ["openai", "openai-responses", "custom"];

/** Models behind OpenRouter whose names say that they listen. */
const LISTENS = /gemini|voxtral|audio|omni/i;

export function readVoice(get: Getter): VoiceSettings {
	const binary = get(SETTING.binary);
	const transcriber = findTranscriber(get(SETTING.voice)) ?? "auto";
	return {
		transcriber,
		confirm: get(SETTING.confirm) === "yes",
		binary: binary === "yes" || binary === "no" ? binary : "unknown",
		setUp: TRANSCRIBERS.map((provider) => ({ ...readProvider(get, provider), provider })).filter((one) =>
			isSetUp(one, transcriber),
		),
	};
}

/** How a spoken question goes to `provider`; null if nobody can listen to it. */
export function chooseRoute(chosen: Chosen): Route | null {
	const [able] = transcribersFor(chosen);
	if (able === undefined) return null;
	const { provider, baseUrl, model, speechModel } = able;
	const audioModel = provider === chosen.provider && !chosen.voice.confirm ? audioModelOf(able) : undefined;
	if (audioModel !== undefined) return { kind: "audio-model", model: audioModel };
	return { kind: "transcriber", transcriber: provider, baseUrl, model: speechModel || model };
}

/**
 * Whoever may be sent a recording of a question to `provider`, in the order in which they are tried. If
 * questions do not leave the phone, recordings leave it only for a transcriber that the person chose.
 */
export function transcribersFor({ provider, voice }: Chosen): TranscriberSettings[] {
	const { transcriber, binary, setUp } = voice;
	const anyone = rowOf(provider).usesNetwork ? [provider, ...TRANSCRIBERS] : [];
	const asked = transcriber === "auto" ? anyone : [transcriber];
	const able = [...new Set(asked)].flatMap((id) => setUp.find((one) => one.provider === id) ?? []);
	return able.filter((one) => binary !== "no" || !FILE_ONLY.includes(one.provider));
}

/**
 * Why nobody listens: there is no key for it, or this phone cannot send a recording in the form that they
 * take.
 */
export function deafness({ provider, voice }: Chosen): FaultCode {
	return chooseRoute({ provider, voice: { ...voice, binary: "unknown" } }) === null ? "no-key" : "request-refused";
}

export function findTranscriber(id: unknown): TranscriberId | undefined {
	return TRANSCRIBERS.find((transcriber) => transcriber === id);
}

/**
 * A server of the person's own that asks for no key is ready as it stands. It listens only if the person
 * chose it to.
 */
function isSetUp({ provider, baseUrl, ready }: TranscriberSettings, chosen: TranscriberId | "auto"): boolean {
	return baseUrl !== "" && ready && (rowOf(provider).key === "needed" || provider === chosen);
}

/** The model with which a provider answers a recording by itself; undefined if it does not. */
function audioModelOf({ provider, model, speechModel }: TranscriberSettings): string | undefined {
	switch (provider) {
		case "gemini":
			return model;
		case "openrouter":
			return LISTENS.test(model) ? model : undefined;
		case "mistral":
			return /voxtral/i.test(model) ? model : speechModel;
		default:
			return undefined;
	}
}
