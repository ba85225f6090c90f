import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { recordWav } from "../../simulator/index.ts";
import { complaints, peakCorrelation, play, speak, wavFile } from "../../simulator/testing.ts";
import { startSimulatedPhone } from "./simulated-phone.ts";

const RATE = 16_000;
const SHIFT_LIMIT = RATE * 0.02;
const LIKENESS = 0.9;
const TOOL_LIMIT_MS = 60_000;
const SAID = speak(4, RATE);
const WORDS = "Why is the sky blue?";

/** What a provider was sent: the sound in it, and the name and type of its file where it has one. */
type Captured = { path: string; sound: Buffer; file: string };

let recording: Uint8Array;
beforeAll(async () => {
	const samples = Float64Array.from(SAID, (sample) => sample / 32768);
	const recorded = await recordWav(wavFile(samples, { samplesPerSecond: RATE, bits: 16, channels: 1 }));
	if (!recorded.ok) throw new Error(recorded.why);
	recording = recorded.value;
});

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** A server that takes a recording in any provider's form, and answers each in its own. */
async function startCapture(): Promise<{ url: string; captured: Captured[] }> {
	const captured: Captured[] = [];
	const server = createServer(async (request, response) => {
		const found = await soundOf(request);
		if (found !== null) captured.push(found);
		const isBroken = found === null && /transcriptions/.test(request.url ?? "");
		response.writeHead(isBroken ? 400 : 200, { "Content-Type": "application/json" });
		response.end(
			JSON.stringify(isBroken ? { error: { message: "Could not parse the form." } } : replyTo(request.url ?? "")),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	ends.push(
		() => server.closeAllConnections(),
		() => server.close(),
	);
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, captured };
}

async function soundOf(request: IncomingMessage): Promise<Captured | null> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	const body = Buffer.concat(chunks);
	const path = (request.url ?? "").replace("/v1", "");
	const type = request.headers["content-type"] ?? "";
	if (type.startsWith("multipart/form-data")) return soundInForm(path, body, type);
	const base64 = findSound(JSON.parse(body.toString()));
	return base64 === null ? null : { path, sound: Buffer.from(base64, "base64"), file: "" };
}

async function soundInForm(path: string, body: Buffer, type: string): Promise<Captured | null> {
	const headers = { "Content-Type": type };
	const form = await new Response(Uint8Array.from(body), { headers }).formData().catch(() => null);
	const file = form?.get("file");
	if (file instanceof File) {
		return { path, sound: Buffer.from(await file.arrayBuffer()), file: `${file.name} ${file.type}` };
	}
	const url = form?.get("url");
	if (typeof url !== "string") return null;
	return { path, sound: Buffer.from(await (await fetch(url)).arrayBuffer()), file: "" };
}

/** The text under `data` or `input_audio`, wherever it is. */
function findSound(value: unknown): string | null {
	if (typeof value !== "object" || value === null) return null;
	for (const [name, inner] of Object.entries(value)) {
		if ((name === "data" || name === "input_audio") && typeof inner === "string") return inner;
		const found = findSound(inner);
		if (found !== null) return found;
	}
	return null;
}

function replyTo(path: string): object {
	const text = `~~ ${WORDS}\nAir scatters blue.`;
	if (path.includes("transcriptions")) return { text: WORDS };
	if (path.includes("generateContent"))
		return { candidates: [{ content: { parts: [{ text }] }, finishReason: "STOP" }] };
	return { choices: [{ message: { role: "assistant", content: text }, finish_reason: "stop" }] };
}

async function capture(provider: ProviderId, model: string, profile: string) {
	const { url, captured } = await startCapture();
	const phone = await startSimulatedPhone({
		profile,
		settings: {
			[SETTING.provider]: provider,
			[SETTING.key(provider)]: "k",
			[SETTING.baseUrl(provider)]: url,
			[SETTING.model(provider)]: model,
		},
	});
	ends.push(phone.close);
	return { reply: await phone.speak("a1", recording), captured, phone };
}

describe("what each provider is sent of a spoken question", () => {
	it.each<[ProviderId, string, string, string]>([
		["gemini", "gemini-3.5-flash-lite", "", "/models/gemini-3.5-flash-lite:generateContent"],
		["openrouter", "google/gemini-3.5-flash-lite", "", "/chat/completions"],
		["openrouter", "openai/gpt-5.4-mini", "", "/audio/transcriptions"],
		["mistral", "mistral-small-latest", "", "/chat/completions"],
		["groq", "openai/gpt-oss-120b", "", "/audio/transcriptions"],
		["groq", "openai/gpt-oss-120b", "awake,object-body", "/audio/transcriptions"],
		["openai", "gpt-5.4-mini", "binary", "/audio/transcriptions"],
	])(
		"%s for %s on a phone that is %j is the sound as it was said",
		async (provider, model, profile, path) => {
			const { reply, captured } = await capture(provider, model, profile);
			expect(reply).toMatchObject({ kind: "answer", answer: { text: expect.any(String), heard: WORDS } });
			expect(captured.map((one) => one.path)).toEqual([path]);
			const [{ sound, file } = { sound: Buffer.alloc(0), file: "" }] = captured;
			expect(file).toBe(profile === "binary" ? "voice.ogg audio/ogg" : "");
			expect(complaints(sound)).toEqual([]);
			expect(peakCorrelation(SAID, play(sound), SHIFT_LIMIT).peak).toBeGreaterThan(LIKENESS);
		},
		TOOL_LIMIT_MS,
	);

	it("openai on a phone that mangles files is nothing that can be read, and the phone is known for it", async () => {
		const { reply, captured, phone } = await capture("openai", "gpt-5.4-mini", "");
		expect(reply).toMatchObject({ kind: "fault", fault: { code: "request-refused" } });
		expect(captured).toEqual([]);
		expect(phone.setting(SETTING.binary)).toBe("no");
		expect(await phone.request({ method: "hello", rev: 0 })).toMatchObject({ look: { deaf: true } });
	});
});
