import { describe, expect, it } from "vitest";
import { readProvider } from "./provider-settings.ts";
import { PROVIDERS, type ProviderId, readSettings, SETTING } from "./settings.ts";
import { chooseRoute, deafness, readVoice, TRANSCRIBERS } from "./voice.ts";

const from = (stored: Record<string, unknown>) => (key: string) => stored[key];
const routeOf = (stored: Record<string, unknown>) => chooseRoute(readSettings(from(stored)));
const keys = (...providers: ProviderId[]) => Object.fromEntries(providers.map((id) => [SETTING.key(id), "k"]));

describe("who listens to a spoken question", () => {
	it.each<[ProviderId, Record<string, unknown>, object | null]>([
		["gemini", keys("gemini"), { kind: "audio-model", model: "gemini-3.5-flash-lite" }],
		["mistral", keys("mistral"), { kind: "audio-model", model: "voxtral-small-latest" }],
		[
			"openrouter",
			keys("openrouter"),
			{ kind: "transcriber", transcriber: "openrouter", model: "openai/whisper-large-v3-turbo" },
		],
		[
			"openrouter",
			{ ...keys("openrouter"), "model.openrouter": "google/gemini-3.5-flash-lite" },
			{ kind: "audio-model", model: "google/gemini-3.5-flash-lite" },
		],
		["groq", keys("groq"), { kind: "transcriber", transcriber: "groq", model: "whisper-large-v3-turbo" }],
		["openai", keys("openai"), { kind: "transcriber", transcriber: "openai", model: "gpt-transcribe" }],
		["openai-responses", keys("openai-responses"), { kind: "transcriber", transcriber: "openai-responses" }],
		["anthropic", keys("anthropic", "groq"), { kind: "transcriber", transcriber: "groq" }],
		["ollama", keys("gemini"), { kind: "transcriber", transcriber: "gemini", model: "gemini-3.5-flash-lite" }],
		["offline", keys("groq"), null],
		["offline", { ...keys("groq"), voice: "groq" }, { kind: "transcriber", transcriber: "groq" }],
		["anthropic", keys("anthropic"), null],
		["offline", {}, null],
		["custom", { "baseUrl.custom": "http://nas.local/v1", ...keys("custom") }, null],
		[
			"custom",
			{ "baseUrl.custom": "http://nas.local/v1", ...keys("custom"), voice: "custom" },
			{ kind: "transcriber", transcriber: "custom", baseUrl: "http://nas.local/v1", model: "whisper-1" },
		],
	])("of %s with %j is %j", (provider, stored, route) => {
		const chosen = routeOf({ provider, ...stored });
		if (route === null) expect(chosen).toBeNull();
		else expect(chosen).toMatchObject(route);
	});

	it("is whom the person chose, and nobody else", () => {
		const stored = { provider: "gemini", voice: "groq", ...keys("gemini", "groq") };
		expect(routeOf(stored)).toMatchObject({ kind: "transcriber", transcriber: "groq" });
		expect(routeOf({ ...stored, [SETTING.key("groq")]: "" })).toBeNull();
	});

	it("only writes down what was said where the person wants to see it first", () => {
		const stored = { provider: "gemini", confirm: "yes", ...keys("gemini") };
		expect(routeOf(stored)).toMatchObject({ kind: "transcriber", transcriber: "gemini" });
	});

	it("is somebody else where the phone cannot send files", () => {
		const stored = { provider: "openai", binary: "no", ...keys("openai") };
		expect(routeOf(stored)).toBeNull();
		expect(deafness(readSettings(from(stored)))).toBe("request-refused");
		expect(deafness(readSettings(from({ provider: "anthropic", ...keys("anthropic") })))).toBe("no-key");
		expect(routeOf({ ...stored, ...keys("groq") })).toMatchObject({ transcriber: "groq" });
	});

	it("has a model of the person's own where they typed one", () => {
		expect(readProvider(from({ "speech.groq": " whisper-9 " }), "groq").speechModel).toBe("whisper-9");
	});
});

describe("the settings of the voice", () => {
	it("have a default for everything that is missing or broken", () => {
		const usual = { transcriber: "auto", confirm: false, binary: "unknown", setUp: [] };
		expect(readVoice(from({}))).toEqual(usual);
		expect(readVoice(from({ voice: "anthropic", confirm: 1, binary: "maybe" }))).toEqual(usual);
	});

	it("know only providers that there are", () => {
		const known = PROVIDERS.map(({ id }) => id);
		for (const transcriber of TRANSCRIBERS) expect(known).toContain(transcriber);
	});
});
