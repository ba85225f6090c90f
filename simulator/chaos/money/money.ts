/**
 * Questions under a limit on money, and whether the providers charged more than it: the product's own Side Service, asked as the
 * watch asks it, on a simulated clock and against modelled providers over a modelled network. Owns what is set up and what
 * happens; what is charged is server.ts's. Rule: only the providers' own count decides, and a run repeats from its seed.
 */
import { frameFile } from "../../../app-side/voice/__fixtures__/streams.ts";
import { toBase64 } from "../../../core/base64.ts";
import { costOf, encodePrices, type Price, pricedAs } from "../../../core/budget.ts";
import { defaultPrice } from "../../../core/default-prices.ts";
import { MICROS } from "../../../core/money.ts";
import { dateOf } from "../../../core/privacy.ts";
import { VOICE_PIECE_BYTES } from "../../../core/protocol.ts";
import { findPreset, type ProviderId, SETTING } from "../../../core/settings.ts";
import { chooseRoute } from "../../../core/voice-settings.ts";
import { createRandom, type Random } from "../../random.ts";
import { createVirtualClock } from "../../virtual-clock.ts";
import { createPhone, type Phone } from "./phone.ts";
import { type Charge, createServer, PAYEES, type Server } from "./server.ts";

export type MoneyOptions = { seed: number; asks: number; isLeaky?: boolean };

export type MoneyResult = {
	asks: number;
	answered: number;
	/** Questions that the limit held back. */
	held: number;
	/** Requests that came to a provider, and those that were charged. */
	requests: number;
	charged: number;
	/** The largest part of a limit that was charged, in percent. */
	mostPercent: number;
	/** Days and months for which more was charged than their limit. */
	over: number;
	seed: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 10, 29, 12, 0);
/** Longer than any question may take. */
const PATIENCE_MS = 70_000;
const SOUND_SECONDS = 2;
/** Two seconds that may be speech. */
const SOUND = frameFile(Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1)));

const QUESTIONS = [
	"Why is the sky blue?",
	"Wie viel ist 12345678901234567890 mal 98765432109876543210?",
	"ما هي عاصمة مصر، وكم يبلغ عدد سكانها؟",
	"天空為什麼是藍色的？請用繁體中文回答。",
	"आसमान नीला क्यों होता है?",
	"하늘은 왜 파란가요?",
	"🏃🏽‍♀️ 5 km in 27:30, 2.718281828459045",
];

/** `micros` per period; null: none. */
type Limits = { day: number | null; month: number | null };

export async function runMoney({ seed, asks, isLeaky = false }: MoneyOptions): Promise<MoneyResult> {
	const random = createRandom(seed);
	const clock = createVirtualClock({ start: START_MS + Math.floor(random.next() * DAY_MS), rate: 0 });
	const prices = new Map<string, Price>();
	let phone: Phone | null = null;
	const server = createServer({
		random: createRandom(seed ^ 0x5bd1e995),
		today: () => dateOf(phone?.now() ?? clock.now()),
		after: (ms, run) => void clock.after(ms, run),
		seconds: SOUND_SECONDS,
		priceOf: (model) => prices.get(model),
	});
	phone = createPhone(clock, server.fetch, isLeaky);
	const limits = setUp(phone, random, prices);
	const person = { answered: 0, held: 0 };
	const ids: string[] = [];
	for (let at = 0; at < asks; at++) {
		const isAgain = ids.length > 0 && random.next() < 0.1;
		const id = isAgain ? (ids[Math.floor(random.next() * ids.length)] ?? `m${at}`) : `m${at}`;
		ids.push(id);
		const kind = random.next();
		const asked: Promise<unknown> = kind < 0.06 ? tryOut(phone, at) : ask(phone, id, random, kind < 0.35);
		let isDone = false;
		asked.then((reply) => {
			isDone = true;
			if (isAnswer(reply)) person.answered++;
			if (isHeld(reply)) person.held++;
		});
		befall(phone, random, (ms, run) => void clock.after(ms, run));
		if (random.next() < 0.2) await clock.runFor(random.next() * 500);
		else await clock.runUntil(() => isDone, PATIENCE_MS);
		await clock.runFor(gap(phone, random));
	}
	await clock.runFor(PATIENCE_MS);
	return { asks, ...person, ...tally(server, limits), seed };
}

