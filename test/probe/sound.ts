/** Five seconds of a sound that an encoder cannot take for silence: a tone that rises, falls and stops, 16 kHz. */
import { wavFile } from "../../simulator/testing.ts";

const RATE = 16_000;
const SECONDS = 5;
const FORM = { samplesPerSecond: RATE, bits: 16, channels: 1 };

export function countingAloud(): Uint8Array {
	let phase = 0;
	const samples = Array.from({ length: RATE * SECONDS }, (_, at) => {
		phase += (2 * Math.PI * (300 + 200 * Math.sin(at / 3_000))) / RATE;
		return 0.4 * Math.sin(phase) * Math.abs(Math.sin(at / 4_000));
	});
	return wavFile(samples, FORM);
}

export function silence(): Uint8Array {
	return wavFile(new Array<number>(RATE * SECONDS).fill(0), FORM);
}
