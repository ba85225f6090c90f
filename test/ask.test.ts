/** The contract of `npm run -s ask`: flags, exit status, and what it prints, in processes of their own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import words from "../core/words/en-US.json" with { type: "json" };
import type { AskResult } from "../lab/asking.ts";
import { readJournal } from "../lab/records.ts";
import { openState } from "../simulator/index.ts";
import { deviceOf, startChain } from "./chain.ts";
import { type Ran, runAsk } from "./command.ts";
import { chat, type Endpoint, type ModelServer, startEndpoint, startModelServer } from "./model-server.ts";

const RUN_MS = 400_000;
const RESULT_KEYS = ["ok", "fault", "question", "reply", "pages", "suggestions", "actions", "receipt"];
const RECEIPT_KEYS = [
	"provider",
	"model",
	"requests",
	"promptTokens",
	"completionTokens",
	"cost",
	"currency",
	"linkBytesUp",
	"linkBytesDown",
	"linkFrames",
	"roundTrips",
	"firstPageMs",
	"heapPeakBytes",
	"screenOnMs",
];

let model: ModelServer;
let folder: string;
beforeAll(async () => {
	model = await startModelServer();
	model.mock.onMessage("sky", { content: "**Air** scatters blue.\n@@ Blue scatters.\n>> And on Mars?" });
	model.mock.onMessage("dusk", { content: "Its blue is gone by then." });
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-ask-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => model.close());

const toModel = () => [
	"--provider",
	"openai",
	"--base-url",
	model.url,
	"--api-key",
	"sk-0000-1111",
	"--model",
	"tiny-1",
];

function file(name: string, content: string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

/** The objects that were printed, and nothing besides; numbers of the receipt are whole and none is negative. */
function objectsOf({ stdout }: Ran): AskResult[] {
	const lines = stdout.split("\n");
	expect(lines.pop()).toBe("");
	const results = lines.map((line) => JSON.parse(line) as AskResult);
	for (const result of results) {
		expect(Object.keys(result).sort()).toEqual([...RESULT_KEYS].sort());
		expect(Object.keys(result.receipt).sort()).toEqual([...RECEIPT_KEYS].sort());
		const numbers = Object.values(result.receipt).filter((value) => typeof value === "number");
		expect(numbers.filter((value) => value < 0 || !Number.isInteger(value))).toEqual([]);
	}
	return results;
}

/** The one object of a run with --json. */
function objectOf(ran: Ran): AskResult {
	const [result, ...more] = objectsOf(ran);
	if (result === undefined || more.length > 0) throw new Error(`not one object: ${ran.stdout}${ran.stderr}`);
	return result;
}