/** Providers, their models' prices and the limits: a few times what a question may cost, or less. */
function setUp(phone: Phone, random: Random, prices: Map<string, Price>): Limits {
	const { stored } = phone;
	const any = <T>(list: readonly T[]): T => {
		const one = list[Math.floor(random.next() * list.length)];
		if (one === undefined) throw new Error("nothing to choose from");
		return one;
	};
	const [first, second] = [any(PAYEES), any(PAYEES)];
	stored.set(SETTING.provider, first);
	if (random.next() < 0.8) stored.set(SETTING.second, second);
	for (const id of PAYEES)
		if (id === first || id === second || random.next() < 0.2) stored.set(SETTING.key(id), "sk-0000-0000");
	if (random.next() < 0.3) stored.set(SETTING.confirm, "yes");
	if (random.next() < 0.5) stored.set(SETTING.binary, random.next() < 0.5 ? "yes" : "no");
	if (random.next() < 0.2) stored.set(SETTING.length, "long");
	if (random.next() < 0.2) stored.set(SETTING.model(second), "unknown-1");
	const isOwn = random.next() < 0.7;
	const amount = (most: number) => Math.ceil(random.next() * most * 100) / 100;
	const own = new Map<string, Price>();
	let dearest = 0;
	for (const [provider, model] of namesIn(stored)) {
		const usual = defaultPrice(provider, model)?.price;
		const price =
			isOwn && model !== "unknown-1" ? { in: amount(20), out: amount(80), sound: amount(1), leastSeconds: 10 } : usual;
		if (price === undefined) continue;
		const charged = isOwn ? { ...price, leastSeconds: usual?.leastSeconds ?? 10 } : price;
		prices.set(model, charged);
		if (isOwn) own.set(pricedAs(provider, model), price);
		dearest = Math.max(dearest, costOf(charged, 900, 1400, SOUND_SECONDS));
	}
	if (isOwn) stored.set(SETTING.prices, encodePrices(own));
	const cap = (times: number) => Math.ceil(dearest * (0.2 + random.next() * times));
	const which = random.next();
	const limits = { day: which < 0.8 ? cap(4) : null, month: which > 0.5 ? cap(8) : null };
	if (limits.day !== null) stored.set(SETTING.capDay, (limits.day / MICROS).toFixed(6));
	if (limits.month !== null) stored.set(SETTING.capMonth, (limits.month / MICROS).toFixed(6));
	return limits;
}

/** The models of everybody who may be asked or listen. */
function namesIn(stored: ReadonlyMap<string, string>): [ProviderId, string][] {
	return PAYEES.flatMap((id): [ProviderId, string][] => {
		const get = (key: string) => (key === SETTING.provider ? id : key === SETTING.key(id) ? "k" : stored.get(key));
		const listening = chooseRoute(get, id)?.model;
		const answering = stored.get(SETTING.model(id)) ?? findPreset(id)?.model ?? "";
		return [[id, answering], ...(listening === undefined ? [] : [[id, listening] as [ProviderId, string]])];
	});
}

async function ask(phone: Phone, id: string, random: Random, isSpoken: boolean): Promise<unknown> {
	const rest = { method: "ask", id, talk: "t", lang: "en-US", rev: 0 };
	const { route } = phone.service();
	const text = QUESTIONS[Math.floor(random.next() * QUESTIONS.length)] ?? "Why?";
	if (!isSpoken) return route({ ...rest, text });
	for (let at = 0; at < SOUND.length; at += VOICE_PIECE_BYTES) {
		const bytes = toBase64(SOUND.subarray(at, at + VOICE_PIECE_BYTES));
		await route({ method: "voice", id, at, total: SOUND.length, bytes });
	}
	const reply = await route({ ...rest, voice: true });
	return reply.kind === "heard" ? route({ ...rest, text: reply.text }) : reply;
}

/** The test of the settings page. */
function tryOut(phone: Phone, at: number): Promise<void> {
	phone.stored.set(SETTING.command, JSON.stringify({ nonce: `n${at}`, do: "test" }));
	return phone.service().commands.run();
}

/** What may go wrong while a question is under way. */
function befall(phone: Phone, random: Random, after: (ms: number, run: () => void) => void): void {
	const [isKilled, isTurned, killedMs, turnedMs] = [random.next(), random.next(), random.next(), random.next()];
	const turn = [-DAY_MS, -HOUR_MS, HOUR_MS, DAY_MS, 40 * DAY_MS, -40 * DAY_MS][Math.floor(random.next() * 6)] ?? 0;
	if (isKilled < 0.25) after(killedMs ** 2 * 20_000, () => phone.kill());
	if (isTurned < 0.1) after(turnedMs * 10_000, () => phone.turnClock(turn));
}

/** ms until the next question: mostly soon, at times right before midnight, at times days later. */
function gap(phone: Phone, random: Random): number {
	const [kind, share] = [random.next(), random.next()];
	if (kind < 0.8) return share * 60_000;
	if (kind > 0.93) return share * 3 * DAY_MS;
	const now = new Date(phone.now());
	const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
	return Math.max(0, midnight - now.getTime() - share * 20_000);
}

function tally(
	{ charges, requests }: Server,
	limits: Limits,
): Pick<MoneyResult, "requests" | "charged" | "mostPercent" | "over"> {
	const shares = [
		...sharesOf(charges, limits.day, (date) => date),
		...sharesOf(charges, limits.month, (date) => date.slice(0, 7)),
	];
	return {
		requests: requests(),
		charged: charges.length,
		mostPercent: Math.round(100 * Math.max(0, ...shares)),
		over: shares.filter((share) => share > 1).length,
	};
}

function sharesOf(charges: readonly Charge[], limit: number | null, periodOf: (date: string) => string): number[] {
	if (limit === null) return [];
	const sums = new Map<string, number>();
	for (const { date, micros } of charges) sums.set(periodOf(date), (sums.get(periodOf(date)) ?? 0) + micros);
	return [...sums.values()].map((sum) => sum / limit);
}

function isAnswer(reply: unknown): boolean {
	return typeof reply === "object" && reply !== null && "kind" in reply && reply.kind === "answer";
}

function isHeld(reply: unknown): boolean {
	return JSON.stringify(reply ?? null).includes('"over-budget"');
}
