/** A spoken question from the sound to the answer: recorder, pieces over a link that loses some, Side Service, provider. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { peakCorrelation } from "../app-side/voice/__fixtures__/correlation.ts";
import { speak } from "../app-side/voice/__fixtures__/speech.ts";
import { complaints, play } from "../app-side/voice/__fixtures__/tools.ts";
import { type ProviderId, SETTING } from "../core/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { type Bench, createAsker } from "./asking.ts";
import { findDevice } from "./devices.ts";
import { parseLink } from "./link/link.ts";
import { DEFAULT_PHONE, parsePhone } from "./phone/profile.ts";
import { wavFile } from "./recorder/__fixtures__/wav-file.ts";
import { openState } from "./state.ts";

const RUN_MS = 400_000;
const RATE = 16_000;
const SECONDS = 3;
/** 20 ms. */
const MOST_SHIFT = RATE / 50;
const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);
const SAID = "Why is the sky blue?";
const ANSWER = "Air scatters blue.";

const speech = speak(SECONDS, RATE);
const WAV = wavFile(
	Array.from(speech, (sample) => sample / 32_768),
	{ samplesPerSecond: RATE, bits: 16, channels: 1 },
);

const open: (() => void)[] = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

type Caught = { path: string; body: Buffer };

/** Answers transcriptions with `heard` and all else as the provider would; keeps every byte that it got. */
async function capture(heard: string): Promise<{ url: string; caught: Caught[] }> {
	const caught: Caught[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const path = request.url ?? "";
			caught.push({ path, body: Buffer.concat(chunks) });
			response.writeHead(200, { "Content-Type": "application/json" });
			response.end(JSON.stringify(path.includes("transcriptions") ? { text: heard } : answerTo(path, heard)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	open.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, caught };
}

function answerTo(path: string, heard: string): object {
	if (!path.includes("generateContent")) {
		return { choices: [{ message: { role: "assistant", content: ANSWER }, finish_reason: "stop" }] };
	}
	const text = heard === "" ? "~~\n" : `~~ ${heard}\n${ANSWER}`;
	return { candidates: [{ content: { parts: [{ text }] }, finishReason: "STOP" }] };
}

/** The Ogg file in a request, by whichever form it went. */
function oggIn({ body }: Caught): Uint8Array {
	const start = body.indexOf("OggS");
	if (start >= 0) return body.subarray(start, body.lastIndexOf("\r\n--"));
	const base64 = /T2dnU[A-Za-z0-9+/_=-]+/.exec(body.toString("latin1"))?.[0];
	if (base64 === undefined) throw new Error("no Ogg file was sent");
	return Buffer.from(base64, "base64");
}

async function ask(provider: ProviderId, heard: string, given: Partial<Bench> & { device?: Bench["device"] } = {}) {
	const { url, caught } = await capture(heard);
	const device = given.device ?? findDevice("balance");
	if (device === undefined) throw new Error("no such watch");
	const bench = {
		state: openState(null),
		now: NOW_MS,
		phone: DEFAULT_PHONE,
		link: parseLink(""),
		rate: 0.1,
		audio: WAV,
	};
	const asker = await createAsker(
		{ ...bench, ...given, device },
		{
			[SETTING.provider]: provider,
			[SETTING.baseUrl(provider)]: url,
			[SETTING.key(provider)]: "sk-test-0000-1111-2222",
			[SETTING.consent]: JSON.stringify({ [provider]: "2026-11-22" }),
		},
	);
	open.push(asker.close);
	return { result: await asker.ask("", "face", "recorder"), caught, asker };
}

describe("a spoken question", () => {
	test.each<[ProviderId, string]>([
		["gemini", ""],
		["openrouter", ""],
		["groq", ""],
		["openai", "binary"],
	])(
		"reaches %s as a sound that its tools take and that is what was said",
		async (provider, phone) => {
			const { result, caught, asker } = await ask(provider, SAID, {
				phone: parsePhone(phone),
				link: parseLink("loss=0.1,dup=0.05,reorder=0.05,seed=7"),
			});
			expect(result).toMatchObject({ ok: true, question: SAID, reply: ANSWER });
			expect(result.pages.flat().join(" ")).toBe(ANSWER);
			const first = caught[0];
			if (first === undefined) throw new Error("nothing was sent");
			const ogg = oggIn(first);
			expect(complaints(ogg)).toEqual([]);
			expect(peakCorrelation(speech, play(ogg), MOST_SHIFT).peak).toBeGreaterThan(0.9);
			expect(asker.desktop.watch.crashes()).toEqual([]);
		},
		RUN_MS,
	);

	test(
		"can be put on a watch with a keyboard, whose dictation is not there",
		async () => {
			const device = findDevice("balance2");
			const { result } = await ask("gemini", SAID, device === undefined ? {} : { device });
			expect(result).toMatchObject({ ok: true, question: SAID, reply: ANSWER });
		},
		RUN_MS,
	);

	test(
		"in which nobody heard anything says so, and what helps",
		async () => {
			const { result, asker } = await ask("groq", "");
			expect(result).toMatchObject({ ok: false, fault: "unclear-speech", question: "" });
			expect(result.pages[0]).toContain(words["fault.unclear-speech"]);
			expect(asker.desktop.watch.crashes()).toEqual([]);
		},
		RUN_MS,
	);
});
