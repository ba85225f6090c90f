import { describe, expect, it } from "vitest";
import { causeOf } from "./causes.ts";
import type { Form } from "./signals.ts";

const FORMS: readonly Form[] = ["openai", "anthropic", "gemini", "any"];

describe("what a service's words cost", () => {
	it("grows no faster than their length, whatever they repeat", () => {
		const signs = ["model ", "credit ", "api key ", "not ", "a", " ", "0", "(", "模型", "role system ", "> 1 "];
		const tookOnce = (length: number) => {
			const startedAt = performance.now();
			for (const sign of signs) {
				const message = sign.repeat(Math.ceil(length / sign.length));
				for (const status of [400, 403, 404, 429, 500]) causeOf(status, { error: { message, code: message } }, "any");
			}
			return performance.now() - startedAt;
		};
		// The least of some: whatever else the machine does only adds to it.
		const took = (length: number) => Math.min(...[1, 2, 3, 4].map(() => tookOnce(length)));
		expect(took(100_000)).toBeLessThan(15 * Math.max(1, took(10_000)));
	});
});

describe("an error in nobody's form", () => {
	it.each<[string, unknown]>([
		["of AWS's gateway", { message: "Internal server error" }],
		["of Spring", { timestamp: 1, status: 500, error: "Internal Server Error", path: "/v1" }],
		["of FastAPI", { detail: "Internal Server Error" }],
		["of Express", { error: "Internal Server Error" }],
		["of a page", "<html></html>"],
		["without a word", ""],
		["of null", null],
	])("with a 500 %s is silence for every provider", (_name, body) => {
		for (const form of FORMS) expect(causeOf(500, body, form)).toEqual({ code: "unknown-outcome", isTold: false });
	});

	it.each<[Form, unknown]>([
		["anthropic", { error: { message: "Overloaded", type: "overloaded_error" } }],
		["openai", { error: "model runner has unexpectedly stopped" }],
		["gemini", { message: "Failed", code: 500 }],
	])("is one that belongs to another: %s", (form, body) => {
		expect(causeOf(500, body, form).code).toBe("unknown-outcome");
		expect(causeOf(500, body, "any").code).toBe("overloaded");
	});
});

it("an empty account is told from Gemini's limit of rate, which has the same words", () => {
	const message = "You exceeded your current quota, please check your plan and billing details.";
	expect(causeOf(429, { error: { message } }, "openai").code).toBe("no-credit");
	expect(causeOf(429, { error: { message, status: "RESOURCE_EXHAUSTED" } }, "gemini").code).toBe("rate-limited");
});

it("a 400 is a 400, whatever its type says", () => {
	for (const type of ["api_error", "overloaded_error", "server_error", "rate_limit_error"]) {
		expect(causeOf(400, { error: { message: "No.", type } }, "any").code).toBe("request-refused");
	}
});
