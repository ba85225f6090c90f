/**
 * A question to one provider, written or spoken. Owns the way from a recording to an answer there; never
 * which provider. Rule: another transcriber gets a recording only after a reply in which the first refused
 * every form of it.
 */
import { keyOf, type ProviderId } from "../core/settings/settings.ts";
import { chooseRoute, type VoiceSettings } from "../core/settings/voice.ts";
import type { Attempt, AttemptOutcome, Input } from "./answerer.ts";
import { answererOf } from "./answerers.ts";
import { noteRefused } from "./models.ts";
import type { Speech } from "./providers/provider.ts";
import { hear, type TranscriberRoute } from "./voice/hearing.ts";

/** `provider` and `model` are those that answered, or were asked last. */
export type AttemptResult = AttemptOutcome & { provider: ProviderId; model: string };

export async function runAttempt(attempt: Attempt, input: Input): Promise<AttemptResult> {
	const { settings } = attempt;
	const { provider, model } = settings;
	const answerer = answererOf(provider);
	if (input.kind === "written") return { ...(await answerer.answer(attempt, input.question)), provider, model };
	const route = chooseRoute(settings);
	switch (route?.kind) {
		case undefined:
			return { kind: "fault", fault: { code: "no-key" }, provider, model };
		case "transcriber":
			return { ...(await transcribe(attempt, input.speech, route)), provider, model };
		case "audio-model": {
			const listening = { ...attempt, settings: { ...settings, model: route.model } };
			return { ...(await answerer.answerSpeech(listening, input.speech)), provider, model: route.model };
		}
	}
}

/**
 * First what was said, then the answer. If a service refuses every form of a recording, another one that
 * listens gets it.
 */
async function transcribe(attempt: Attempt, speech: Speech, route: TranscriberRoute): Promise<AttemptOutcome> {
	const { requests, settings, patient } = attempt;
	const { storage } = requests.ports;
	const key = keyOf((name) => storage.get(name), route.transcriber);
	const { binary, ...hearing } = await hear({ requests, route, key, patient }, speech, settings.voice.binary);
	if (hearing.kind === "heard") {
		const { text: heard } = hearing;
		if (settings.voice.confirm) return { kind: "heard", heard, binary };
		return { ...(await answererOf(settings.provider).answer(attempt, heard)), heard, binary };
	}
	noteRefused(requests.ports, route.transcriber, route.model, hearing.fault);
	const voice: VoiceSettings = { ...settings.voice, binary };
	const other = hearing.fault.code === "request-refused" ? chooseRoute({ ...settings, voice }) : null;
	const isOther = other?.kind === "transcriber" && other.transcriber !== route.transcriber;
	return isOther ? transcribe({ ...attempt, settings: { ...settings, voice } }, speech, other) : { ...hearing, binary };
}
