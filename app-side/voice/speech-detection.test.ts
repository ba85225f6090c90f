/** Real sound through the reference encoder: what is told from silence, and by how much. */
import { Application, createEncoder, type EncoderOptions, Signal } from "libopus-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { sayAloud } from "../../simulator/testing.ts";
import { framesOf } from "./opus-packet.ts";
import { mayBeSpeech as isSpeech, mayBeVoiced, readSilk, signsOf } from "./speech-detection.ts";

const RATE = 16_000;
const SLOW_MS = 120_000;

const AS_MUSIC = "as music";
/** As the simulator's recorder encodes (INF: no watch's own settings are known), and other ways in which one may. */
const ENCODINGS: Readonly<Record<string, EncoderOptions & { ms: number }>> = {
	"as the simulated recorder does": { ms: 20 },
	"at a constant rate": { ms: 20, vbr: false, bitrate: 16_000 },
	"at 12 kbit/s": { ms: 20, bitrate: 12_000 },
	"with discontinuous transmission": { ms: 20, dtx: true },
	"in packets of 10 ms": { ms: 10 },
	"in packets of 60 ms": { ms: 60 },
	[AS_MUSIC]: { ms: 20, application: Application.Audio, signal: Signal.Music, bitrate: 24_000 },
};
const USUAL = { ms: 20 };

async function encode(sound: Float32Array, { ms, ...options }: EncoderOptions & { ms: number }): Promise<Uint8Array[]> {
	const frameSize = (RATE / 1000) * ms;
	const encoder = await createEncoder({
		sampleRate: RATE,
		channels: 1,
		application: Application.Voip,
		signal: Signal.Voice,
		bitrate: 18_000,
		frameSize,
		...options,
	});
	const packets: Uint8Array[] = [];
	for (let at = 0; at < sound.length; at += frameSize) {
		const pcm = new Int16Array(frameSize);
		sound.subarray(at, at + frameSize).forEach((sample, index) => {
			pcm[index] = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
		});
		packets.push(encoder.encode(pcm));
	}
	encoder.free();
	return packets;
}

const mayBeSpeech = (packets: readonly Uint8Array[]) => isSpeech(signsOf(packets));
const fromDb = (db: number) => 10 ** (db / 20);
const seconds = (count: number, make: (at: number) => number) =>
	Float32Array.from({ length: count * RATE }, (_, at) => make(at));

/** Between -1 and 1, from a seed (a linear congruential generator, modulus 2 to the 32nd). */
function makeRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 31 - 1;
	};
}

/** White noise, or what is left of it below some frequency, of a root mean square of 1. */
function noise(count: number, smoothing: number): Float32Array {
	const random = makeRandom(20_261_127);
	let last = 0;
	const raw = seconds(count, () => {
		last = smoothing * last + (1 - smoothing) * random();
		return last;
	});
	const level = Math.sqrt(raw.reduce((sum, one) => sum + one * one, 0) / raw.length);
	return raw.map((one) => one / level);
}

/** `sound` at a peak of `peakDb`, half a second after the start of 2.5 s or more of `around`. */
function spoken(sound: Float32Array, peakDb: number, around: (at: number) => number = () => 0): Float32Array {
	const mixed = new Float32Array(Math.max(2.5 * RATE, sound.length + RATE));
	return mixed.map((_, at) => (sound[at - RATE / 2] ?? 0) * fromDb(peakDb) + around(at));
}

/** Questions and single words, in our languages as far as the program speaks them; a child, and whispers. */
const SAID: readonly [voice: string, text: string][] = [
	["en-us", "Why is the sky blue?"],
	["en-us", "yes"],
	["en-us", "no"],
	["en-us+whisper", "Why is the sky blue?"],
	["en-us+whisper", "yes"],
	["en-us+whisperf", "What is the weather tomorrow?"],
	["en-us+f4", "How tall is the Eiffel tower?"],
	["en-us+croak", "Tell me a joke"],
	["de", "Warum ist der Himmel blau?"],
	["de+f2", "ja"],
	["fr-fr", "oui"],
	["es", "¿Por qué el cielo es azul?"],
	["it", "Perché il cielo è blu?"],
	["pt-br", "Por que o céu é azul?"],
	["ru", "Почему небо голубое?"],
	["ru+f3", "да"],
	["pl", "Dlaczego niebo jest niebieskie?"],
	["tr", "Gökyüzü neden mavi?"],
	["ar", "لماذا السماء زرقاء"],
	["hi", "आसमान नीला क्यों है"],
	["ja", "はい"],
	["ko", "네"],
	["cmn", "是"],
];

