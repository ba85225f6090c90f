/** What providers send: bodies by wire, lists of models, and a model's own text. */
import { callsAsLines } from "../../../app-side/action-calls.ts";
import { takeActions } from "../../../app-side/action-lines.ts";
import { readModels } from "../../../app-side/model-list.ts";
import { understandWish } from "../../../app-side/offline/acts.ts";
import { takePlan } from "../../../app-side/plan-format.ts";
import { ADAPTERS } from "../../../app-side/providers/index.ts";
import { field, type Reading } from "../../../app-side/providers/provider.ts";
import { readReply, readSpokenReply } from "../../../app-side/reply-format.ts";
import { readTranscript } from "../../../app-side/voice/transcript.ts";
import type { Action } from "../../../core/actions/action.ts";
import { isFields } from "../../../core/json.ts";
import { BODY_SAMPLES, REPLY_TEXTS } from "../samples.ts";
import { ACTION, ANSWER, FAULT, PLAN, QUESTION } from "../shapes.ts";
import { count, fields, first, listOf, oneOf, type Target, text, union } from "../target.ts";

const ENDPOINT = { baseUrl: "https://example.org/v1", model: "m", key: "k" };
const TOKENS = fields({ "promptTokens?": count(), "completionTokens?": count() });
const STATUSES = [200, 200, 200, 400, 401, 404, 429, 500, 529];

const READING = union("kind", {
	answer: fields({
		kind: oneOf("answer"),
		text: text(Number.MAX_SAFE_INTEGER, 1),
		"cut?": oneOf(true),
		tokens: TOKENS,
	}),
	fault: fields({
		kind: oneOf("fault"),
		fault: FAULT,
		"starved?": oneOf(true),
		"isTold?": oneOf(true),
		"isAddress?": oneOf(true),
		tokens: TOKENS,
	}),
	poll: fields({ kind: oneOf("poll"), request: () => null, afterMs: count() }),
});

type Wire = keyof typeof BODY_SAMPLES;

/** Where the services that are known put an answer. */
const PLACES = [
	"message",
	"delta",
	"text",
	"content",
	"output",
	"output_text",
	"candidates",
	"response",
	"generated_text",
];
const DEEPEST = 4;

/** Whether there is a place for an answer: without one a body is a bad answer, never an empty one, which is asked for again. */
function hasPlace(body: unknown, depth = 0): boolean {
	if (depth > DEEPEST) return false;
	if (Array.isArray(body)) return body.some((item) => hasPlace(item, depth + 1));
	if (!isFields(body)) return false;
	return PLACES.some((name) => name in body) || Object.values(body).some((value) => hasPlace(value, depth + 1));
}

function wireOf(id: string): Wire {
	if (id === "anthropic" || id === "gemini") return id;
	return id === "openai-responses" ? "responses" : "chat";
}

function checkReading(reading: Reading, body: unknown): string | null {
	const isAnswered = reading.kind === "answer" || (reading.kind === "fault" && reading.fault.code === "empty-answer");
	return first(READING(reading), isAnswered && !hasPlace(body) ? "an answer out of nothing" : null);
}

function statusOf(value: unknown): number {
	const at = typeof value === "number" && Number.isFinite(value) ? Math.abs(Math.trunc(value)) : 0;
	return STATUSES[at % STATUSES.length] ?? 200;
}

function headersOf(value: unknown): Record<string, string> {
	return isFields(value)
		? Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (typeof one === "string" ? [[name, one]] : [])))
		: {};
}

const BODIES = Object.entries(ADAPTERS).map(([id, provider]): Target => {
	const wire = wireOf(id);
	const samples = BODY_SAMPLES[wire].map((body) => ({ status: 0, headers: { "retry-after": "20" }, body }));
	return {
		name: `body of ${id}`,
		takes: "value",
		samples,
		check: (value) => {
			const body = field(value, "body");
			const response = { status: statusOf(field(value, "status")), headers: headersOf(field(value, "headers")), body };
			return checkReading(provider.readResponse(response, ENDPOINT, 0), body);
		},
	};
});

