/** What watch, phone and settings page read back from their storage, and what a launch brings. */
import { decodeCommand } from "../../../app-side/commands.ts";
import { readLedger } from "../../../app-side/ledger.ts";
import { decodeTalks } from "../../../core/ask/conversation.ts";
import { decodeOutcome, decodeQuestion, encodeOutcome, encodeQuestion } from "../../../core/ask/journal.ts";
import { decodeLaunch } from "../../../core/ask/launch.ts";
import { decodeUses } from "../../../core/ask/ranking.ts";
import { FAULTS } from "../../../core/faults.ts";
import { addTo, decodePrices, decodeSpending, readAmount, readBudget, readPrice } from "../../../core/money/budget.ts";
import { decodePlan } from "../../../core/run/cues.ts";
import { encodeFates, readFates } from "../../../core/settings/model-fates.ts";
import { lookOf, readSettings, SETTING } from "../../../core/settings/settings.ts";
import { checkReply } from "../../../core/wire/bounds.ts";
import { readList, readTest } from "../../../setting/command.ts";
import { ANSWER_SAMPLE, LEDGER_SAMPLE, LOOK_SAMPLE, PLAN_SAMPLE, SETTINGS_SAMPLE, TALKS_SAMPLE } from "../samples.ts";
import * as shapes from "../shapes.ts";
import { amount, fields, first, listOf, oneOf, same, type Target, text, union } from "../target.ts";

const ROW = { n: 4, id: "m1-2a", talk: "m1-2a", at: 1_795_000_000_000, voice: true, question: "Why is the sky blue?" };
const OUTCOMES = [
	{ id: "m1-2a", state: "answered", answer: ANSWER_SAMPLE, answeredAt: 1_795_000_000_900 },
	{ id: "m1-2a", state: "faulted", fault: { code: "timeout" }, heard: "Why?", answeredAt: 1_795_000_000_900 },
];

function checkQuestion(text: string): string | null {
	const found = decodeQuestion(text);
	if (found === null) return null;
	return first(shapes.ROW(found.row), same(decodeQuestion(encodeQuestion(found.row, found.n)), found, "a row"));
}

const FATE = fields({ "ends?": text(10, 10), "gone?": oneOf(true), "instead?": text(100, 1) });

function checkFates(stored: string): string | null {
	const fates = readFates(() => stored, "openai");
	return first(
		fates.size <= 200 ? null : "more models than are kept",
		listOf(text(100, 1))([...fates.keys()]),
		listOf(FATE)([...fates.values()]),
		same(Object.fromEntries(readFates(() => encodeFates(fates), "openai")), Object.fromEntries(fates), "fates"),
	);
}

function checkOutcome(text: string): string | null {
	const found = decodeOutcome(text, "m1-2a");
	if (found === null) return null;
	const isOwn = Object.entries(Object(JSON.parse(text))).some(([name, id]) => name === "id" && id === "m1-2a");
	return first(
		isOwn ? null : "the outcome of another question",
		shapes.STORED_OUTCOME(found),
		same(decodeOutcome(encodeOutcome("m1-2a", found), "m1-2a"), found, "an outcome"),
	);
}

/** A value that is no object stands for every setting. */
function checkSettings(value: unknown): string | null {
	const named = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
	const get = (key: string): unknown => (named.size === 0 ? value : named.get(key));
	const settings = readSettings(get);
	const look = lookOf(settings);
	return first(shapes.SETTINGS(settings), checkReply({ kind: "hello", look }).ok ? null : "a look that is none");
}

function checkBudget(value: unknown): string | null {
	const { prices, capDay, capMonth } = readBudget(() => value);
	const isCap = (cap: number | null) => cap === null || (Number.isSafeInteger(cap) && cap >= 0);
	return isCap(capDay) && isCap(capMonth) ? checkPrices(prices) : "a cap that is no amount";
}

const PRICE = fields({ in: amount(1_000_000), out: amount(1_000_000), "sound?": amount(1_000_000) });

function checkPrices(prices: ReadonlyMap<string, unknown>): string | null {
	if (prices.size > 40) return "too many prices";
	return listOf(PRICE)([...prices.values()]);
}

function checkAmount(text: string): string | null {
	const micros = readAmount(text);
	const price = readPrice(text);
	return first(
		micros === null || (Number.isSafeInteger(micros) && micros >= 0) ? null : "no amount",
		price === null ? null : fields({ in: amount(1e9), out: amount(1e9), "sound?": amount(1e9) })(price),
	);
}

function checkSpending(text: string): string | null {
	const days = [...decodeSpending(text)];
	const [newest = "2026-11-22"] = days[days.length - 1] ?? [];
	if (addTo(new Map(days), newest, {}).size > 62 + 31) return "more days than are kept";
	if (days.some(([date]) => !/^\d{4}-\d{2}-\d{2}$/.test(date))) return "a day that is none";
	return listOf(shapes.DAY)(days.map(([, day]) => day));
}

function checkLedger(text: string): string | null {
	const rows = ledgerIn(text);
	return first(shapes.LEDGER(rows), same(ledgerIn(JSON.stringify(rows)), rows, "a ledger"));
}

