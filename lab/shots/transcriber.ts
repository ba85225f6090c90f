/**
 * A provider on loopback that understands every recording as the same question. Owns its server. Rule: it answers nothing
 * but that, so that a picture of what was understood needs no model.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { MICROPHONE_RATE, toWav } from "../../simulator/index.ts";

const PROVIDER: ProviderId = "groq";
/** Nobody listens there: for pictures of what is said and not yet sent. */
const NOWHERE = "http://127.0.0.1:9/v1";

export type TranscriberServer = { url: string; close(): void };

export async function openTranscriber(heard: string): Promise<TranscriberServer> {
	const server = createServer((request, response) => {
		request.resume();
		request.once("end", () => {
			response.writeHead(200, { "Content-Type": "application/json" });
			response.end(JSON.stringify({ text: heard }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

/** The settings with which a spoken question goes to `url`, and is shown before it is asked. */
export function transcriberSettings(url: string = NOWHERE): Record<string, string> {
	return {
		[SETTING.provider]: PROVIDER,
		[SETTING.baseUrl(PROVIDER)]: url,
		[SETTING.key(PROVIDER)]: "sk-picture-0000",
		[SETTING.consent]: JSON.stringify({ [PROVIDER]: "2026-02-08" }),
		[SETTING.confirm]: "yes",
	};
}

const VOICE_SECONDS = 4;
const PITCH_HZ = 130;
const OVERTONES = 12;
const SYLLABLES_A_SECOND = 4;

/** A WAV file of what an encoder takes for a voice: a recording of silence goes nowhere. */
export function voice(): Uint8Array {
	const samples = Float32Array.from({ length: VOICE_SECONDS * MICROPHONE_RATE }, (_, at) => {
		const turns = (2 * Math.PI * at) / MICROPHONE_RATE;
		let sound = 0;
		for (let tone = 1; tone <= OVERTONES; tone++) sound += Math.sin(turns * PITCH_HZ * tone) / tone;
		return (sound / 6) * Math.max(0, Math.sin(turns * SYLLABLES_A_SECOND));
	});
	return toWav(samples, MICROPHONE_RATE);
}