describe("a run of the command", () => {
	test("prints an endpoint's answer as one object, and exits 0", { timeout: RUN_MS }, async () => {
		const requests = model.asked().length;
		const ran = await runAsk(["Why is the sky blue?", ...toModel(), "--json"]);
		expect(ran.code).toBe(0);
		expect(objectOf(ran)).toMatchObject({
			ok: true,
			fault: null,
			question: "Why is the sky blue?",
			reply: "Air scatters blue.",
			suggestions: ["And on Mars?"],
			receipt: { provider: "openai", model: "tiny-1", requests: 1, currency: "USD" },
		});
		const { pages, receipt } = objectOf(ran);
		expect(pages.flat().join(" ")).toBe("Air scatters blue.");
		for (const name of ["promptTokens", "completionTokens", "linkBytesUp", "linkBytesDown", "linkFrames"] as const)
			expect(receipt[name]).toBeGreaterThan(0);
		for (const name of ["roundTrips", "firstPageMs", "heapPeakBytes", "screenOnMs"] as const)
			expect(receipt[name]).toBeGreaterThan(0);
		expect(model.asked()).toHaveLength(requests + 1);
	});

	test("prints a fault's object too, and exits 1, also from a face without a keyboard", {
		timeout: RUN_MS,
	}, async () => {
		for (const device of ["balance2", "gtr4"]) {
			const ran = await runAsk(["Where is my key?", "--provider", "groq", "--device", device, "--json"]);
			expect(ran.code).toBe(1);
			expect(objectOf(ran)).toMatchObject({
				ok: false,
				fault: "no-key",
				question: "Where is my key?",
				reply: null,
				suggestions: [],
				receipt: { requests: 0, firstPageMs: null },
			});
			expect(objectOf(ran).pages).toHaveLength(1);
			expect(objectOf(ran).pages[0]).toContain(words["fault.no-key"]);
		}
	});

	test("says it for people without --json", { timeout: RUN_MS }, async () => {
		const { code, stdout } = await runAsk(["Why is the sky blue?", ...toModel(), "--input", "voice"]);
		expect(code).toBe(0);
		for (const part of ["> Why is the sky blue?", "Air scatters blue.", "And on Mars?", "openai tiny-1"])
			expect(stdout.replace(/\s+/g, " ")).toContain(part);
	});

	test("answers by the built-in assistant at the time that it is told", { timeout: RUN_MS }, async () => {
		const ran = await runAsk(["What time is it?", "--now", "2026-11-22T10:09:00", "--json"]);
		expect(ran.code).toBe(0);
		expect(objectOf(ran)).toMatchObject({ receipt: { provider: "offline", requests: 0 } });
		expect(objectOf(ran).reply).toMatch(/10:09/);
	});

	test("takes turns of one conversation from a file, one object a line", { timeout: RUN_MS }, async () => {
		const from = model.asked().length;
		const turns = file("turns.txt", "Why is the sky blue?\n\nAnd at dusk?\r\n");
		const ran = await runAsk(["--turns", turns, ...toModel(), "--json", "--surface", "page"]);
		expect(ran.code).toBe(0);
		expect(objectsOf(ran).map(({ question }) => question)).toEqual(["Why is the sky blue?", "And at dusk?"]);
		const [first, second] = model.asked().slice(from);
		expect(first?.filter(({ role }) => role !== "system")).toHaveLength(1);
		expect(second?.filter(({ role }) => role !== "system")).toEqual([
			{ role: "user", content: "Why is the sky blue?" },
			{ role: "assistant", content: "Air scatters blue." },
			{ role: "user", content: "And at dusk?" },
		]);
	});

	test("keeps watch and phone in --state: settings, and the conversation while it is fresh", {
		timeout: RUN_MS,
	}, async () => {
		const from = model.asked().length;
		const state = ["--state", folder, "--json"];
		const first = await runAsk(["Why is the sky blue?", ...toModel(), ...state, "--now", "2026-11-22T10:09:00Z"]);
		expect(first.code).toBe(0);
		const chip = ["--input", "chip", "--now", "2026-11-22T10:12:00Z"];
		const second = await runAsk(["And at dusk?", ...state, ...chip]);
		expect(objectOf(second)).toMatchObject({ ok: true, reply: "Its blue is gone by then." });
		const again = await runAsk(["And at dusk?", ...state, "--input", "chip", "--now", "2026-11-22T19:00:00Z"]);
		expect(objectOf(again)).toMatchObject({ ok: true, receipt: { provider: "openai", model: "tiny-1" } });
		const turns = model.asked().slice(from);
		expect(turns.map((messages) => messages.filter(({ role }) => role === "user").length)).toEqual([1, 2, 1]);
	});

	test("lets two that run at once over one --state have their turns", { timeout: 2 * RUN_MS }, async () => {
		const state = ["--state", folder, "--json", ...toModel()];
		const both = await Promise.all(["Why is the sky blue?", "And at dusk?"].map((text) => runAsk([text, ...state])));
		expect(both.map(objectOf)).toMatchObject([
			{ ok: true, question: "Why is the sky blue?", receipt: { requests: 1 } },
			{ ok: true, question: "And at dusk?", receipt: { requests: 1 } },
		]);
		expect(readJournal(openState(folder))).toHaveLength(2);
	});

	test("reads settings from a file, and flags go before them", { timeout: RUN_MS }, async () => {
		const endpoint: Endpoint = await startEndpoint([chat("Yes.")]);
		const chips = [{ label: "Sky", text: "Why is the sky blue?" }];
		const settings = {
			provider: "custom",
			"baseUrl.custom": endpoint.url,
			"model.custom": "old",
			length: "long",
			chips,
		};
		const args = ["--settings", file("settings.json", JSON.stringify(settings)), "--model", "new", "--json"];
		const ran = await runAsk(["Is it long?", ...args, "--phone", "awake,object-body"]);
		await endpoint.close();
		expect(objectOf(ran)).toMatchObject({ ok: true, reply: "Yes.", receipt: { provider: "custom", model: "new" } });
		const short = 500;
		expect(JSON.parse(endpoint.taken()[0]?.body ?? "{}").max_tokens).toBeGreaterThan(short);
	});

	test("models the link that it is told, and the same seed gives the same run", { timeout: RUN_MS }, async () => {
		const bad = ["--link", "rate=400,latency=300,loss=0.1,dup=0.1,reorder=0.1,seed=7", "--now", "2026-11-22T10:09:00Z"];
		const run = async (args: string[]) => objectOf(await runAsk(["What can you do?", "--json", ...args])).receipt;
		const [good, once, twice] = [await run([]), await run(bad), await run(bad)];
		expect(once.firstPageMs ?? 0).toBeGreaterThan(good.firstPageMs ?? 0);
		expect(twice).toEqual(once);
	});

	test("exits 2 with the reason, and prints nothing, when it is told nonsense", { timeout: RUN_MS }, async () => {
		for (const args of [[], ["Hi?", "--colour", "red"], ["Hi?", "--device", "sundial", "--json"]]) {
			const ran = await runAsk(args);
			expect(ran).toMatchObject({ code: 2, stdout: "" });
			expect(ran.stderr).toMatch(/^ask: .{10,}/);
			expect(ran.stderr).not.toContain("    at ");
		}
	});
});

test.each([
	["face", "keyboard"],
	["face", "voice"],
	["face", "chip"],
	["page", "keyboard"],
	["page", "voice"],
	["page", "chip"],
] as const)(
	"from the %s by %s the same question gives the same answer",
	{ timeout: RUN_MS },
	async (surface, input) => {
		const { asker } = await startChain({ baseUrl: model.url });
		for (const question of ["Why is the sky blue?", "Why is the sky blue?", "And at dusk?"])
			expect(await asker.ask(question, surface, input)).toMatchObject({ ok: true, question });
		asker.close();
	},
);

test("a locked phone gives up after 10 s, one in the hand waits as long as a minute", { timeout: RUN_MS }, async () => {
	const silent = await startEndpoint(["silence"]);
	const waited = async (state: "locked" | "awake") => {
		const phone = { state, body: "string", binary: false } as const;
		const { asker, desktop } = await startChain({ baseUrl: silent.url, phone, rate: 1000, device: deviceOf("gtr4") });
		const before = desktop.clock.now();
		expect(await asker.ask("Are you there?", "page", "chip")).toMatchObject({ ok: false, fault: "timeout" });
		asker.close();
		return (desktop.clock.now() - before) / 1000;
	};
	expect(await waited("locked")).toBeLessThan(20);
	expect(await waited("awake")).toBeGreaterThan(50);
	await silent.close();
});
