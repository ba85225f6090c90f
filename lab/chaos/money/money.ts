/**
 * Questions under a limit on money, and whether the providers charged more than it: the product's own Side Service, asked as the
 * watch asks it, on a simulated clock and against modelled providers over a modelled network. Owns what is set up and what
 * happens; what is charged is server.ts's. Rule: only the providers' own count decides, and a run repeats from its seed.
 */
import { frameFile } from "../../../app-side/voice/__fixtures__/streams.ts";
import { costOf, encodePrices, type Price } from "../../../core/money/budget.ts";
import { DEFAULT_PRICES } from "../../../core/money/default-prices.ts";
import { MICROS } from "../../../core/money/money.ts";
import { dateOf } from "../../../core/settings/privacy.ts";
import { SETTING } from "../../../core/settings/settings.ts";
import { toBase64 } from "../../../core/wire/base64.ts";
import { VOICE_PIECE_BYTES } from "../../../core/wire/protocol.ts";
import { createRandom, createVirtualClock, type Random } from "../../../simulator/index.ts";
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
	/** The largest part of a limit that was charged, in percent, rounded up. */
	mostPercent: number;
	/** Requests of a model that nobody knows a price of, though there is a limit. */
	unpriced: number;
	/** Days and months for which more was charged than their limit. */
	over: number;
	seed: number;
};

/** What must be 0. */
export function moneyCountsAgainst({ over, unpriced }: MoneyResult): number {
	return over + unpriced;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 10, 29, 12, 0);
/** Longer than any question may take. */
const PATIENCE_MS = 70_000;
const SOUND_SECONDS = 2;
/** Of a recording, that the product takes to be charged where only the person knows the price of sound. */
const LEAST_SECONDS = 10;
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

/** Two providers and whoever listens, what they charge, and the limits: a few times what a question may cost, or less. */
function setUp({ stored }: Phone, random: Random, prices: Map<string, Price>): Limits {
	const payees = chooseProviders(stored, random);
	const own = random.next() < 0.7 ? new Map<string, Price>() : null;
	const amount = (most: number) => Math.ceil(random.next() * most * 100) / 100;
	let dearest = 0;
	for (const { providers, model, price: usual } of DEFAULT_PRICES) {
		const price = { in: amount(20), out: amount(80), sound: amount(1) };
		own?.set(model, price);
		const charged = own === null ? usual : { ...price, leastSeconds: usual.leastSeconds ?? LEAST_SECONDS };
		prices.set(model, charged);
		if (providers.some((id) => payees.some((payee) => payee === id)))
			dearest = Math.max(dearest, costOf(charged, 900, 1400, SOUND_SECONDS));
	}
	if (own !== null) stored.set(SETTING.prices, encodePrices(own));
	const limit = (times: number) => Math.ceil(dearest * (0.2 + random.next() * times));
	const which = random.next();
	const limits = { day: which < 0.8 ? limit(3) : null, month: which > 0.5 ? limit(6) : null };
	if (limits.day !== null) stored.set(SETTING.capDay, (limits.day / MICROS).toFixed(6));
	if (limits.month !== null) stored.set(SETTING.capMonth, (limits.month / MICROS).toFixed(6));
	return limits;
}

/** The first two are the ones that answer. */
function chooseProviders(stored: Map<string, string>, random: Random): (typeof PAYEES)[number][] {
	const any = () => PAYEES[Math.floor(random.next() * PAYEES.length)] ?? PAYEES[0];
	const chosen = [any(), any(), ...PAYEES.filter(() => random.next() < 0.2)];
	const [first = PAYEES[0], second = PAYEES[0]] = chosen;
	stored.set(SETTING.provider, first);
	if (random.next() < 0.8) stored.set(SETTING.second, second);
	for (const id of chosen) stored.set(SETTING.key(id), "sk-0000-0000");
	if (random.next() < 0.3) stored.set(SETTING.confirm, "yes");
	if (random.next() < 0.5) stored.set(SETTING.binary, random.next() < 0.5 ? "yes" : "no");
	if (random.next() < 0.2) stored.set(SETTING.length, "long");
	// A model that nobody knows a price of must not be asked at all.
	if (random.next() < 0.2) stored.set(SETTING.model(second), "unknown-1");
	if (random.next() < 0.1) stored.set(SETTING.speech(first), "unknown-2");
	return chosen;
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
): Omit<MoneyResult, "asks" | "answered" | "held" | "seed"> {
	const shares = [
		...sharesOf(charges, limits.day, (date) => date),
		...sharesOf(charges, limits.month, (date) => date.slice(0, 7)),
	];
	return {
		requests: requests(),
		charged: charges.length,
		mostPercent: Math.ceil(100 * Math.max(0, ...shares)),
		unpriced: charges.filter(({ isUnpriced }) => isUnpriced).length,
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
