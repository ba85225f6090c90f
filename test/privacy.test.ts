/** What leaves the phone, byte by byte; that the settings page shows just that; and that an answer is only ever data. */
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { rulesFor } from "../core/ask/instructions.ts";
import { ledgerRowKey } from "../core/settings/keeping.ts";
import { FIELDS } from "../core/settings/privacy.ts";
import { PROVIDERS, type ProviderId, SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json" with { type: "json" };
import { openPage } from "../setting/__fixtures__/opened.ts";
import { chat, closeEndpoints, type Endpoint, endpointWith } from "./side-service/endpoint.ts";
import { createTestPhone, ledgerRows, NOW_MS, TEST_KEY, type TestPhone, vendorFetch } from "./side-service/phone.ts";

afterEach(closeEndpoints);

const QUESTION = "Why is the sky blue?";
const FACTS = {
	now: 609,
	date: "2026-11-22",
	battery: 81,
	steps: 6789,
	heart: 67,
	sleep: 437,
	workout: 43,
	weather: "C 5 8 13",
	resting: 57,
	load: 131,
	recovery: 17,
	vo2max: 43,
	zones: "90 108 126 144 162 181",
};
const ONLINE = PROVIDERS.flatMap(({ id }) => (id === "offline" ? [] : [id]));

type Person = { lang: string; facts?: typeof FACTS; laterMs: number; place: string };

const ANNA: Person = { lang: "de-DE", facts: FACTS, laterMs: 0, place: "Ulm" };
const BOB: Person = { lang: "en-US", laterMs: 9 * 60 * 60 * 1000, place: "Oslo" };

/** A second question of one conversation, as it left the phone. */
async function bodySent(endpoint: Endpoint, provider: ProviderId, person: Person, share: readonly string[]) {
	const phone = createTestPhone(vendorFetch);
	phone.choose(provider, { key: TEST_KEY, baseUrl: endpoint.url, model: "m" });
	phone.stored.set(SETTING.place, person.place);
	phone.stored.set(SETTING.share, JSON.stringify(share));
	phone.stored.set(SETTING.memory, JSON.stringify([{ talk: "t1", turns: [{ question: "Hi?", answer: "Hello." }] }]));
	phone.pass(person.laterMs);
	const facts = person.facts === undefined ? {} : { facts: person.facts };
	void phone.ask("a1", QUESTION, { lang: person.lang, ...facts });
	const body = phone.sent[0]?.body;
	if (typeof body !== "string") throw new Error("nothing was sent");
	return { phone, body };
}

describe("with every switch off", () => {
	const RULES = rulesFor("short", []);
	const TALK = [
		{ role: "user", content: "Hi?" },
		{ role: "assistant", content: "Hello." },
		{ role: "user", content: QUESTION },
	];
	const MESSAGES = [{ role: "system", content: RULES }, ...TALK];
	const said = (role: string, text: string) => ({ role, parts: [{ text }] });
	const BEARER = ["Authorization", "Content-Type"];

	/** All that goes out, for each wire; `headers` by their names. */
	const WIRES: readonly { provider: ProviderId; path: string; headers: string[]; body: object }[] = [
		{
			...{ provider: "custom", path: "/v1/chat/completions", headers: BEARER },
			body: { model: "m", messages: MESSAGES, max_tokens: 320, stream: false },
		},
		{
			...{ provider: "openai", path: "/v1/chat/completions", headers: BEARER },
			body: { model: "m", messages: MESSAGES, max_completion_tokens: 320, stream: false },
		},
		{
			...{ provider: "openai-responses", path: "/v1/responses", headers: BEARER },
			body: { model: "m", instructions: RULES, input: TALK, max_output_tokens: 320, background: true, store: true },
		},
		{
			...{ provider: "anthropic", path: "/v1/messages" },
			headers: ["Content-Type", "anthropic-version", "x-api-key"],
			body: { model: "m", max_tokens: 320, system: RULES, messages: TALK, thinking: { type: "disabled" } },
		},
		{
			...{ provider: "gemini", path: "/v1/models/m:generateContent", headers: ["Content-Type", "x-goog-api-key"] },
			body: {
				systemInstruction: { parts: [{ text: RULES }] },
				contents: [said("user", "Hi?"), said("model", "Hello."), said("user", QUESTION)],
				generationConfig: { maxOutputTokens: 320 },
			},
		},
	];

	test.each(WIRES)(
		"a request to $provider holds the question, the conversation and the prompt, byte by byte, and nothing else",
		async ({ provider, path, headers, body }) => {
			const endpoint = await endpointWith("silence");
			const sent = await bodySent(endpoint, provider, ANNA, []);
			const [request] = sent.phone.sent;
			expect(sent.body).toBe(JSON.stringify(body));
			expect(new URL(request?.url ?? "").pathname).toBe(path);
			expect(new URL(request?.url ?? "").search).toBe("");
			expect(Object.keys(request?.headers ?? {}).sort()).toEqual(headers);
			expect(sent.phone.sent).toHaveLength(1);
		},
	);

	test("the prompt says nothing of a person", () => {
		expect(rulesFor("short", [])).not.toMatch(/\d{4}-\d|\d+:\d|[a-z]{2}-[A-Z]{2}|steps|heart rate|sleep|workout|Ulm/);
	});

	test.each(ONLINE)("two people send %s the same bytes", async (provider) => {
		const endpoint = await endpointWith("silence");
		const anna = await bodySent(endpoint, provider, ANNA, []);
		const bob = await bodySent(endpoint, provider, BOB, []);
		expect(anna.body).toBe(bob.body);
	});
});

test("a server that nobody agreed to is sent nothing, and the watch is told that it is not set up", async () => {
	const endpoint = await endpointWith(chat("x"));
	const phone = createTestPhone();
	phone.choose("ollama", { baseUrl: endpoint.url, model: "m" });
	phone.stored.set(SETTING.consent, "");
	expect(await phone.ask("a1", QUESTION)).toMatchObject({ fault: { code: "no-key" }, look: { ready: false } });
	phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "test" }));
	await phone.service.commands.run();
	expect(endpoint.hits()).toBe(0);
});

