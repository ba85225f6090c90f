import { describe, expect, it } from "vitest";
import { PRESETS, type ProviderId, SETTING } from "./settings.ts";
import { chooseRoute, deafness, EARS, readVoice, speechModelOf } from "./voice-settings.ts";

const from = (stored: Record<string, unknown>) => (key: string) => stored[key];
const keys = (...providers: ProviderId[]) => Object.fromEntries(providers.map((id) => [SETTING.key(id), "k"]));

describe("who listens to a spoken question", () => {
	it.each<[ProviderId, Record<string, unknown>, object | null]>([
		["gemini", keys("gemini"), { kind: "one", model: "gemini-3.5-flash-lite" }],
		["mistral", keys("mistral"), { kind: "one", model: "voxtral-small-latest" }],
		["openrouter", keys("openrouter"), { kind: "two", ears: "openrouter", model: "openai/whisper-large-v3-turbo" }],
		[
			"openrouter",
			{ ...keys("openrouter"), "model.openrouter": "google/gemini-3.5-flash-lite" },
			{ kind: "one", model: "google/gemini-3.5-flash-lite" },
		],
		["groq", keys("groq"), { kind: "two", ears: "groq", model: "whisper-large-v3-turbo" }],
		["openai", keys("openai"), { kind: "two", ears: "openai", model: "gpt-transcribe" }],
		["openai-responses", keys("openai-responses"), { kind: "two", ears: "openai-responses" }],
		["anthropic", keys("anthropic", "groq"), { kind: "two", ears: "groq" }],
		["ollama", keys("gemini"), { kind: "two", ears: "gemini", model: "gemini-3.5-flash-lite" }],
		["offline", keys("groq"), null],
		["offline", { ...keys("groq"), voice: "groq" }, { kind: "two", ears: "groq" }],
		["anthropic", keys("anthropic"), null],
		["offline", {}, null],
		["custom", { "baseUrl.custom": "http://nas.local/v1", ...keys("custom") }, null],
		[
			"custom",
			{ "baseUrl.custom": "http://nas.local/v1", ...keys("custom"), voice: "custom" },
			{ kind: "two", ears: "custom", baseUrl: "http://nas.local/v1", model: "whisper-1" },
		],
	])("of %s with %j is %j", (provider, stored, route) => {
		const chosen = chooseRoute(from({ provider, ...stored }), provider);
		if (route === null) expect(chosen).toBeNull();
		else expect(chosen).toMatchObject(route);
	});

	it("is whom the person chose, and nobody else", () => {
		const stored = { provider: "gemini", voice: "groq", ...keys("gemini", "groq") };
		expect(chooseRoute(from(stored), "gemini")).toMatchObject({ kind: "two", ears: "groq" });
		expect(chooseRoute(from({ ...stored, [SETTING.key("groq")]: "" }), "gemini")).toBeNull();
	});

	it("only writes down what was said where the person wants to see it first", () => {
		const stored = { provider: "gemini", confirm: "yes", ...keys("gemini") };
		expect(chooseRoute(from(stored), "gemini")).toMatchObject({ kind: "two", ears: "gemini" });
	});

	it("is somebody else where the phone cannot send files", () => {
		const stored = { provider: "openai", binary: "no", ...keys("openai") };
		expect(chooseRoute(from(stored), "openai")).toBeNull();
		expect(deafness(from(stored), "openai")).toBe("request-refused");
		expect(deafness(from({ provider: "anthropic", ...keys("anthropic") }), "anthropic")).toBe("no-key");
		expect(chooseRoute(from({ ...stored, ...keys("groq") }), "openai")).toMatchObject({ ears: "groq" });
	});

	it("has a model of the person's own where they typed one", () => {
		expect(speechModelOf(from({ "speech.groq": " whisper-9 " }), "groq")).toBe("whisper-9");
	});
});

describe("the settings of the voice", () => {
	it("have a default for everything that is missing or broken", () => {
		const usual = { ears: "auto", confirm: false, binary: "unknown" };
		expect(readVoice(from({}))).toEqual(usual);
		expect(readVoice(from({ voice: "anthropic", confirm: 1, binary: "maybe" }))).toEqual(usual);
	});

	it("know only providers that there are", () => {
		const known = PRESETS.map(({ id }) => id);
		for (const ears of EARS) expect(known).toContain(ears);
	});
});
