/**
 * The API key is in the phone's settings storage and in the request's header, and nowhere else: the whole path with every
 * log on, through answers, faults, servers that repeat the key, and being forgotten, and then a search of all that was
 * written, printed, shown and sent.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { hostName } from "../core/settings/address.ts";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { encodeText } from "../core/wire/digrams.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { fill } from "../core/words/words.ts";
import { parsePhone, parsePlatform, type SettingsNode } from "../simulator/index.ts";
import { speak, wavFile } from "../simulator/testing.ts";
import { type Chain, COMPANION, startChain } from "./chain.ts";
import { runAsk } from "./command.ts";
import { type Canned, chat, type Endpoint, startEndpoint } from "./model-server.ts";
import { findSecret } from "./secret-search.ts";
import { createWitness, filesIn, type Witness } from "./witness.ts";

/** With characters that percent-encoding changes. */
const BODY = "Zq7+Rw2/Lm9XvB4tKc8NdP1y=HsWXYZ";
const RUN_MS = 400_000;
/** Of what is spoken. */
const SECONDS = 3;
const RATE = 16_000;
const STEP_MS = 60_000;

let folder: string;
let endpoint: Endpoint;
beforeAll(async () => {
	endpoint = await startEndpoint([]);
});
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-key-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => endpoint.close());

/** All that a careless or hostile server may say back. */
function echoing(key: string) {
	const echo = [key, encodeURIComponent(key), Buffer.from(key).toString("base64"), `Bearer ${key}`].join(" and ");
	const headers = { "X-Echo": key, "WWW-Authenticate": `Bearer realm="${key}"` };
	const refusal = (status: number, code: string): Canned => ({
		status,
		headers: { ...headers, "Content-Type": "application/json" },
		body: JSON.stringify({ error: { message: `Incorrect API key provided: ${echo}`, type: echo, code, param: key } }),
	});
	const portal: Canned = { headers: { ...headers, "Content-Type": "text/html" }, body: `<p>Welcome, ${echo}</p>` };
	const shape: Canned = { headers, body: JSON.stringify({ [key]: echo, choices: [{ message: { content: [key] } }] }) };
	return { refusal, portal, shape };
}

function nodesOf(node: SettingsNode | string | null): SettingsNode[] {
	if (node === null || typeof node === "string") return [];
	return [node, ...node.children.flatMap(nodesOf)];
}

/** What the person does to the control of that label in the settings page; an answer of the Side Service is waited for. */
async function act({ desktop, state }: Chain, label: string, typed?: string): Promise<void> {
	const page = desktop.phone.settingsPage(COMPANION);
	const found = nodesOf(page?.render() ?? null).find(({ props, acts }) => acts && props.label === label);
	if (found === undefined) throw new Error(`nothing in the settings page is labelled ${label}`);
	page?.act(found.id, typed);
	const get = (name: string) => state.settings(COMPANION).get(name) ?? "";
	const isQuiet = () => get(SETTING.command) === "" || get(SETTING.outcome) !== "";
	await desktop.clock.runUntil(isQuiet, STEP_MS);
	await desktop.clock.runFor(1_000);
}

const PARTS = ["server", "voice", "second", "answers", "chips", "privacy", "money", "receipts", "data"] as const;

function shown({ desktop }: Chain): string {
	return JSON.stringify(desktop.phone.settingsPage(COMPANION)?.render());
}

/** Every part of the settings page, the report, and all that can be exported: each is seen as it is drawn. */
async function openAll(chain: Chain): Promise<void> {
	for (const part of PARTS) await act(chain, words[`setting.${part}`]);
	await act(chain, words["setting.voice.report"]);
	expect(shown(chain)).toContain("Bytes as they are");
	await act(chain, words["setting.export"]);
	expect(shown(chain)).toContain("promptTokens");
	expect(shown(chain)).toContain(words["fault.key-refused"]);
}

const text = "Fine, thank you.";
const anthropic = {
	content: [{ type: "text", text }],
	stop_reason: "end_turn",
	usage: { input_tokens: 9, output_tokens: 4 },
};
const gemini = { candidates: [{ content: { role: "model", parts: [{ text }] }, finishReason: "STOP" }] };
const responses = { status: "completed", output: [{ type: "message", content: [{ type: "output_text", text }] }] };

