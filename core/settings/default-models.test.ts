import { describe, expect, it } from "vitest";
import { DEFAULT_MODELS, type DefaultModel, defaultModel, dyingDefaults } from "./default-models.ts";
import { END_SOURCES } from "./model-sources.ts";
import { PROVIDERS } from "./providers.ts";
import { TRANSCRIBERS } from "./voice.ts";

const DAY_MS = 86_400_000;
const [ROW] = DEFAULT_MODELS;

function planted(ends: string | null): DefaultModel {
	if (ROW === undefined) throw new Error("the table is empty");
	return { ...ROW, model: "planted-1", ends };
}

describe("The table of default models", () => {
	it("has none that ends within 30 days from today", () => {
		const dying = dyingDefaults(DEFAULT_MODELS, Date.now());
		expect(dying.map(({ providers, model, ends }) => `${providers} ${model} ends ${ends}`)).toEqual([]);
	});

	it.each([
		["2026-12-01", ["planted-1"]],
		["2026-08-16", ["planted-1"]],
		["2026-12-27", ["planted-1"]],
		["2026-12-28", []],
		["2027-02-26", []],
		[null, []],
	])("names, on 2026-11-27, a row that ends on %s as it should", (ends, named) => {
		const dying = dyingDefaults(
			[...DEFAULT_MODELS.map((row) => ({ ...row, ends: null })), planted(ends)],
			Date.parse("2026-11-27"),
		);
		expect(dying.map(({ model }) => model)).toEqual(named);
	});

	it("has days that are days, none of a check that is still to come, and a place to read each again", () => {
		for (const { model, ends } of DEFAULT_MODELS) {
			const { checked = "", page } = END_SOURCES[model] ?? {};
			for (const day of [checked, ...(ends === null ? [] : [ends])])
				expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
			expect(Date.parse(checked)).toBeLessThan(Date.now() + DAY_MS);
			expect(page).toMatch(/^[a-z0-9.-]+\.[a-z]+(\/|$)/);
		}
	});

	it("gives every provider that has a key, and every listener, a model to begin with", () => {
		for (const { id, model, key } of PROVIDERS)
			if (key === "needed") expect([id, model]).toEqual([id, expect.stringMatching(/./)]);
		for (const id of TRANSCRIBERS) expect(defaultModel(id, "writes") || defaultModel(id, "listens")).not.toBe("");
	});

	it("has one model at most for each provider and role", () => {
		const places = DEFAULT_MODELS.flatMap(({ providers, tasks }) =>
			providers.flatMap((provider) => tasks.map((role) => `${provider} ${role}`)),
		);
		expect(new Set(places).size).toBe(places.length);
	});
});
