import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ADAPTERS, type OnlineId } from "../../app-side/providers/index.ts";
import { isFields, parseJson } from "../../core/json.ts";
import { decodeSpending } from "../../core/money/budget.ts";
import { PROVIDERS, type ProviderId, SETTING } from "../../core/settings/settings.ts";
import type { Reply } from "../../core/wire/protocol.ts";
import { ROOT } from "../../packaging/places.ts";
import { type Canned, closeEndpoints, endpointWith } from "../side-service/endpoint.ts";
import { createTestPhone, TEST_KEY, type TestPhone, until } from "../side-service/phone.ts";
import { CASE_IDS, CASES, type Show, showOf } from "./cases.ts";
import { type LookedUp, type Seen, writePaper } from "./paper.ts";

const PAPER = join(ROOT, "docs/providers.md");
const FIXTURES = join(ROOT, "app-side/providers/__fixtures__");
const ONLINE = PROVIDERS.map(({ id }) => id).filter(isOnline);

function isOnline(id: ProviderId): id is OnlineId {
	return id in ADAPTERS;
}

const mock = new LLMock({ port: 0, logLevel: "silent" });
const seen: Seen[] = [];
const lookedUp: LookedUp[] = [];

beforeAll(async () => {
	await mock.start();
});
afterEach(async () => {
	await closeEndpoints();
	mock.reset();
});
afterAll(() => mock.stop());

function modelOf(provider: OnlineId): string {
	return PROVIDERS.find((row) => row.id === provider)?.model || "some-model";
}

type FixtureFile = { replies: { name: string; status: number; headers?: Record<string, string>; body: unknown }[] };

