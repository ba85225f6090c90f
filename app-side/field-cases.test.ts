import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isFields, parseJson } from "../core/json.ts";
import { SETTING } from "../core/settings/settings.ts";
import { ROOT } from "../packaging/places.ts";
import { chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, TEST_KEY, textOf } from "../test/side-service/phone.ts";
import { FIELD_CASES, type FieldCase } from "./__fixtures__/field-cases.ts";

afterEach(closeEndpoints);

const PAPER = join(ROOT, "docs/field-cases.md");
const QUESTION = "What is the capital of France?";

async function phoneFor({ provider = "custom", model = "m", base = "/v1", replies }: FieldCase) {
	const endpoint = await endpointWith(...replies);
	const phone = createTestPhone();
	phone.choose(provider, { key: TEST_KEY, baseUrl: endpoint.url.replace("/v1", base), model });
	return { phone, endpoint };
}

describe("what services were seen to answer", () => {
	it.each(FIELD_CASES.map((one) => [one.what, one] as const))("%s", async (_what, one) => {
		const { phone, endpoint } = await phoneFor(one);
		const reply = await phone.finish(phone.ask("a1", QUESTION));
		if (typeof one.right === "string") expect(reply).toMatchObject({ fault: { code: one.right } });
		else expect(textOf(reply)).toBe(one.right.text);
		if (one.requests !== undefined) expect(endpoint.hits()).toBe(one.requests);
		const last = endpoint.taken().at(-1);
		const body = parseJson(last?.body);
		if (one.asked !== undefined) expect(isFields(body) && one.asked(body, last?.path ?? ""), last?.body).toBe(true);
		expect(JSON.stringify(reply)).not.toContain(TEST_KEY);
	});
});

describe("what was refused once", () => {
	const refused = FIELD_CASES.filter(({ kind, right }) => kind === "refused parameter" && typeof right === "object");

	it.each(refused.map((one) => [one.what, one] as const))("is not sent to that model again: %s", async (_what, one) => {
		const { phone, endpoint } = await phoneFor(one);
		expect(await phone.finish(phone.ask("a1", QUESTION))).toMatchObject({ answer: { use: { requests: 2 } } });
		phone.restart();
		expect(await phone.finish(phone.ask("a2", QUESTION))).toMatchObject({ answer: { use: { requests: 1 } } });
		expect(endpoint.hits()).toBe(3);
		const body = parseJson(endpoint.taken()[2]?.body);
		expect(isFields(body) && one.asked?.(body, "")).toBe(true);
		const [first, second] = ledgerRows(phone).map(({ receipt }) => receipt?.changes);
		expect(first?.length).toBeGreaterThan(0);
		expect(second).toEqual(first);
	});

	it("is sent again to another model, and forgotten with everything else", async () => {
		const [one] = refused.filter(({ provider }) => provider === "ollama");
		if (one === undefined) throw new Error("no case");
		const { phone, endpoint } = await phoneFor(one);
		await phone.finish(phone.ask("a1", QUESTION));
		phone.choose("ollama", { model: "another" });
		await phone.finish(phone.ask("a2", QUESTION));
		expect(endpoint.taken()[2]?.body).toContain('"reasoning_effort":"none"');
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "forget" }));
		await phone.service.commands.run();
		expect(phone.stored.get(SETTING.learnt)).toBe("");
	});

	it("is learnt of so many models and no more, and a broken store costs one refusal", async () => {
		const [one] = refused;
		if (one === undefined) throw new Error("no case");
		for (const broken of [
			"{",
			'{"v":2,"rows":[]}',
			'{"v":1,"rows":[{"at":5}]}',
			'{"v":1,"rows":[{"at":"x","amends":[{"do":"eval"}]}]}',
		]) {
			const { phone } = await phoneFor(one);
			phone.stored.set(SETTING.learnt, broken);
			expect(await phone.finish(phone.ask("a1", QUESTION))).toMatchObject({ answer: { use: { requests: 2 } } });
		}
		const { phone } = await phoneFor({ ...one, replies: [...Array(60)].flatMap(() => one.replies) });
		for (let n = 0; n < 60; n++) {
			phone.choose(one.provider ?? "custom", { model: `m${n}` });
			await phone.finish(phone.ask(`a${n}`, QUESTION));
		}
		expect(phone.stored.get(SETTING.learnt)?.length).toBeLessThan(8_000);
	});
});

it("a provider whose account is empty hands the question on, by whatever status it says so", async () => {
	for (const one of FIELD_CASES.filter(({ right }) => right === "no-credit")) {
		const { phone } = await phoneFor(one);
		const second = await endpointWith(chat("Four."));
		const { provider = "custom" } = one;
		phone.choose("groq", { key: "gsk_x", baseUrl: second.url });
		phone.choose(provider, {});
		phone.stored.set(SETTING.second, "groq");
		expect(textOf(await phone.finish(phone.ask("a1", "2+2?"))), one.what).toBe("Four.");
	}
});

it("each stands in docs/field-cases.md; to add what is missing: RENEW_PAPERS=1 npx vitest run app-side/field-cases", () => {
	const rows = FIELD_CASES.map(({ kind, what, source, right }) => {
		const shown = typeof right === "string" ? `\`${right}\`` : "the answer";
		return `| ${kind} | ${what.replaceAll("|", "\\|")} | ${source} | ${shown} |`;
	});
	const missing = rows.filter((row) => !readFileSync(PAPER, "utf8").includes(row));
	if (process.env.RENEW_PAPERS === "1" && missing.length > 0) appendFileSync(PAPER, `${missing.join("\n")}\n`);
	expect(rows.filter((row) => !readFileSync(PAPER, "utf8").includes(row))).toEqual([]);
});
