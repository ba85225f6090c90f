/**
 * Whoever answers questions: a provider over the network, or the assistant on the phone itself. Owns the
 * shapes only, so that nobody who asks has to know which of them it is. Rule: whatever was understood of a
 * recording comes back, so that nobody has to say it twice.
 */
import type { Fault } from "../core/faults.ts";
import type { ProviderSettings, Settings } from "../core/settings/settings.ts";
import type { Binary } from "../core/settings/voice.ts";
import type { Forecast } from "../core/weather/forecast.ts";
import type { Answer, WatchFacts } from "../core/wire/protocol.ts";
import type { Requests } from "./exchange.ts";
import type { Models } from "./model-list.ts";
import type { Ports } from "./ports.ts";
import type { QuestionContext } from "./prompt.ts";
import type { Speech } from "./providers/provider.ts";

/** What is known of the weather, and of why nothing is. */
export type Weather = { forecast?: Forecast | undefined; why?: "unfound" | "unreachable" };

/** Everything about a question but its words. `facts`, `place` and `weather` are for the built-in assistant. */
export type AskContext = QuestionContext & { lang: string; place: string; facts?: WatchFacts; weather?: Weather };

export type Input = { kind: "written"; question: string } | { kind: "speech"; speech: Speech };

/**
 * A question to one provider. `settings` have that provider's fields. `patient`: it is asked again when it is
 * busy.
 */
export type Attempt = { requests: Requests; settings: Settings; context: AskContext; patient: boolean };

/**
 * `heard`: what was understood of a recording; as a kind of its own if the person wants to see it first.
 * `binary`: what was learnt of this phone when a recording was sent.
 */
export type AttemptOutcome = (
	| { kind: "answer"; answer: Answer; heard?: string }
	| { kind: "heard"; heard: string }
	| { kind: "fault"; fault: Fault; heard?: string }
) & { binary?: Binary };

export interface Answerer {
	answer(attempt: Attempt, question: string): Promise<AttemptOutcome>;
	/** Called only if the chosen route says that the provider itself listens. */
	answerSpeech(attempt: Attempt, speech: Speech): Promise<AttemptOutcome>;
	/** Asks the smallest question, once. Null if there was an answer. */
	tryOut(requests: Requests, settings: ProviderSettings): Promise<Fault | null>;
	listModels(ports: Ports, settings: ProviderSettings): Promise<Models>;
}