type Case = { provider: ProviderId; prefix: string; header: string; phone: string; good: Canned };

const cases: Case[] = [
	{ provider: "openai", prefix: "sk-", header: "authorization", phone: "locked", good: chat(text) },
	{ provider: "anthropic", prefix: "sk-ant-", header: "x-api-key", phone: "object-body", good: json(anthropic) },
	{ provider: "gemini", prefix: "AIza", header: "x-goog-api-key", phone: "awake", good: json(gemini) },
	{ provider: "openai-responses", prefix: "sk-proj-", header: "authorization", phone: "awake", good: json(responses) },
];

function toWav(speech: ArrayLike<number>): Uint8Array {
	const samples = Array.from(speech, (sample) => sample / 32_768);
	return wavFile(samples, { samplesPerSecond: RATE, bits: 16, channels: 1 });
}

function json(value: unknown): Canned {
	return { body: JSON.stringify(value) };
}

async function askAll(chain: Chain, witness: Witness, key: string): Promise<void> {
	const { refusal, portal, shape } = echoing(key);
	const refusals = [refusal(401, "invalid_api_key"), refusal(429, "insufficient_quota"), refusal(400, key)];
	for (const answer of [...refusals, refusal(500, key), portal, shape, "hang up"] satisfies Canned[]) {
		endpoint.answer(answer);
		const result = await chain.asker.ask("How are you?", "face", "keyboard");
		witness.note("answers", JSON.stringify(result));
		// An answer in an odd shape may be read all the same.
		if (answer !== shape) expect(result.ok).toBe(false);
		await act(chain, words["setting.test"]);
	}
}

test.each(cases)(
	"$provider, on a phone that is $phone",
	{ timeout: RUN_MS },
	async ({ provider, prefix, header, phone, good }) => {
		const key = prefix + BODY;
		const from = endpoint.taken().length;
		const witness = createWitness(folder);
		const { state, log } = witness;
		// A server that is not the provider's own is tested without the key first, where a redirect could take it along.
		const unasked = header === "authorization" ? [] : [echoing(key).refusal(401, "invalid_api_key")];
		endpoint.answer(...unasked, good);
		const chain = await startChain({ state, log, provider, baseUrl: endpoint.url, key: "", phone: parsePhone(phone) });
		witness.follow(chain);

		await act(chain, words["setting.key"], `  "${key}"\n`);
		expect(chain.state.settings(COMPANION).get(SETTING.key(provider))).toBe(key);
		expect(JSON.stringify(chain.desktop.phone.settingsPage(COMPANION)?.render())).toContain("It works");
		const answered = await chain.asker.ask("How are you?", "face", "keyboard");
		expect(answered).toMatchObject({ ok: true, reply: text });
		witness.note("answers", JSON.stringify(answered));
		await askAll(chain, witness, key);
		await openAll(chain);
		chain.desktop.phone.kill(COMPANION);
		await act(chain, words["setting.key.replace"]);
		await act(chain, words["setting.key"], key);
		const setting = SETTING.key(provider);
		expect(findSecret(key, witness.places(setting))).toEqual([]);

		const requests = endpoint.taken().slice(from);
		const carrying = requests.filter(({ headers }) => String(headers[header]).includes(key));
		expect(carrying.length).toBeGreaterThan(9);
		if (header === "authorization") expect(carrying).toHaveLength(requests.length);
		for (const { path, headers, body } of requests) {
			const { [header]: _meant, ...others } = headers;
			expect(findSecret(key, new Map(Object.entries({ path, body, others: JSON.stringify(others) })))).toEqual([]);
		}

		await act(chain, words["setting.forget"]);
		await act(chain, words["setting.forget.yes"]);
		expect(findSecret(key, new Map(filesIn(folder, "none")))).toEqual([]);
		expect(findSecret(key, witness.places(setting))).toEqual([]);
		chain.asker.close();

		const seen = [...witness.places(setting).keys()].join("\n");
		for (const place of ["log of phone", "settings page", "answers", "link up", "link down", "text of message"])
			expect(seen).toContain(place);
		for (const place of ["ledger", "memory", "outcome", "glance.json", "settings-"]) expect(seen).toContain(place);
	},
);

