/** One right value of everything that comes from outside: what broken input is made from. */
import type { Answer, Look, Reply, Request } from "../../core/wire/protocol.ts";

export const PLAN_SAMPLE = {
	goal: { meters: 5000, seconds: 1680 },
	cues: [
		{ at: { meters: 1000 }, text: "Settle in" },
		{ at: { seconds: 600 }, text: "Drink" },
		{ at: { paceSlower: 350 }, text: "Pick it up" },
	],
};

export const ANSWER_SAMPLE: Answer = {
	text: "Molecules scatter blue light the most.",
	line: "Blue light scatters",
	next: ["Why red at dusk?", "On Mars?"],
	by: "OpenAI, gpt-5.4-mini",
	heard: "Why is the sky blue?",
	use: { requests: 1, promptTokens: 300, completionTokens: 100, costMicros: 500 },
	plan: PLAN_SAMPLE,
	actions: [
		{ do: "timer", seconds: 600, label: "Tea" },
		{ do: "alarm", at: 450, days: 31, label: "Work" },
		{ do: "remind", day: 1, at: 540, label: "Call the dentist" },
	],
};

export const LOOK_SAMPLE: Look = {
	rev: 7,
	chips: [
		{ label: "Weather", text: "Will it rain?" },
		{ label: "Word", text: "Teach me a word." },
		{ label: "Fact", text: "Tell me a fact." },
	],
	accent: 0x3ddc97,
	size: "medium",
	ready: true,
	wants: ["steps", "heart"],
	waitMinutes: 360,
	currency: "EUR",
	preset: "sport",
	deaf: true,
};

export const REQUEST_SAMPLES: readonly Request[] = [
	{ method: "hello", rev: 3 },
	{
		...{ method: "ask", id: "m1-2a", text: "Why is the sky blue?", talk: "m1-2a", lang: "en-US", rev: 3 },
		facts: { now: 609, date: "2026-11-22", battery: 81, steps: 6789, heart: 67, sleep: 437, workout: 43 },
	},
	{ method: "ask", id: "m1-2b", voice: true, talk: "m1-2a", lang: "de-DE", rev: 3, late: true },
	{ method: "voice", id: "m1-2b", at: 3400, total: 9000, bytes: Uint8Array.of(0, 0, 0, 40, 1, 2, 3, 4) },
	{ method: "cancel", id: "m1-2a" },
	{ method: "keep", id: "m1-2a", at: 0, text: "I am vegetarian." },
];

export const REPLY_SAMPLES: readonly Reply[] = [
	{ kind: "hello", look: LOOK_SAMPLE },
	{ kind: "answer", id: "m1-2a", answer: ANSWER_SAMPLE, look: LOOK_SAMPLE },
	{ kind: "fault", id: "m1-2a", fault: { code: "rate-limited", waitSeconds: 20 }, heard: "Why?", look: LOOK_SAMPLE },
	{ kind: "fault", id: "m1-2a", fault: { code: "over-budget", left: "0.12\u00a0USD" } },
	{ kind: "fault", id: "m1-2a", fault: { code: "over-budget", model: "new-1" } },
	{ kind: "heard", id: "m1-2b", text: "Why is the sky blue?" },
	{ kind: "got", id: "m1-2b", at: 3400 },
	{ kind: "cancelled", id: "m1-2a" },
	{ kind: "kept", id: "m1-2a" },
	{ kind: "kept", id: "m1-2b", full: true },
];

const RECEIPT = {
	...{ provider: "openai", model: "gpt-5.4-mini", requests: 1, promptTokens: 300, completionTokens: 100 },
	...{ ms: 900, costMicros: 500, currency: "EUR" },
};

export const LEDGER_SAMPLE = [
	{ id: "a", at: 1, state: "sent" },
	{ id: "b", at: 2, state: "answered", answer: ANSWER_SAMPLE, receipt: RECEIPT },
	{ id: "c", at: 3, state: "faulted", fault: { code: "no-credit" }, heard: "Why?", receipt: RECEIPT },
	{ id: "d", at: 4, state: "heard", text: "Why is the sky blue?" },
	{ id: "e", at: 5, state: "cancelled" },
];

const LONG = "word ".repeat(200);

export const TALKS_SAMPLE = ["t1", "t2", "t3", "t4"].map((talk) => ({
	talk,
	turns: Array.from({ length: 5 }, (_, at) => ({ question: `Question ${at}?`, answer: LONG })),
}));

export const SETTINGS_SAMPLE = {
	provider: "anthropic",
	"baseUrl.anthropic": "https://api.anthropic.com/v1",
	"model.anthropic": "claude-haiku-4-5",
	...{ length: "long", size: "large", accent: "#ff8800", preset: "diet", wait: "360", second: "openai" },
	chips: JSON.stringify(LOOK_SAMPLE.chips),
	share: JSON.stringify(["time", "heart"]),
	consent: JSON.stringify({ anthropic: "2026-11-22" }),
	...{ place: "Ulm", currency: "eur" },
};

const MESSAGE = { role: "assistant", content: "It is blue." };

/** By wire; the providers that speak Chat Completions share theirs. */
export const BODY_SAMPLES = {
	chat: [
		{
			choices: [{ message: MESSAGE, finish_reason: "stop" }],
			usage: { prompt_tokens: 300, completion_tokens: 100 },
		},
		{ choices: [{ message: { ...MESSAGE, content: [{ type: "text", text: "Blue." }] }, finish_reason: "length" }] },
		{ error: { message: "Rate limit reached", type: "rate_limit_error", code: "rate_limit_exceeded" } },
	],
	responses: [
		{
			...{ id: "resp_1", status: "completed", usage: { input_tokens: 300, output_tokens: 100 } },
			output: [{ type: "message", content: [{ type: "output_text", text: "It is blue." }] }],
		},
		{ id: "resp_1", status: "in_progress" },
		{ id: "resp_1", status: "incomplete", incomplete_details: { reason: "max_output_tokens" }, output: [] },
	],
	anthropic: [
		{
			content: [{ type: "text", text: "It is blue." }],
			stop_reason: "end_turn",
			usage: { input_tokens: 300, output_tokens: 100 },
		},
		{ type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
	],
	gemini: [
		{
			candidates: [{ content: { role: "model", parts: [{ text: "It is blue." }] }, finishReason: "STOP" }],
			usageMetadata: { promptTokenCount: 300, candidatesTokenCount: 90, thoughtsTokenCount: 10 },
		},
		{ promptFeedback: { blockReason: "SAFETY" } },
	],
} as const;

export const REPLY_TEXTS = [
	"Molecules scatter blue light.\n@@ Blue light is scattered far more than red light, all day\n>> Why red at dusk? | On Mars?",
	"~~ why is the sky blue\nBlue light scatters. @@ Blue >> Why?",
	"Here it is.\n%% goal 5000m 28:00\n%% 1 km | Settle in\n%% 10 min | Drink\n%% slower 350 | Pick it up",
	"Enjoy it.\n!! timer 600 Tea\n!! alarm 07:30 mon,tue Work\n!! remind 1 09:00 Call Ann\n!! note I am vegetarian\n@@ Tea",
	'Right.\n**!! remind +90 min** "Call Ann"\n{"name": "set_timer", "arguments": {"minutes": 10, "label": "Tea"}}',
	"**Bold** `code` [link](https://example.org) <think>hm</think> $x^2$",
];
