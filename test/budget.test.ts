/** The person's own limit on money, through the whole packed chain and by the command line. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { readLedger } from "../lab/records.ts";
import { type Chain, COMPANION, NOW_MS, screenText, startChain } from "./chain.ts";
import { runAsk } from "./command.ts";
import { type ModelServer, startModelServer } from "./model-server.ts";

const MODEL = "gpt-5.4-mini";
const DAY_MS = 24 * 60 * 60 * 1000;
const TIMEOUT_MS = 300_000;

let model: ModelServer;
beforeAll(async () => {
	model = await startModelServer();
});
beforeEach(() => {
	model.mock.reset();
	model.mock.onMessage(/.*/, {
		content: "Yes.",
		usage: { prompt_tokens: 300, completion_tokens: 100, total_tokens: 400 },
	});
});
afterAll(() => model.close());

/** A price at which each answer costs 500 millionths. */
function limit({ set }: Chain): void {
	set(SETTING.prices, JSON.stringify({ [MODEL]: [1, 2] }));
	set(SETTING.capDay, "0.0012");
	set(SETTING.currency, "EUR");
}

test("questions are answered until the day's limit is near, not sent then, and answered again a day later", {
	timeout: TIMEOUT_MS,
}, async () => {
	const today = await startChain({ baseUrl: model.url });
	limit(today);
	const results = [];
	for (const question of ["One?", "Two?", "Three?"]) results.push(await today.asker.ask(question, "face", "keyboard"));
	today.asker.close();
	expect(results.map(({ ok, fault }) => fault ?? ok)).toEqual([true, true, "over-budget"]);
	expect(results.map(({ receipt }) => [receipt.cost, receipt.currency])).toEqual([
		[0.0005, "EUR"],
		[0.0005, "EUR"],
		[null, "EUR"],
	]);
	expect(results[2]?.pages.flat().join(" ")).toContain("Only 0.0002\u00a0EUR of your limit is left.");
	expect(model.asked()).toHaveLength(2);
	expect(readLedger(today.state)[2]).toMatchObject({ state: "faulted", receipt: { requests: 0 } });

	const tomorrow = await startChain({ baseUrl: model.url, state: today.state, now: NOW_MS + DAY_MS });
	expect(await tomorrow.asker.ask("Four?", "face", "keyboard")).toMatchObject({ ok: true });
	tomorrow.asker.close();
	expect(model.asked()).toHaveLength(3);
});

test("a limit that is raised lets the same question be asked again on the watch", { timeout: TIMEOUT_MS }, async () => {
	const chain = await startChain({ baseUrl: model.url });
	const { desktop, asker, set } = chain;
	limit(chain);
	set(SETTING.capDay, "0.0001");
	expect(await asker.ask("Why?", "face", "keyboard")).toMatchObject({ fault: "over-budget" });
	expect(model.asked()).toHaveLength(0);
	set(SETTING.capDay, "1");
	expect(await asker.ask("Why?", "face", "keyboard")).toMatchObject({ ok: true, reply: "Yes." });
	desktop.watch.launch(COMPANION);
	await desktop.clock.runFor(1000);
	expect(screenText(desktop)).not.toContain("limit");
	asker.close();
});

test("by the command line: a cap and a price that passes it send nothing, and exit 1, until the next day", {
	timeout: TIMEOUT_MS,
}, async () => {
	const state = mkdtempSync(join(tmpdir(), "askface-budget-"));
	const provider = ["--provider", "openai", "--base-url", model.url, "--api-key", "sk-test-0000-1111", "--model", "m"];
	const ask = (price: string, now: string) =>
		runAsk(["Hi?", ...provider, "--cap", "0.001", "--price", price, "--state", state, "--now", now, "--json"]);
	try {
		const refused = await ask("1000,1000", "2026-11-22T10:09:00Z");
		expect(refused.code).toBe(1);
		expect(JSON.parse(refused.stdout)).toMatchObject({
			ok: false,
			fault: "over-budget",
			receipt: { requests: 0, cost: null, currency: "USD" },
		});
		expect(model.asked()).toHaveLength(0);
		// 600 tokens in and 200 out are all of the day's limit at this price.
		const usage = { prompt_tokens: 600, completion_tokens: 200, total_tokens: 800 };
		model.mock.reset();
		model.mock.onMessage(/.*/, { content: "Yes.", usage });
		const days = ["2026-11-22T10:09:00Z", "2026-11-22T10:10:00Z", "2026-11-23T10:09:00Z"];
		const told = [];
		for (const now of days) {
			const { code, stdout } = await ask("1,2", now);
			const { fault, receipt } = JSON.parse(stdout);
			told.push([code, fault, receipt.requests, receipt.cost]);
		}
		expect(told).toEqual([
			[0, null, 1, 0.001],
			[1, "over-budget", 0, null],
			[0, null, 1, 0.001],
		]);
		expect(model.asked()).toHaveLength(2);
	} finally {
		rmSync(state, { recursive: true, force: true });
	}
});

test("by the command line: a cap holds by the price that comes with AskFace, and keeps a model without one from being asked", {
	timeout: TIMEOUT_MS,
}, async () => {
	const ask = (...more: string[]) =>
		runAsk([
			"Hi?",
			"--provider",
			"openai",
			"--base-url",
			model.url,
			"--api-key",
			"sk-test-0000-1111",
			"--json",
			...more,
		]);
	const told = [];
	for (const flags of [
		["--cap", "0.5"],
		["--cap", "0.0001"],
		["--cap", "0.5", "--model", "new-1"],
	]) {
		const { code, stdout } = await ask(...flags);
		const { fault, receipt, pages } = JSON.parse(stdout);
		told.push([code, fault, receipt.requests, receipt.cost]);
		if (flags.includes("new-1")) expect(pages.flat().join(" ")).toContain("new-1 has no known price.");
	}
	// 300 tokens in at 0.75 a million, 100 out at 4.5.
	expect(told).toEqual([
		[0, null, 1, 0.000675],
		[1, "over-budget", 0, null],
		[1, "over-budget", 0, null],
	]);
	expect(model.asked()).toHaveLength(1);
});

test("by the command line: a cap or a price that is none exits 2 and says why", { timeout: TIMEOUT_MS }, async () => {
	for (const [flags, why] of [
		[["--cap", "much"], "--cap must be an amount"],
		[["--provider", "openai", "--price", "1"], "--price must be IN,OUT"],
		[["--price", "1,2"], "--price needs a model"],
	] as const) {
		const ran = await runAsk(["Hi?", ...flags]);
		expect(ran.code).toBe(2);
		expect(ran.stderr).toContain(why);
	}
});
