/**
 * Providers that charge, modelled: each in its own wire format, with all that comes of a request between them and the phone.
 * Owns what is charged, counted by a real tokenizer, and what is said of it; never what the product books. Rule: whatever was
 * done is charged, be it answered, lost, cut off or swallowed by a gateway; only a refusal in the provider's own words is free.
 */
import type { VendorFetch } from "../../../app-side/http.ts";
import type { OnlineId } from "../../../app-side/providers/index.ts";
import { costOf, type Price } from "../../../core/money/budget.ts";
import type { Random } from "../../../simulator/index.ts";
import { TOKENIZERS } from "../../tokenizers/tokenizers.ts";
import { FORMATS, formatOf, type Said, seenIn } from "./formats.ts";

/** `date` is the phone's own, YYYY-MM-DD, when the request came; `micros` are millionths. */
export type Charge = { date: string; micros: number; isUnpriced: boolean };

type Fate =
	| "answered"
	| "starved"
	| "garbled"
	| "gateway"
	| "hung up"
	| "silent"
	| "limited"
	| "no credit"
	| "busy"
	| "broken"
	| "refused"
	| "out of reach";

/** Out of a hundred. */
const CHANCES: readonly (readonly [Fate, number])[] = [
	["answered", 44],
	["starved", 8],
	["garbled", 3],
	["gateway", 12],
	["hung up", 4],
	["silent", 4],
	["limited", 6],
	["no credit", 6],
	["busy", 5],
	["broken", 4],
	["refused", 2],
	["out of reach", 2],
];

/** What others than the provider answer with, after it may have done its work. */
const GATEWAY_STATUSES = [408, 499, 500, 502, 503, 504, 520, 522, 524, 529] as const;

/** Of what a template puts around each text and before all, the most that is known. */
const AROUND_A_TEXT = 5;
const BEFORE_ALL = 75;
const LATENCY_MS = [50, 14_000] as const;
/** A locked phone ends a request then. */
const PHONE_CUT_MS = 10_000;
/** Of a model that nobody knows a price of. */
const UNKNOWN_PRICE: Price = { in: 1000, out: 1000, sound: 1000 };

export type Server = {
	fetch: VendorFetch;
	charges: readonly Charge[];
	/** Requests that came, looks at an answer in the making not counted. */
	requests(): number;
};

export type World = {
	random: Random;
	today(): string;
	/** ms of simulated time */
	after(ms: number, run: () => void): void;
	/** `seconds` of the recording that any request may carry. */
	seconds: number;
	priceOf(model: string): Price | undefined;
};

export function createServer(world: World): Server {
	const { random } = world;
	const charges: Charge[] = [];
	const tokenizer = TOKENIZERS[Math.floor(random.next() * TOKENIZERS.length)] ?? TOKENIZERS[0];
	const pending = new Map<string, Said>();
	let requests = 0;

	function countTokens(texts: readonly string[], hasSound: boolean): number {
		const before = texts.length === 0 ? 0 : BEFORE_ALL;
		const words = texts.reduce((sum, text) => sum + (tokenizer?.count(text) ?? 0) + AROUND_A_TEXT, before);
		return words + (hasSound ? Math.max(32 * world.seconds, 375 * Math.ceil(world.seconds / 30)) : 0);
	}

	/** Does the work and charges it. */
	function work(request: Parameters<VendorFetch>[0], isStarved: boolean): Said {
		const { model, texts, cap, hasSound } = seenIn(request);
		const known = world.priceOf(model);
		const price = known ?? UNKNOWN_PRICE;
		const promptTokens = countTokens(texts, hasSound);
		const isFull = isStarved || random.next() < 0.3;
		const completionTokens = isFull ? cap : Math.floor(random.next() * (cap + 1));
		const micros = costOf(price, promptTokens, completionTokens, hasSound ? world.seconds : 0);
		charges.push({ date: world.today(), micros, isUnpriced: known === undefined });
		return { text: isStarved ? "" : "Yes.", promptTokens, completionTokens, how: random.next() };
	}

	function answer(request: Parameters<VendorFetch>[0], said: Said): unknown {
		if (formatOf(request) !== "responses") return FORMATS[formatOf(request)].answer(said);
		const id = `r${requests}`;
		pending.set(id, said);
		return { id, status: "queued" };
	}

	/** At an answer in the making: it is there, not yet, or the poll is lost. */
	function look(url: string): { status: number; body: unknown } {
		const id = url.split("/").pop() ?? "";
		const said = pending.get(id);
		const chance = random.next();
		if (said === undefined || chance < 0.1) return { status: 502, body: "<html>Bad gateway</html>" };
		return { status: 200, body: chance < 0.4 ? { id, status: "in_progress" } : FORMATS.responses.answer(said) };
	}

	function reply(
		request: Parameters<VendorFetch>[0],
		fate: Fate,
	): { status: number; body: unknown } | "lost" | "never" {
		const refuse = (kind: Parameters<(typeof FORMATS)["chat"]["refuse"]>[0]) => FORMATS[formatOf(request)].refuse(kind);
		switch (fate) {
			case "answered":
			case "starved":
				return { status: 200, body: answer(request, work(request, fate === "starved")) };
			case "garbled":
				work(request, false);
				return { status: 200, body: "<html>Welcome</html>" };
			case "gateway":
				work(request, false);
				return {
					status: GATEWAY_STATUSES[Math.floor(random.next() * GATEWAY_STATUSES.length)] ?? 502,
					body: random.next() < 0.5 ? "" : "<html>Gateway</html>",
				};
			case "hung up":
				work(request, false);
				return "lost";
			case "silent":
				work(request, false);
				return "never";
			case "out of reach":
				return "lost";
			case "limited":
			case "no credit":
			case "busy":
			case "broken":
			case "refused":
				return refuse(fate);
		}
	}

	return {
		charges,
		requests: () => requests,
		fetch: (request) =>
			new Promise((resolve, reject) => {
				const isLook = request.method === "GET";
				if (!isLook) requests++;
				const outcome = isLook ? look(request.url) : reply(request, draw(random));
				if (outcome === "never") return;
				const latencyMs = LATENCY_MS[0] + random.next() ** 3 * (LATENCY_MS[1] - LATENCY_MS[0]);
				world.after(Math.min(latencyMs, PHONE_CUT_MS), () => {
					if (outcome === "lost") reject({ code: -1, message: "The network connection was lost." });
					else if (latencyMs > PHONE_CUT_MS) reject({ code: -2, message: "cut" });
					else resolve({ status: outcome.status, headers: {}, body: textOf(outcome.body) });
				});
			}),
	};
}

function draw(random: Random): Fate {
	let at = random.next() * 100;
	for (const [fate, chance] of CHANCES) {
		at -= chance;
		if (at < 0) return fate;
	}
	return "answered";
}

function textOf(body: unknown): string {
	return typeof body === "string" ? body : JSON.stringify(body);
}

/** The providers of a run. `openai-responses` answers in the background. */
export const PAYEES = [
	"openai",
	"openai-responses",
	"anthropic",
	"gemini",
	"groq",
	"mistral",
	"openrouter",
] as const satisfies readonly OnlineId[];
