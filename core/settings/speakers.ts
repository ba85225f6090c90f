/**
 * Who speaks answers, as things are set. Owns the services that can, and how much of an answer is spoken; never a request. Rule: nobody
 * does until the person has chosen one, and only one that is set up is asked.
 */
import { defaultModel } from "./default-models.ts";
import { type Getter, SETTING, textAt } from "./keys.ts";
import { readProvider } from "./provider-settings.ts";
import type { ProviderId } from "./providers.ts";

export const SPEAKERS = [
	"gemini",
	"openai",
	"openai-responses",
	"openrouter",
	"custom",
] as const satisfies readonly ProviderId[];

export type SpeakerId = (typeof SPEAKERS)[number];

/** `voice`: a name that the service knows. `ready`: it may be asked as things are set. */
export type Speaker = { provider: SpeakerId; baseUrl: string; model: string; voice: string; ready: boolean };

/**
 * Sound takes the link to the watch some time, so that not all of a long answer is spoken. Gemini makes the small files that were asked
 * for; the others send five times as much for a second (docs/evidence.md).
 */
const SECONDS: Readonly<Record<SpeakerId, number>> = {
	...{ gemini: 20, openai: 10, "openai-responses": 10, openrouter: 10, custom: 10 },
};

export function secondsOf(provider: SpeakerId): number {
	return SECONDS[provider];
}

/** As it is set up, chosen or not. */
export function speakerOf(get: Getter, provider: SpeakerId): Speaker {
	const { baseUrl, ready } = readProvider(get, provider);
	const model = textAt(get, SETTING.speakerModel(provider)) || defaultModel(provider, "speaks");
	const voice = textAt(get, SETTING.speakerVoice(provider)) || (provider === "gemini" ? "Kore" : "alloy");
	return { provider, baseUrl, model, voice, ready: ready && baseUrl !== "" && model !== "" };
}

/** Null if nobody was chosen, or the chosen one cannot be asked. */
export function readSpeaker(get: Getter): Speaker | null {
	const chosen = findSpeaker(get(SETTING.speaker));
	const speaker = chosen === undefined ? null : speakerOf(get, chosen);
	return speaker?.ready === true ? speaker : null;
}

export function findSpeaker(id: unknown): SpeakerId | undefined {
	return SPEAKERS.find((speaker) => speaker === id);
}
