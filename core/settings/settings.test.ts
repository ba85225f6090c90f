import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_ACCENT } from "../ink.ts";
import { lookOf, PROVIDERS, readSettings, SETTING, settingsFor } from "./settings.ts";

const from = (stored: Record<string, unknown>) => (key: string) => stored[key];

describe("the settings", () => {
	it("have a default for everything that is missing", () => {
		expect(readSettings(from({}))).toEqual({
			provider: "offline",
			baseUrl: "",
			model: "",
			length: "short",
			size: "medium",
			accent: DEFAULT_ACCENT,
			chips: [],
			role: "plain",
			waitMinutes: 60,
			speechModel: "",
			agreed: true,
			ready: true,
			second: null,
			voice: { transcriber: "auto", confirm: false, binary: "unknown", setUp: [] },
			lookUp: false,
			later: false,
			speaker: null,
			aloud: false,
			share: [],
			asksWeather: false,
			place: "",
			notes: [],
			tellsNotes: true,
			currency: "USD",
		});
	});

	it("are read for the chosen provider alone", () => {
		const stored = {
			provider: "groq",
			"model.groq": " llama-9 ",
			"model.openai": "gpt-9",
			"baseUrl.openai": "https://other.example/v1",
			length: "long",
			accent: "#FF8800",
			chips: JSON.stringify([{ label: "Tide", text: "When is high tide?" }, { label: 5 }, "x"]),
		};
		expect(readSettings(from(stored))).toMatchObject({
			provider: "groq",
			baseUrl: "https://api.groq.com/openai/v1",
			model: "llama-9",
			length: "long",
			accent: 0xff8800,
			chips: [{ label: "Tide", text: "When is high tide?" }],
		});
	});

	it("clean an address that was stored as it was pasted, and take one that is none for no other", () => {
		const at = (baseUrl: string) => readSettings(from({ provider: "openai", "baseUrl.openai": baseUrl })).baseUrl;
		expect(at('"http://127.0.0.1:8080/v1"')).toBe("http://127.0.0.1:8080/v1");
		expect(at("http://127.0.0.1:8080/v1/chat/completions")).toBe("http://127.0.0.1:8080/v1");
		expect(at(" ")).toBe("https://api.openai.com/v1");
		expect(at("https://me:secret@api.openai.com/v1")).toBe("");
	});

	it("are the defaults, never an exception, whatever is stored", () => {
		const stores = fc.dictionary(
			fc.constantFrom("provider", "length", "size", "accent", "chips", "model.offline"),
			fc.anything(),
		);
		fc.assert(
			fc.property(stores, (stored) => {
				const settings = readSettings(from(stored));
				expect(PROVIDERS.map(({ id }) => id)).toContain(settings.provider);
				expect(settings.accent).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it("name a second provider, another one than the first and than the built-in assistant", () => {
		const second = (id: string) => readSettings(from({ provider: "openai", second: id })).second?.provider;
		expect(["groq", "openai", "offline", "nobody", ""].map(second)).toEqual([
			"groq",
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	it("can be read as they would be with another provider", () => {
		const stored = { provider: "openai", "model.groq": "llama-9" };
		expect(settingsFor(from(stored), "groq")).toMatchObject({ provider: "groq", model: "llama-9" });
	});

	it("never hold the key", () => {
		const settings = readSettings(from({ provider: "openai", [SETTING.key("openai")]: "sk-secret" }));
		expect(JSON.stringify(settings)).not.toContain("sk-secret");
	});
});

describe("what the watch is told", () => {
	const settings = readSettings(from({ provider: "openai" }));

	it("changes its number with every field of it", () => {
		const revs = [
			lookOf(settings),
			lookOf({ ...settings, ready: true }),
			lookOf(readSettings(from({ provider: "openai", [SETTING.key("groq")]: "k" }))),
			lookOf({ ...settings, accent: 1 }),
			lookOf({ ...settings, size: "large" }),
			lookOf({ ...settings, chips: [{ label: "a", text: "b" }] }),
		].map(({ rev }) => rev);
		expect(new Set(revs).size).toBe(revs.length);
		for (const rev of revs) expect(rev).toBeGreaterThan(0);
	});

	it("is ready where no key is needed, or one is there", () => {
		expect(lookOf(settings).ready).toBe(false);
		expect(lookOf(readSettings(from({ provider: "openai", [SETTING.key("openai")]: "sk-x" }))).ready).toBe(true);
		const consent = JSON.stringify({ ollama: "2026-11-22" });
		expect(readSettings(from({ provider: "ollama", consent })).ready).toBe(true);
	});

	it("is not ready where nobody agreed that questions go there", () => {
		for (const consent of [undefined, "{", "[]", '{"custom":"2026-11-22"}', '{"ollama":true}']) {
			expect(readSettings(from({ provider: "ollama", consent })).ready).toBe(false);
		}
		expect(readSettings(from({})).ready).toBe(true);
	});

	it("is which readings to send along: those that are switched on, and for the built-in assistant what it reads", () => {
		const share = JSON.stringify(["heart", "language", "sleep", "mood"]);
		const wantsOf = (stored: Record<string, unknown>) => lookOf(readSettings(from(stored))).wants;
		expect(wantsOf({ provider: "openai" })).toEqual([]);
		expect(wantsOf({ provider: "openai", share })).toEqual(["heart", "sleep"]);
		expect(wantsOf({ provider: "offline", share })).toEqual(["battery", "steps", "heart", "clock", "weather"]);
	});
});