test("two keys, a stand-in, a spoken question, its diagnostic, the last questions and all data shown: neither key is in any", {
	timeout: RUN_MS,
}, async () => {
	const keys = { gemini: `AIza${BODY}`, openai: `sk-proj-${[...BODY].reverse().join("")}` } as const;
	const from = endpoint.taken().length;
	const witness = createWitness(folder);
	const { state, log } = witness;
	const chain = await startChain({
		...{ state, log, provider: "gemini", baseUrl: endpoint.url, key: keys.gemini, model: "gemini-3-flash" },
		audio: toWav(speak(SECONDS, RATE)),
	});
	chain.set(SETTING.second, "openai");
	chain.set(SETTING.baseUrl("openai"), endpoint.url);
	chain.set(SETTING.key("openai"), keys.openai);
	witness.follow(chain);

	const busy = echoing(keys.gemini).refusal(503, keys.gemini);
	endpoint.answer(busy, busy, busy, chat(text));
	const stoodIn = await chain.asker.ask("How are you?", "face", "chip");
	expect(stoodIn).toMatchObject({ ok: true, reply: text, receipt: { provider: "openai", requests: 4 } });
	const heard = `~~ How are you?\n${text}`;
	endpoint.answer(json({ candidates: [{ content: { parts: [{ text: heard }] }, finishReason: "STOP" }] }));
	const spoken = await chain.asker.ask("", "face", "recorder");
	expect(spoken).toMatchObject({ ok: true, question: "How are you?", reply: text });
	endpoint.answer(
		json({
			candidates: [
				{ content: { parts: [{ text: `~~ Is ${keys.gemini} mine?\nIt is ${keys.openai}.` }] }, finishReason: "STOP" },
			],
		}),
	);
	const echoed = await chain.asker.ask("", "face", "recorder");
	expect(echoed).toMatchObject({ ok: true, reply: "It is [key]." });
	for (const result of [stoodIn, spoken, echoed]) witness.note("answers", JSON.stringify(result));
	for (const label of [
		"setting.receipts",
		"setting.server",
		"setting.voice",
		"setting.data",
		"setting.export",
	] as const) {
		await act(chain, words[label]);
		const shown = JSON.stringify(chain.desktop.phone.settingsPage(COMPANION)?.render());
		witness.note(`settings page with ${label}`, shown);
		if (label === "setting.export") expect(shown).toContain("voiceDiagnostic");
	}

	const requests = endpoint.taken().slice(from);
	expect(requests).toHaveLength(6);
	for (const [provider, header] of [
		["gemini", "x-goog-api-key"],
		["openai", "authorization"],
	] as const) {
		const key = keys[provider];
		expect(findSecret(key, witness.places(SETTING.key(provider)))).toEqual([]);
		for (const { path, headers, body } of requests) {
			const { [header]: own, ...others } = headers;
			expect(findSecret(key, new Map(Object.entries({ path, body, others: JSON.stringify(others) })))).toEqual([]);
		}
		expect(requests.filter(({ headers }) => String(headers[header]).includes(key)).length).toBeGreaterThan(0);
	}
	expect([...witness.places(SETTING.key("gemini")).keys()].join("\n")).toContain("setting voiceDiagnostic");
	chain.asker.close();
});

test("neither a redirect nor a changed address takes the key to another server, on a phone that follows unseen", {
	timeout: RUN_MS,
}, async () => {
	const key = `sk-ant-${BODY}`;
	const witness = createWitness(folder);
	const { state, log } = witness;
	const other = await startEndpoint([json(anthropic)]);
	const from = endpoint.taken().length;
	endpoint.answer({ status: 307, headers: { Location: `${other.url}/messages` }, body: "" });
	const platform = parsePlatform("redirects");
	const chain = await startChain({ state, log, platform, provider: "anthropic", baseUrl: endpoint.url, key: "" });
	witness.follow(chain);
	await act(chain, words["setting.key"], key);
	await chain.asker.ask("How are you?", "face", "keyboard");
	expect(other.hits()).toBe(2);

	await act(chain, words["setting.server"]);
	await act(chain, words["setting.url"], other.url);
	const hits = other.hits();
	expect(shown(chain)).toContain(
		fill(words["setting.key.host"], { host: hostName(other.url), given: hostName(endpoint.url) }),
	);
	expect(await chain.asker.ask("How are you?", "face", "keyboard")).toMatchObject({ ok: false, fault: "no-key" });
	expect(other.hits()).toBe(hits);
	for (const { path, headers, body } of [...other.taken(), ...endpoint.taken().slice(from)])
		expect(findSecret(key, new Map(Object.entries({ path, body, headers: JSON.stringify(headers) })))).toEqual([]);
	expect(findSecret(key, witness.places(SETTING.key("anthropic")))).toEqual([]);
	chain.asker.close();
	await other.close();
});