const NOTHING: readonly [name: string, sound: Float32Array][] = [
	["digital silence", seconds(2, () => 0)],
	["a converter's offset", seconds(2, () => 0.01)],
	["the last bit", seconds(2, (at) => ((at * 7919) % 3) / 32_768)],
	["white noise at -70 dBFS", noise(4, 0).map((one) => one * fromDb(-70))],
	["white noise at -62 dBFS", noise(4, 0).map((one) => one * fromDb(-62))],
	["a room's noise at -60 dBFS", noise(4, 0.9).map((one) => one * fromDb(-60))],
	["a rumble at -50 dBFS", noise(4, 0.995).map((one) => one * fromDb(-50))],
	["a mains hum at -40 dBFS", seconds(4, (at) => fromDb(-37) * Math.sin((2 * Math.PI * 50 * at) / RATE))],
];

let voices: { name: string; sound: Float32Array }[] = [];
beforeAll(() => {
	voices = SAID.map(([voice, text]) => ({ name: `${voice}: ${text}`, sound: sayAloud(voice, text) }));
}, SLOW_MS);

describe("speech", () => {
	it(
		"is never taken for silence, loud or so quiet that its peak is -43 dBFS, and twice as much is found as is wanted",
		async () => {
			for (const { name, sound } of voices) {
				for (const peakDb of [-3, -43]) {
					const { activeMs } = signsOf(await encode(spoken(sound, peakDb), USUAL));
					expect(activeMs, `${name} at ${peakDb} dB`).toBeGreaterThanOrEqual(120);
				}
			}
		},
		SLOW_MS,
	);

	it.each(Object.entries(ENCODINGS))(
		"is not where it is encoded %s",
		async (_, encoding) => {
			for (const { name, sound } of voices.filter(({ sound }) => sound.length < RATE)) {
				expect(mayBeSpeech(await encode(spoken(sound, -43), encoding)), name).toBe(true);
			}
		},
		SLOW_MS,
	);

	it.each([
		["white noise", 0],
		["a room's noise", 0.9],
	])(
		"is not lost in %s that is as loud as it",
		async (_, smoothing) => {
			const around = noise(4, smoothing);
			for (const { name, sound } of voices.filter(({ sound }) => sound.length < RATE)) {
				const level = Math.sqrt(sound.reduce((sum, one) => sum + one * one, 0) / sound.length);
				for (const db of [-60, -40]) {
					const mixed = spoken(sound, db - 20 * Math.log10(level), (at) => (around[at] ?? 0) * fromDb(db));
					expect(mayBeSpeech(await encode(mixed, USUAL)), `${name} at ${db} dB`).toBe(true);
				}
			}
		},
		SLOW_MS,
	);
});

describe("nothing that anybody said", () => {
	it.each(NOTHING)("is found in %s, however it is encoded", async (_, sound) => {
		for (const [name, encoding] of Object.entries(ENCODINGS)) {
			if (name === AS_MUSIC) continue;
			expect(mayBeSpeech(await encode(sound, encoding)), name).toBe(false);
		}
	});

	it("is found in digital silence that is encoded as music; of other noise CELT does not tell, so that it is heard", async () => {
		const { [AS_MUSIC]: encoding = USUAL } = ENCODINGS;
		expect(
			mayBeSpeech(
				await encode(
					seconds(2, () => 0),
					encoding,
				),
			),
		).toBe(false);
	});
});

describe("a voice", () => {
	it("is found in what is said aloud, and not in whispers and noise", async () => {
		for (const { name, sound } of voices) {
			expect(mayBeVoiced(signsOf(await encode(spoken(sound, -13), USUAL))), name).toBe(!name.includes("whisper"));
		}
		for (const db of [-60, -40, -20]) {
			expect(
				mayBeVoiced(
					signsOf(
						await encode(
							noise(4, 0.9).map((one) => one * fromDb(db)),
							USUAL,
						),
					),
				),
			).toBe(false);
		}
	});
});

describe("a loud sound", () => {
	it("is for the listener to judge, even where it is steady noise", async () => {
		for (const db of [-40, -20]) {
			expect(
				mayBeSpeech(
					await encode(
						noise(4, 0).map((one) => one * fromDb(db)),
						USUAL,
					),
				),
				`${db} dB`,
			).toBe(true);
		}
	});

	it("is as many steps of 1.37 dB louder as it is louder (RFC 6716 section 4.2.7.4)", async () => {
		const steps: number[] = [];
		for (const db of [-50, -40, -20]) {
			const packets = await encode(
				noise(2, 0).map((one) => one * fromDb(db)),
				USUAL,
			);
			const [frame = new Uint8Array()] = framesOf(packets[80] ?? new Uint8Array());
			steps.push(readSilk(frame, 1, false).loudness ?? 0);
		}
		const [first = 0, second = 0, third = 0] = steps.map((step) => step * 1.37);
		expect(Math.abs(second - first - 10)).toBeLessThan(3);
		expect(Math.abs(third - second - 20)).toBeLessThan(3);
	});
});

it("never throws, whatever a packet holds", () => {
	const random = makeRandom(7);
	for (let round = 0; round < 3000; round++) {
		const packet = Uint8Array.from({ length: Math.floor(40 * Math.abs(random())) }, () =>
			Math.floor(256 * Math.abs(random())),
		);
		expect(signsOf([packet]).activeMs).toBeLessThanOrEqual(120);
	}
});
