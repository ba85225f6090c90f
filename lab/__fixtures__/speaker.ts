/**
 * For tests of spoken questions: a watch with a recorder, a phone, and a server that writes down and answers. Owns nothing
 * of the product.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { DEFAULT_PHONE, findDevice, openState, parseLink } from "../../simulator/index.ts";
import { speak, wavFile } from "../../simulator/testing.ts";
import { type Asker, type Bench, createAsker } from "../asking.ts";

export const RATE = 16_000;
export const SECONDS = 3;
export const SAID = "Why is the sky blue?";
export const ANSWER = "Air scatters blue.";
const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);

export const speech = speak(SECONDS, RATE);
const WAV = toWav(Array.from(speech, (sample) => sample / 32_768));

/** Samples between -1 and 1. */
export function toWav(samples: ArrayLike<number>): Uint8Array {
	return wavFile(samples, { samplesPerSecond: RATE, bits: 16, channels: 1 });
}

const open: (() => void)[] = [];

export function closeAll(): void {
	for (const close of open.splice(0)) close();
}

export type Caught = { path: string; body: Buffer };

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
export function oggIn({ body }: Caught): Uint8Array {
	const start = body.indexOf("OggS");
	if (start >= 0) return body.subarray(start, body.lastIndexOf("\r\n--"));
	const base64 = /T2dnU[A-Za-z0-9+/_=-]+/.exec(body.toString("latin1"))?.[0];
	if (base64 === undefined) throw new Error("no Ogg file was sent");
	return Buffer.from(base64, "base64");
}

export type Spoken = Partial<Bench> & { settings?: Record<string, string> };

/** A watch whose recordings go to `provider`, at whose address a server hears `heard` in all of them. */
export async function createSpeaker(
	provider: ProviderId,
	heard: string,
	{ settings = {}, ...given }: Spoken = {},
): Promise<{ asker: Asker; caught: Caught[] }> {
	const { url, caught } = await capture(heard);
	const device = findDevice("balance");
	if (device === undefined) throw new Error("no such watch");
	const bench: Bench = {
		device,
		state: openState(null),
		now: NOW_MS,
		phone: DEFAULT_PHONE,
		link: parseLink(""),
		rate: 0.1,
		audio: WAV,
		...given,
	};
	const asker = await createAsker(bench, {
		[SETTING.provider]: provider,
		[SETTING.baseUrl(provider)]: url,
		[SETTING.key(provider)]: "sk-test-0000-1111-2222",
		[SETTING.consent]: JSON.stringify({ [provider]: "2026-11-22" }),
		...settings,
	});
	open.push(asker.close);
	return { asker, caught };
}