test("a key that could be several providers' is shown to nobody while it is asked whose it is", {
	timeout: RUN_MS,
}, async () => {
	const key = `sk-${BODY}`;
	const witness = createWitness(folder);
	const { state, log } = witness;
	endpoint.answer(chat(text));
	const chain = await startChain({ state, log, provider: "offline", baseUrl: "", key: "" });
	chain.set(SETTING.baseUrl("openai"), endpoint.url);
	witness.follow(chain);
	await act(chain, words["setting.key"], key);
	expect(JSON.stringify(chain.desktop.phone.settingsPage(COMPANION)?.render())).toContain(words["setting.key.whose"]);
	expect(findSecret(key, witness.places("none"))).toEqual([]);
	await act(chain, "OpenAI");
	expect(chain.state.settings(COMPANION).get(SETTING.key("openai"))).toBe(key);
	expect(findSecret(key, witness.places(SETTING.key("openai")))).toEqual([]);
	chain.asker.close();
});

test("the command line says nothing of it, and keeps it in the phone's settings alone", {
	timeout: RUN_MS,
}, async () => {
	const key = `sk-${BODY}`;
	const args = ["Hi?", "--provider", "openai", "--base-url", endpoint.url, "--api-key", key, "--state", folder];
	for (const [answer, code] of [
		[chat(text), 0],
		[echoing(key).refusal(401, "invalid_api_key"), 1],
	] as const) {
		endpoint.answer(answer);
		for (const more of [["--json"], []]) {
			const ran = await runAsk([...args, ...more]);
			expect(ran.code).toBe(code);
			expect(findSecret(key, new Map(Object.entries({ stdout: ran.stdout, stderr: ran.stderr })))).toEqual([]);
		}
	}
	const files = filesIn(folder, SETTING.key("openai"));
	expect(files.length).toBeGreaterThan(3);
	expect(findSecret(key, new Map(files))).toEqual([]);
	expect(findSecret(key, new Map(filesIn(folder, "none")))).toHaveLength(1);
});

test("the search would see a key that was logged, stored, shown, or sent in what the link packs", {
	timeout: RUN_MS,
}, async () => {
	const key = `sk-${BODY}`;
	const witness = createWitness(folder);
	const { state, log } = witness;
	const chain = await startChain({ state, log, baseUrl: endpoint.url, key });
	witness.follow(chain);
	const { desktop } = chain;
	await act(chain, words["setting.chips"]);
	const found = () =>
		findSecret(key, witness.places(SETTING.key("openai"))).map((place) => place.replace(/\b\d+\b/g, "N"));
	desktop.note("debug", `Authorization: Bearer ${key}`);
	expect(found()).toEqual(["log of host: as it is"]);
	state.watch.write(COMPANION, "leak", Buffer.from(Buffer.from(key).toString("base64")));
	expect(found()).toContain("written on the watch, N leak: base64");
	chain.set(SETTING.chips, JSON.stringify([{ label: "leak", text: key }]));
	await desktop.clock.runFor(1_000);
	expect(found()).toContain("settings page: as it is");
	const frame = new Uint8Array([1, 1, 4, ...new Array(13 + 66).fill(0), ...encodeText(JSON.stringify(["h", key]))]);
	desktop.link.watch.send(COMPANION, frame);
	expect(found().filter((place) => place.startsWith("text of message"))).toHaveLength(1);
	expect(found().filter((place) => place.startsWith("file"))).toHaveLength(2);
	chain.asker.close();
});