function ledgerIn(text: string) {
	return readLedger((key) => (key === SETTING.ledger ? text : undefined));
}

function checkMemory(value: unknown): string | null {
	const talks = decodeTalks(value);
	const long = talks.some(
		({ turns }) => turns.reduce((sum, one) => sum + one.question.length + one.answer.length, 0) > 3000,
	);
	return first(
		shapes.TALKS(talks),
		long ? "a conversation too long" : null,
		same(decodeTalks(talks), talks, "a memory"),
	);
}

const COMMAND = { nonce: "1795000000000", do: "models", provider: "openai" };

function checkCommand(value: unknown): string | null {
	const found = decodeCommand(value);
	if (found === undefined) return null;
	const { command, begun } = found;
	return first(
		oneOf("test", "forget", "models")(command.do),
		oneOf("string", "number")(typeof command.nonce),
		same(decodeCommand({ ...command, begun }), found, "a command"),
	);
}

const TRIED = { none: fields({ kind: text(4) }), running: fields({ kind: text(7) }) };
const FAILED = fields({ kind: text(6), fault: shapes.FAULT });
const TEST = union("kind", {
	...TRIED,
	passed: fields({ kind: text(6), by: text(1e6), "speech?": oneOf(true, ...Object.keys(FAULTS)) }),
	failed: FAILED,
});
const LIST = union("kind", { ...TRIED, listed: fields({ kind: text(6), models: listOf(text(1e6)) }), failed: FAILED });

/** As the settings page reads it, of a test and of a list of models that it had asked for. */
function checkOutcomeOfCommand(outcome: string): string | null {
	const { nonce } = COMMAND;
	const storage = (act: string) => ({
		read: (key: string) => (key === SETTING.command ? JSON.stringify({ nonce, do: act }) : outcome),
		write: () => undefined,
		remove: () => undefined,
	});
	return first(TEST(readTest(storage("test"))), LIST(readList(storage("models"))));
}

export const STORED_TARGETS: readonly Target[] = [
	{ name: "journal question", takes: "text", samples: [ROW], check: checkQuestion },
	{ name: "journal outcome", takes: "text", samples: OUTCOMES, check: checkOutcome },
	{
		name: "use of quick replies",
		takes: "text",
		samples: [[{ text: "Why?", counts: [1, 0, 0.4, 0, 2] }]],
		check: (text) => shapes.USES(decodeUses(text)),
	},
	{
		name: "launch parameters",
		takes: "value",
		samples: [{ id: "m1-2a", text: "Why?" }, { id: "m1-2a" }, { read: 1 }, '{"id":"m1-2a","text":"Why?"}'],
		check: (value) => shapes.LAUNCH(decodeLaunch(value)),
	},
	{ name: "settings", takes: "value", samples: [SETTINGS_SAMPLE], check: checkSettings },
	{
		name: "quick replies",
		takes: "text",
		samples: [[...LOOK_SAMPLE.chips, ...LOOK_SAMPLE.chips, ...LOOK_SAMPLE.chips]],
		check: (text) => shapes.CHIPS(readSettings((key) => (key === "chips" ? text : "")).chips),
	},
	{ name: "budget", takes: "value", samples: ['{"m":[1,2]}', "0.5", "12"], check: checkBudget },
	{
		name: "price table",
		takes: "text",
		samples: [{ "gpt-5.4-mini": [0.25, 2], other: [0, 0] }],
		check: (text) => checkPrices(decodePrices(text)),
	},
	{ name: "amount of money", takes: "text", samples: ["0.25 / 2", "12,5", "0.001"], check: checkAmount },
	{
		name: "spending",
		takes: "text",
		samples: [{ "2026-11-21": { micros: 900, tokens: 310, asks: 2 }, "2026-11-22": { micros: 0, tokens: 9, asks: 1 } }],
		check: checkSpending,
	},
	{ name: "command of the settings page", takes: "value", samples: [COMMAND], check: checkCommand },
	{
		name: "outcome of a command",
		takes: "text",
		samples: [
			{ ...COMMAND, do: "test", ok: true, by: "OpenAI", speech: "no-key" },
			{ ...COMMAND, ok: true, models: ["gpt-5.4-mini", "gpt-5.4"] },
			{ ...COMMAND, ok: false, fault: "rate-limited", waitSeconds: 20 },
		],
		check: checkOutcomeOfCommand,
	},
	{
		name: "fates of models",
		takes: "text",
		samples: [{ "gpt-5": { ends: "2026-12-11", instead: "gpt-6.1-sol" }, m: { gone: true } }],
		check: checkFates,
	},
	{ name: "ledger", takes: "text", samples: [LEDGER_SAMPLE], check: checkLedger },
	{ name: "memory", takes: "value", samples: [TALKS_SAMPLE], check: checkMemory },
	{
		name: "plan",
		takes: "value",
		samples: [PLAN_SAMPLE, { cues: Array.from({ length: 12 }, () => PLAN_SAMPLE.cues[0]) }],
		check: (value) => {
			const plan = decodePlan(value);
			return plan === null ? null : first(shapes.PLAN(plan), same(decodePlan(plan), plan, "a plan"));
		},
	},
];
