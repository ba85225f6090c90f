/** Sound as a WAV file: PCM, 16 bits, one channel. Pure. */
const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
const PCM = 1;
const FULL_SCALE = 32_767;

/** `samples` between -1 and 1; what is beyond is cut off. */
export function toWav(samples: Float32Array, samplesPerSecond: number): Uint8Array<ArrayBuffer> {
	const file = new Uint8Array(HEADER_BYTES + samples.length * SAMPLE_BYTES);
	const view = new DataView(file.buffer);
	const write = (at: number, name: string) => file.set(new TextEncoder().encode(name), at);
	write(0, "RIFF");
	view.setUint32(4, file.length - 8, true);
	write(8, "WAVEfmt ");
	view.setUint32(16, 16, true);
	view.setUint16(20, PCM, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, samplesPerSecond, true);
	view.setUint32(28, samplesPerSecond * SAMPLE_BYTES, true);
	view.setUint16(32, SAMPLE_BYTES, true);
	view.setUint16(34, SAMPLE_BYTES * 8, true);
	write(36, "data");
	view.setUint32(40, samples.length * SAMPLE_BYTES, true);
	samples.forEach((sample, at) => {
		const level = Math.round(Math.max(-1, Math.min(1, sample)) * FULL_SCALE);
		view.setInt16(HEADER_BYTES + at * SAMPLE_BYTES, level, true);
	});
	return file;
}