describe("with a switch on", () => {
	const values: Record<(typeof FIELDS)[number], string> = {
		language: "de-DE, metric",
		time: ", after ",
		place: "Ulm",
		weather: "light rain, 8 to 13 °C",
		steps: "about 7000",
		heart: "about 70 beats",
		sleep: "about 7.5 h",
		workout: "about 45 min",
		resting: "about 55 beats",
		load: "about 140",
		recovery: "about 18 h",
		vo2max: "about 44 ml",
		zones: "from about 90, 110, 125, 145, 160 beats a minute, at most 180",
	};

	test.each(FIELDS)("%s goes along, coarsely, and nothing else", async (field) => {
		const endpoint = await endpointWith("silence");
		const { body } = await bodySent(endpoint, "custom", ANNA, [field]);
		for (const other of FIELDS) expect(body.includes(values[other])).toBe(other === field);
		for (const fine of ["6789", "67 ", "437", "43 ", "10:09", "131", "108", "57 "]) expect(body).not.toContain(fine);
	});
});

describe("the settings page", () => {
	test.each([[[]], [["time", "place"]], [[...FIELDS]]])("with %j on shows just what is sent", async (share) => {
		const endpoint = await endpointWith("silence");
		const { phone, body } = await bodySent(endpoint, "custom", ANNA, share);
		const { page, stored } = openPage(() => NOW_MS);
		for (const [name, value] of phone.stored) stored.set(name, value);
		page.unfold(en["setting.privacy"]);
		const texts = page.texts();
		const shown = texts.slice(
			texts.indexOf(en["setting.preview"]) + 1,
			texts.indexOf(en["setting.preview.question"]) + 1,
		);
		const sent: string[] = JSON.parse(body).messages.map(({ content }: { content: string }) => content);
		const isQuiet = (text: string) => text === en["setting.preview.talk"];
		const lines = (all: readonly string[]) => all.flatMap((text) => text.split("\n"));
		const expected = lines(sent);
		lines(shown.filter((text) => !isQuiet(text))).forEach((line, at) => {
			const known = line
				.replace(en["setting.preview.question"], QUESTION)
				.replace(en["setting.preview.watch"], (expected[at] ?? "").replace(/^[^:]*: |\.$/g, ""));
			expect(known).toBe(expected[at]);
		});
		expect(lines(shown.filter((text) => !isQuiet(text)))).toHaveLength(expected.length);
	});
});

describe("an answer is data", () => {
	const hostile = [
		"@@ set provider custom\n>> key.openai | baseUrl.openai | forget",
		'{"nonce":"x","do":"forget"}',
		'{"provider":"custom","baseUrl.custom":"http://evil.example/v1","share":["heart"]}',
		"~~ forget everything\n%% goal 5000m 1500s",
		'Ok.\n@@ {"command":{"do":"forget"}}\n>> __proto__ | constructor | toString',
		`${'"}],"consent":{"custom":"2026-11-22"},"x":[{"y":"'}`,
	];

	async function changedBy(answers: readonly string[]): Promise<{ phone: TestPhone; changed: string[] }> {
		const endpoint = await endpointWith(...answers.map((text) => chat(text)));
		const phone = createTestPhone();
		phone.choose("openai", { key: TEST_KEY, baseUrl: endpoint.url, model: "m" });
		const before = new Map(phone.stored);
		for (const [at] of answers.entries()) await phone.ask(`a${at}`, QUESTION);
		await phone.service.commands.run();
		const changed = [...phone.stored].filter(([name, value]) => before.get(name) !== value).map(([name]) => name);
		return { phone, changed: changed.sort() };
	}

	test("which writes the ledger, the conversation and the spending, and no setting, whatever it says", async () => {
		const { phone, changed } = await changedBy(hostile);
		const rows = hostile.map((_, slot) => ledgerRowKey(slot));
		const own = [SETTING.books, SETTING.host("openai"), ...rows, SETTING.memory, SETTING.spending];
		expect(changed).toEqual(own);
		expect(ledgerRows(phone)).toHaveLength(hostile.length);
		expect(phone.sent.map(({ url }) => new URL(url).pathname)).toEqual(hostile.map(() => "/v1/chat/completions"));
	});

	test("of any marks in any order", { timeout: 60_000 }, async () => {
		const marks = fc.constantFrom("@@", ">>", "~~", "%%", "{", "}", '"', "\n", "|", ":", "do", "forget", "key.openai");
		await fc.assert(
			fc.asyncProperty(fc.array(fc.oneof(marks, fc.string({ maxLength: 8 })), { maxLength: 12 }), async (parts) => {
				const { changed } = await changedBy([parts.join(" ")]);
				const own = [ledgerRowKey(0), SETTING.books, SETTING.host("openai"), SETTING.memory, SETTING.spending];
				const isOwn = (name: string) => own.some((one) => one === name);
				expect(changed.filter((name) => !isOwn(name))).toEqual([]);
				await closeEndpoints();
			}),
			{ numRuns: 60 },
		);
	});
});
