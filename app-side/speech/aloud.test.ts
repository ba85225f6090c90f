/** Through the whole Side Service, over HTTP, with real MP3: what the watch is handed is decoded and held against what was sent. */
import { afterEach, describe, expect, it } from "vitest";
import { isFields, parseJson } from "../../core/json.ts";
import { decodeSpending } from "../../core/money/budget.ts";
import { type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { toBase64 } from "../../core/wire/base64.ts";
import { PART_BYTES } from "../../core/wire/frames.ts";
import { packReply, unpackSound } from "../../core/wire/wire.ts";
import { encodeMp3, peakCorrelation, playMp3, speak } from "../../simulator/testing.ts";
import { type Canned, chat, closeEndpoints, type Endpoint, endpointWith } from "../../test/side-service/endpoint.ts";
import {
	binaryFetch,
	createTestPhone,
	ledgerRows,
	TEST_KEY,
	type TestPhone,
	vendorFetch,
} from "../../test/side-service/phone.ts";
import { isMp3, spokenPart } from "./spoken-part.ts";

afterEach(closeEndpoints);

const RATE = 24_000;
const SAID = speak(3, RATE);
const MP3 = encodeMp3(SAID, RATE);

const json = (body: unknown, status = 200): Canned => ({ status, body: JSON.stringify(body) });
const gemini = (bytes: Uint8Array): Canned =>
	json({
		id: "v1_x",
		status: "completed",
		steps: [{ type: "model_output", content: [{ type: "audio", mime_type: "audio/mp3", data: toBase64(bytes) }] }],
		usage: { total_input_tokens: 4, total_output_tokens: 75, total_tokens: 79 },
	});
const openai = (bytes: Uint8Array): Canned => ({
	headers: { "Content-Type": "text/event-stream" },
	body: [
		...[0, 4000, 8000].map((at) => ({
			type: "speech.audio.delta",
			audio: toBase64(bytes.subarray(at, at === 8000 ? undefined : at + 4000)),
		})),
		{ type: "speech.audio.done", usage: { input_tokens: 4, output_tokens: 60, total_tokens: 64 } },
	]
		.map((event) => `data: ${JSON.stringify(event)}\n\n`)
		.join(""),
});
const bytes = (sound: Uint8Array): Canned => ({ headers: { "Content-Type": "audio/mpeg" }, body: sound });

async function phoneFor(
	speaker: ProviderId,
	reply: Canned,
	more: { binary?: boolean; answer?: string; capDay?: string } = {},
) {
	const phone = createTestPhone(more.binary === true ? binaryFetch : vendorFetch);
	const asked = await endpointWith(chat(more.answer ?? "It is four."));
	const spoken = await endpointWith(reply);
	phone.choose("groq", { key: "gsk_abcdefghijkl", baseUrl: asked.url });
	await phone.finish(phone.ask("a1", "2+2?"));
	phone.choose(speaker, { key: TEST_KEY, baseUrl: spoken.url });
	phone.choose("groq", {});
	phone.stored.set(SETTING.consent, JSON.stringify({ groq: "2026-11-22", [speaker]: "2026-11-22" }));
	phone.stored.set(SETTING.speaker, speaker);
	if (more.capDay !== undefined) phone.stored.set(SETTING.capDay, more.capDay);
	const spent = () => [...decodeSpending(phone.stored.get(SETTING.spending)).values()].map(({ micros }) => micros);
	return { phone, spoken, spent };
}

const say = (phone: TestPhone, at = 0, n = 1, id = "a1") => phone.finish(phone.service.route(["s", id, n, at]));

/** As the watch does: piece by piece, over the wire's own form. */
async function fetchAll(phone: TestPhone): Promise<Uint8Array> {
	const sound: number[] = [];
	for (;;) {
		const reply = await say(phone, sound.length);
		const packed = packReply(reply);
		const piece = unpackSound(packed);
		if (piece === null) throw new Error(JSON.stringify(reply));
		expect(packed.length).toBeLessThanOrEqual(PART_BYTES);
		expect([piece.id, piece.at]).toEqual(["a1", sound.length]);
		sound.push(...piece.bytes);
		if (sound.length >= piece.total) return Uint8Array.from(sound);
	}
}

function bodyOf(endpoint: Endpoint): Record<string, unknown> {
	const body = parseJson(endpoint.taken()[0]?.body);
	return isFields(body) ? body : {};
}

describe("an answer as a sound", () => {
	it.each<[ProviderId, string, Canned, boolean]>([
		["gemini", "/v1/interactions", gemini(MP3), false],
		["openai", "/v1/audio/speech", openai(MP3), false],
		["openai-responses", "/v1/audio/speech", openai(MP3), false],
		["openrouter", "/v1/audio/speech", bytes(MP3), true],
		["custom", "/v1/audio/speech", bytes(MP3), true],
		["custom", "/v1/audio/speech", openai(MP3), false],
	])("of %s, from %s, is what the service sent, for one request", async (speaker, path, reply, binary) => {
		const { phone, spoken } = await phoneFor(speaker, reply, { binary });
		const heard = await fetchAll(phone);
		expect(heard).toEqual(MP3);
		const { peak } = peakCorrelation(SAID, playMp3(heard), RATE * 0.1);
		expect(peak).toBeGreaterThan(0.8);
		expect(spoken.taken().map((taken) => taken.path)).toEqual([path]);
		expect(JSON.stringify(bodyOf(spoken))).toContain("It is four.");
		expect(JSON.stringify(phone.logged)).not.toContain("four");
	});

	it("asks Gemini for a small MP3 inside the JSON, with the key in its header alone, and keeps nothing there", async () => {
		const { phone, spoken } = await phoneFor("gemini", gemini(MP3));
		await fetchAll(phone);
		expect(bodyOf(spoken)).toEqual({
			model: "gemini-3.8-flash-tts",
			input: [{ type: "user_input", content: [{ type: "text", text: "It is four." }] }],
			response_format: {
				type: "audio",
				mime_type: "audio/mp3",
				bit_rate: 24_000,
				sample_rate: 24_000,
				delivery: "inline",
			},
			generation_config: { speech_config: [{ voice: "Kore" }] },
			store: false,
		});
		expect(spoken.taken()[0]?.headers["x-goog-api-key"]).toBe(TEST_KEY);
		expect(spoken.taken()[0]?.headers.authorization).toBeUndefined();
	});

	it("is asked for without events where a server refuses them", async () => {
		const refusal = json({ error: { message: "Unknown parameter: 'stream_format'.", param: "stream_format" } }, 400);
		const { phone, spoken } = await phoneFor("custom", refusal, { binary: true });
		spoken.answer(refusal, bytes(MP3));
		expect(await fetchAll(phone)).toEqual(MP3);
		expect(spoken.hits()).toBe(2);
	});

	it("has no source line, and no more than the link takes in some seconds", async () => {
		const long = "One two three four. ".repeat(70);
		const { phone, spoken } = await phoneFor("gemini", gemini(MP3), { answer: `${long}\nSource: Reuters` });
		await fetchAll(phone);
		const said = JSON.stringify(bodyOf(spoken).input);
		expect(said).not.toContain("Reuters");
		expect(said.length).toBeLessThan(400);
	});
});

describe("what goes wrong", () => {
	it.each<[string, ProviderId, Canned, boolean, string]>([
		[
			"a wrong key",
			"gemini",
			json(
				{
					error: {
						code: 400,
						message: "API key not valid.",
						status: "INVALID_ARGUMENT",
						details: [{ reason: "API_KEY_INVALID" }],
					},
				},
				400,
			),
			false,
			"key-refused",
		],
		[
			"no credit",
			"openai",
			json({ error: { message: "x", type: "insufficient_quota", code: "insufficient_quota" } }, 429),
			false,
			"no-credit",
		],
		["a page in between", "gemini", { headers: { "Content-Type": "text/html" }, body: "<html>" }, false, "bad-answer"],
		[
			"a WAV in the place of an MP3",
			"gemini",
			gemini(new TextEncoder().encode("RIFF....WAVEfmt ")),
			false,
			"bad-answer",
		],
		["a phone that spoils bytes", "openrouter", bytes(MP3), false, "bad-answer"],
		["a lost connection", "gemini", "hang up", false, "no-network"],
		["a sound for minutes", "gemini", gemini(new Uint8Array(300_000).fill(0xff, 0, 2)), false, "bad-answer"],
	])("%s is told by its name", async (_what, speaker, reply, binary, code) => {
		const { phone } = await phoneFor(speaker, reply, { binary });
		expect(await say(phone)).toMatchObject({ kind: "fault", id: "a1", fault: { code } });
	});

	it("nobody is asked without a speaker, without an answer, or for a sound that would pass the limit", async () => {
		const { phone, spoken, spent } = await phoneFor("gemini", gemini(MP3), { capDay: "0.005" });
		const before = spent();
		expect(await say(phone)).toMatchObject({ fault: { code: "over-budget" } });
		expect(await say(phone, 0, 2, "unknown")).toMatchObject({ fault: { code: "expired" } });
		phone.stored.set(SETTING.speaker, "");
		expect(await say(phone, 0, 3)).toMatchObject({ fault: { code: "no-key" } });
		expect(spoken.hits()).toBe(0);
		expect(spent()).toEqual(before);
	});

	it("one tap is paid for once, though frames come twice and the service dies; another tap may", async () => {
		const { phone, spoken } = await phoneFor("gemini", gemini(MP3));
		const [one, other] = await Promise.all([say(phone), say(phone)]);
		expect(one).toEqual(other);
		phone.restart();
		expect(await say(phone, 3400)).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(await say(phone)).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(spoken.hits()).toBe(1);
		expect(await say(phone, 0, 2)).toMatchObject({ kind: "sound", total: MP3.length });
		expect(spoken.hits()).toBe(2);
	});

	it("a key never leaves for another host, and none goes to the watch in a sound", async () => {
		const { phone, spoken } = await phoneFor("gemini", gemini(MP3));
		await say(phone);
		const other = await endpointWith(gemini(MP3));
		phone.stored.set(SETTING.baseUrl("gemini"), other.url);
		expect(await say(phone, 0, 2)).toMatchObject({ kind: "fault", fault: { code: "no-key" } });
		expect([spoken.hits(), other.hits()]).toEqual([1, 0]);
		const tagged = new Uint8Array([...new TextEncoder().encode(`ID3${TEST_KEY}`), ...MP3]);
		const leaky = await phoneFor("openrouter", bytes(tagged), { binary: true });
		expect(await say(leaky.phone)).toMatchObject({ kind: "fault" });
	});
});

it("the money is on the books and in the receipt of the question", async () => {
	const { phone, spent } = await phoneFor("gemini", gemini(MP3));
	const [before = 0] = spent();
	await say(phone);
	expect(spent()).toEqual([before + 4 * 1 + 75 * 18]);
	expect(ledgerRows(phone)[0]?.receipt).toMatchObject({ provider: "groq", requests: 2, completionTokens: 80 });
	const raw = await phoneFor("openrouter", bytes(MP3), { binary: true });
	const [first = 0] = raw.spent();
	await say(raw.phone);
	// It counts nothing: the most stays on the books.
	expect((raw.spent()[0] ?? 0) - first).toBeGreaterThanOrEqual(10 * 32 * 12);
});

it("so much is spoken as fits, to a whole sentence, whatever the script", () => {
	expect(spokenPart("Short.", 20)).toBe("Short.");
	expect(spokenPart("One two. ".repeat(60), 20).length).toBeLessThanOrEqual(300);
	expect(spokenPart("今天很好。".repeat(60), 20).length).toBeLessThanOrEqual(125);
	expect(spokenPart("今天很好。".repeat(60), 20).endsWith("。")).toBe(true);
	expect([isMp3(MP3), isMp3(new Uint8Array()), isMp3(new TextEncoder().encode("<html>"))]).toEqual([
		true,
		false,
		false,
	]);
});
