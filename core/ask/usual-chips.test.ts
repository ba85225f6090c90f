import { expect, test } from "vitest";
import { ROLES, roleLines } from "../settings/roles.ts";
import { CHIPS_MAX, LABEL_LIMIT } from "../wire/protocol.ts";
import { LANGUAGES, type WordKey } from "../words/words.ts";
import { usualChips } from "./usual-chips.ts";

test.each(LANGUAGES)("every preset has quick replies of its own that fit a key, in %s", async (language) => {
	const words: { [key: string]: string } = (await import(`../words/${language}.json`)).default;
	const say = (key: WordKey) => words[key] ?? "";
	const all = ROLES.map((role) => usualChips(say, role));
	for (const chips of all) {
		expect(chips.length).toBeGreaterThanOrEqual(4);
		expect(chips.length).toBeLessThanOrEqual(CHIPS_MAX);
		for (const { label, text } of chips) {
			expect(label.trim(), label).toBe(label);
			expect(label.length, label).toBeGreaterThan(2);
			expect(label.length, label).toBeLessThanOrEqual(LABEL_LIMIT);
			expect(text).not.toBe("");
		}
	}
	const labels = all.flat().map(({ label }) => label);
	expect(new Set(labels).size).toBe(labels.length);
});

test("a model is told one line of a preset, and nothing of a plain assistant", () => {
	for (const role of ROLES) expect(roleLines(role)).toHaveLength(role === "plain" ? 0 : 1);
});
