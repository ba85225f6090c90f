/** The built-in assistant through the whole chain, with no key: packed, on a watch, over the link, in the phone's service. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualChips } from "../core/ask/usual-chips.ts";
import { ROLES } from "../core/settings/roles.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import type { Language, WordKey } from "../core/words/words.ts";

import type { AskResult } from "../lab/asking.ts";
import { NOW_MS, startChain } from "./chain.ts";

import { runAsk } from "./command.ts";

const RUN_MS = 400_000;

async function wordsOf(language: Language): Promise<{ [key: string]: string }> {
	return (await import(`../core/words/${language}.json`)).default;
}

async function askAll(questions: readonly string[]): Promise<AskResult[]> {
	const folder = mkdtempSync(join(tmpdir(), "askface-offline-"));
	try {
		const turns = join(folder, "turns.txt");
		writeFileSync(turns, questions.join("\n"));
		const { code, stdout } = await runAsk(["--turns", turns, "--now", "2026-11-27T10:09:00", "--json"]);
		expect(code).toBe(0);
		return stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as AskResult);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** English, and a language of each script; each language's every role is in app-side/offline/everyday.test.ts. */
test("with no key each usual quick reply of each role is answered, and what is proposed next", {
	timeout: 2 * RUN_MS,
}, async () => {
	const asked: string[] = [];
	const refusals: string[] = [];
	for (const language of ["en-US", "de-DE", "ar-EG", "hi-IN", "ja-JP"] as const) {
		const words = await wordsOf(language);
		const say = (key: WordKey) => words[key] ?? "";
		refusals.push(say("offline.not-model"), say("offline.none"), say("offline.unknown"));
		for (const role of language === "en-US" ? ROLES : (["plain"] as const)) {
			asked.push(...usualChips(say, role).map(({ text }) => text));
		}
	}
	const results = await askAll(asked);
	expect(results).toHaveLength(asked.length);
	for (const { ok, question, reply, receipt } of results) {
		expect({ question, ok, requests: receipt.requests }).toEqual({ question, ok: true, requests: 0 });
		expect(refusals, question).not.toContain(reply);
	}
	const proposed = [...new Set(results.slice(0, 21).flatMap(({ suggestions }) => suggestions))].slice(0, 15);
	expect(proposed.length).toBeGreaterThan(10);
	for (const { question, reply } of await askAll(proposed)) expect(refusals, question).not.toContain(reply);
});

/** Sums that were answered with a number for half of them, or not at all. */
test("a sum gets the right number, or none", { timeout: RUN_MS }, async () => {
	const rows: [string, RegExp][] = [
		["5 ft 10 in to cm", /= 177\.8 cm$/],
		["1 h 30 min in s", /= 5400 s$/],
		["٢ + ٣", /= 5$/],
		["5 km in 28 minutes", /5:36 \/km/],
		["12:30 + 45 min", /= 13:15$/],
		["time in Kathmandu", /^Kathmandu: \d{1,2}:\d\d/],
		["5 ft 10 kg in cm", new RegExp(words["offline.not-model"])],
	];
	const results = await askAll(rows.map(([question]) => question));
	results.forEach(({ reply }, index) => {
		expect(reply, rows[index]?.[0]).toMatch(rows[index]?.[1] ?? /^$/);
	});
});

test("a watch that counts to twelve is told the time so", { timeout: RUN_MS }, async () => {
	const watchSettings = { hour24: false };
	const { asker } = await startChain({ baseUrl: "", provider: "offline", now: NOW_MS + 7 * 3_600_000, watchSettings });
	try {
		const { reply } = await asker.ask("What time is it?", "page", "keyboard");
		expect(reply).toMatch(/5:\d\d\u00a0PM/);
	} finally {
		asker.close();
	}
});
