/**
 * WAV files to one channel of sound. Owns the RIFF chunks and the sample formats; never the rate. Rule: any bytes give a
 * sound or the reason why not; a file cut short gives what is there.
 */

/** What was read, or why it cannot be. */
export type Decoded<T> = { ok: true; value: T } | { ok: false; why: string };

/** Samples between -1 and 1, several channels already averaged to one. */
export type Sound = { samplesPerSecond: number; samples: Float32Array };

type Format = { samplesPerSecond: number; channels: number; bits: number };
type Chunk = { name: string; start: number; end: number };

const PCM = 1;
/** The format is then in the first two bytes of a GUID further on. */
const EXTENSIBLE = 0xfffe;
const EXTENSIBLE_FORMAT_AT = 24;
const CHUNK_HEADER_BYTES = 8;

/** PCM of 8, 16, 24 or 32 bits, mono or stereo, at any rate from 1 to 384 kHz. */
export function readWav(bytes: Uint8Array): Decoded<Sound> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	if (bytes.length < 12 || nameAt(view, 0) !== "RIFF" || nameAt(view, 8) !== "WAVE") {
		return { ok: false, why: "not a WAV file: it does not begin with RIFF and WAVE" };
	}
	let format: Decoded<Format> = { ok: false, why: "a WAV file without a format before its sound" };
	for (const chunk of chunksOf(view)) {
		if (chunk.name === "fmt ") format = readFormat(view, chunk);
		if (chunk.name === "data") return format.ok ? { ok: true, value: readSamples(view, chunk, format.value) } : format;
	}
	return format.ok ? { ok: false, why: "a WAV file without sound" } : format;
}

/** Ms of sound in a WAV file, 0 for what is none. */
export function lengthOfWav(wav: Uint8Array): number {
	const sound = readWav(wav);
	return sound.ok ? (sound.value.samples.length * 1000) / sound.value.samplesPerSecond : 0;
}

function nameAt(view: DataView, at: number): string {
	return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** A length beyond the end is what a program writes that streamed the file: the chunk then ends with the file. */
function* chunksOf(view: DataView): Generator<Chunk> {
	let at = 12;
	while (at + CHUNK_HEADER_BYTES <= view.byteLength) {
		const start = at + CHUNK_HEADER_BYTES;
		const size = view.getUint32(at + 4, true);
		yield { name: nameAt(view, at), start, end: Math.min(start + size, view.byteLength) };
		at = start + size + (size % 2);
	}
}

function readFormat(view: DataView, { start, end }: Chunk): Decoded<Format> {
	if (end - start < 16) return { ok: false, why: "a WAV file whose format is cut" };
	let code = view.getUint16(start, true);
	if (code === EXTENSIBLE && end - start >= EXTENSIBLE_FORMAT_AT + 2) {
		code = view.getUint16(start + EXTENSIBLE_FORMAT_AT, true);
	}
	const channels = view.getUint16(start + 2, true);
	const samplesPerSecond = view.getUint32(start + 4, true);
	const bits = view.getUint16(start + 14, true);
	if (code !== PCM) return { ok: false, why: `a WAV file of format ${code}; only PCM (${PCM}) is read` };
	if (![8, 16, 24, 32].includes(bits))
		return { ok: false, why: `a WAV file of ${bits} bits; 8, 16, 24 or 32 are read` };
	if (channels !== 1 && channels !== 2) {
		return { ok: false, why: `a WAV file of ${channels} channels; mono and stereo are read` };
	}
	if (samplesPerSecond < 1000 || samplesPerSecond > 384_000) {
		return { ok: false, why: `a WAV file of ${samplesPerSecond} samples a second; 1000 to 384000 are read` };
	}
	return { ok: true, value: { samplesPerSecond, channels, bits } };
}

function readSamples(view: DataView, { start, end }: Chunk, { samplesPerSecond, channels, bits }: Format): Sound {
	const width = bits / 8;
	const samples = new Float32Array(Math.floor((end - start) / (width * channels)));
	let at = start;
	for (let index = 0; index < samples.length; index++) {
		let sum = 0;
		for (let channel = 0; channel < channels; channel++, at += width) sum += sampleAt(view, at, bits);
		samples[index] = sum / channels;
	}
	return { samplesPerSecond, samples };
}

/** Eight bits are unsigned, all others signed. */
function sampleAt(view: DataView, at: number, bits: number): number {
	switch (bits) {
		case 8:
			return (view.getUint8(at) - 128) / 2 ** 7;
		case 16:
			return view.getInt16(at, true) / 2 ** 15;
		case 24:
			return (view.getUint16(at, true) + view.getInt8(at + 2) * 2 ** 16) / 2 ** 23;
		default:
			return view.getInt32(at, true) / 2 ** 31;
	}
}