function readFixture(file: string, reply: string): Canned {
	const { replies }: FixtureFile = JSON.parse(readFileSync(join(FIXTURES, file), "utf8"));
	const found = replies.find(({ name }) => name === reply);
	if (found === undefined) throw new Error(`${file} has no "${reply}"`);
	const { status, headers = {}, body } = found;
	return { status, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** Where aimock speaks each provider's form. */
function pathOf(provider: OnlineId): string {
	if (provider === "gemini") return "/v1beta";
	return provider === "openrouter" ? "/api/v1" : "/v1";
}

/** The fields by which a question that may be looked up differs from one that may not, but for its text, and what is booked for it. */
async function lookUp(provider: OnlineId, show: Extract<Show, { by: "fixture" }>): Promise<LookedUp> {
	const bodies = [];
	const booked = [];
	for (const mayLookUp of ["", "yes"]) {
		const endpoint = await endpointWith(readFixture(show.file, show.reply));
		const phone = createTestPhone();
		const model = modelOf(provider);
		phone.choose(provider, { key: TEST_KEY, baseUrl: endpoint.url, model });
		// Tokens cost nothing here: what is booked is the search.
		phone.stored.set(SETTING.prices, JSON.stringify({ [model]: [0, 0] }));
		phone.stored.set(SETTING.lookUp, mayLookUp);
		await phone.finish(phone.ask("a1", "What is 2 + 2?"));
		bodies.push(parseJson(endpoint.taken()[0]?.body ?? ""));
		booked.push([...decodeSpending(phone.stored.get(SETTING.spending)).values()].map(({ micros }) => micros)[0] ?? 0);
	}
	const [without, sent] = bodies.map((body) => (isFields(body) ? body : {}));
	const flag = Object.entries(sent ?? {}).filter(
		([name, value]) => !TEXTS.includes(name) && JSON.stringify(value) !== JSON.stringify(without?.[name]),
	);
	return {
		provider,
		model: modelOf(provider),
		flag: Object.fromEntries(flag),
		micros: (booked[1] ?? 0) - (booked[0] ?? 0),
	};
}

const TEXTS = ["messages", "input", "instructions", "system", "contents", "systemInstruction"];

async function urlFor(provider: OnlineId, show: Exclude<Show, { by: "nobody" }>): Promise<string> {
	if (show.by === "fixture") return (await endpointWith(readFixture(show.file, show.reply))).url;
	mock.on({ userMessage: /.*/ }, show.response, show.chaos === undefined ? {} : { chaos: show.chaos });
	return mock.url + pathOf(provider);
}

/** Time passes where only time is waited for; a server that is silent is waited for as long as a question may take. */
async function ask(phone: TestPhone, isSilent: boolean): Promise<Reply> {
	const reply = phone.ask("a1", "What is 2 + 2?");
	if (!isSilent) return phone.finish(reply);
	await until(() => phone.sent.length === 1);
	phone.pass(60_000);
	return reply;
}

const SOURCE = "\nSource: ";

function outcomeOf(reply: Reply): string {
	switch (reply.kind) {
		case "answer":
			if (reply.answer.text.includes(SOURCE)) return `answer, from ${reply.answer.text.split(SOURCE)[1]}`;
			return reply.answer.cut === true ? "answer, cut" : "answer";
		case "fault":
			return reply.fault.waitSeconds === undefined
				? reply.fault.code
				: `${reply.fault.code}, ${reply.fault.waitSeconds} s`;
		default:
			return reply.kind;
	}
}

describe.each(ONLINE)("%s", (provider) => {
	it.each(CASE_IDS.map((id) => [CASES[id].title, id] as const))("%s", async (_title, id) => {
		const show = showOf(provider, id);
		if (show.by === "nobody") {
			seen.push({ provider, id, show, outcome: "" });
			return;
		}
		const phone = createTestPhone();
		phone.choose(provider, { key: TEST_KEY, baseUrl: await urlFor(provider, show), model: modelOf(provider) });
		phone.stored.set(SETTING.lookUp, id === "search" ? "yes" : "");
		const reply = await ask(phone, id === "slow" && show.by === "aimock");
		const outcome = outcomeOf(reply);
		expect(outcome).toMatch(CASES[id].outcome);
		if (reply.kind === "answer") {
			expect(reply.answer.text.split(SOURCE)[0]).toBe("It is four.");
			expect(reply.answer.by).toEqual(expect.any(String));
		}
		expect(JSON.stringify([reply, phone.logged])).not.toContain(TEST_KEY);
		seen.push({ provider, id, show, outcome });
	});
});

describe("a look-up", () => {
	/** What each provider's own prices say of the fixture's searches (docs/evidence.md), in millionths of a dollar. */
	const SURCHARGES: Partial<Record<OnlineId, number>> = {
		"openai-responses": 10_000, // 0.01 for its one search; the page that it opened is free.
		anthropic: 10_000, // 0.01 for the one that it counts.
		gemini: 28_000, // 0.014 for each of two queries.
		groq: 10_000, // 0.005 each for a search and a page.
		openrouter: 12_000, // Three results at 0.004.
	};

	it.each(ONLINE.filter((provider) => showOf(provider, "search").by === "fixture"))(
		"of %s sends its flag and books its surcharge",
		async (provider) => {
			const show = showOf(provider, "search");
			if (show.by !== "fixture") throw new Error("no fixture");
			const one = await lookUp(provider, show);
			expect(JSON.stringify(one.flag)).toMatch(/search/);
			expect(one.micros).toBe(SURCHARGES[provider]);
			lookedUp.push(one);
		},
	);
});

describe("docs/providers.md", () => {
	it("is what these tests saw; to renew it: RENEW_PAPERS=1 npx vitest run test/providers", () => {
		const paper = writePaper(seen, lookedUp);
		expect(lookedUp).toHaveLength(5);
		expect(seen).toHaveLength(ONLINE.length * CASE_IDS.length);
		if (process.env.RENEW_PAPERS === "1") writeFileSync(PAPER, paper);
		expect(readFileSync(PAPER, "utf8")).toBe(paper);
	});
});