function checkModels(value: unknown): string | null {
	const models = readModels({ status: 200, headers: {}, body: value }, 0);
	return models.ok ? listOf(text(100, 1), 500)(models.models) : FAULT(models.fault);
}

/** A comment of a program may begin alike; a cue in our own form is never shown. */
const NO_PLAN_LINE = (raw: string) =>
	raw.split(/\r\n|\r|\n/).some((line) => /^%% ?(?:\d+ ?(?:m|s|km|min) ?\| ?[A-Za-z]|goal \d+m \d)/.test(line))
		? "a cue that is shown as text"
		: null;

const MOMENT = { today: Date.UTC(2026, 10, 28), nowMinutes: 609, said: [600] };

const WISHES = [
	"set a timer for one hour and 20 minutes and another for 90 seconds",
	"weck mich werktags um viertel nach sieben",
	"remind me on monday at 6:30 pm to call ann and bob",
	"明天下午三点半提醒我吃药",
	"Разбуди меня завтра в без четверти восемь",
	"remember that i am vegetarian",
];

/** In our own form a line is never shown, whatever is made of it. */
const NO_ACTION_LINE = (raw: string) =>
	raw.split(/\r\n|\r|\n/).some((line) => /^!! (?:timer \d{1,6} [A-Z]|alarm \d\d:\d\d [A-Z]|list$)/.test(line))
		? "an action that is shown as text"
		: null;

function checkActions(raw: string): string | null {
	const { text: rest, actions, dropped } = takeActions(callsAsLines(raw), () => true, MOMENT);
	const refused = takeActions(callsAsLines(raw), () => false, MOMENT);
	return first(
		listOf(ACTION, 3)(actions),
		NO_ACTION_LINE(rest),
		dropped.every((why) => /^[a-z]+: [a-z ]+$/.test(why)) ? null : "more in the log than a kind",
		refused.actions.length > 0 ? "an action that nobody asked for" : null,
	);
}

/** What is to ring is called by words that were said; what is cancelled may be called by its kind. */
function isNamed(action: Action, said: string): boolean {
	const label = "label" in action && action.do !== "cancel" ? (action.label ?? "") : "";
	const all = said.toLowerCase();
	return label.split(/[^\p{L}\d]+/u).every((word) => word === "" || all.includes(word.toLowerCase()));
}

export const PROVIDER_TARGETS: readonly Target[] = [
	...BODIES,
	{
		name: "list of models",
		takes: "value",
		samples: [{ data: [{ id: "gpt-5.4-mini" }, { id: "o4" }] }, { models: [{ name: "models/gemini-3-flash" }] }],
		check: checkModels,
	},
	{
		name: "reply of a model",
		takes: "text",
		samples: REPLY_TEXTS,
		check: (raw) => first(ANSWER(readReply(raw, false)), ANSWER(readReply(raw, true))),
	},
	{
		name: "spoken reply of a model",
		takes: "text",
		samples: REPLY_TEXTS,
		check: (raw) => {
			const { heard, answer } = readSpokenReply(raw, false);
			return first(ANSWER(answer), typeof heard === "string" ? QUESTION(heard) : null);
		},
	},
	{
		name: "cues of a model",
		takes: "text",
		samples: REPLY_TEXTS,
		check: (raw) => {
			const { text: rest, plan } = takePlan(raw);
			return first(plan === null ? null : PLAN(plan), NO_PLAN_LINE(rest));
		},
	},
	{
		name: "actions of a model",
		takes: "text",
		samples: REPLY_TEXTS,
		check: checkActions,
	},
	{
		name: "wish of a person",
		takes: "text",
		samples: WISHES,
		check: (said) => {
			const actions = understandWish(said, "", MOMENT)?.actions ?? [];
			return first(
				listOf(ACTION, 3)(actions),
				actions.every((one) => isNamed(one, said)) ? null : "a name that nobody said",
			);
		},
	},
	{
		name: "transcript",
		takes: "text",
		samples: ["[music] why is the sky blue ".repeat(30), "(silence)", "♪"],
		check: (raw) => {
			const heard = readTranscript(raw);
			return heard === null ? null : QUESTION(heard);
		},
	},
];
