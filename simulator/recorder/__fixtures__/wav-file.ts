/** WAV files of every form that the recorder reads, and of some that it does not. */

export type WavForm = {
	samplesPerSecond: number;
	bits: number;
	channels: number;
	/** 1 is PCM. */
	format?: number;
	/** The format in a GUID, as programs write it for 24 bits and more. */
	extensible?: boolean;
	/** Chunks before the sound, as editors leave them: an odd length, to be padded. */
	otherChunks?: boolean;
};

/** `samples` between -1 and 1, the same in every channel. */
export function wavFile(samples: ArrayLike<number>, form: WavForm): Uint8Array {
	const width = form.bits / 8;
	const data = Buffer.alloc(samples.length * form.channels * width);
	for (let index = 0; index < samples.length; index++) {
		for (let channel = 0; channel < form.channels; channel++) {
			writeSample(data, (index * form.channels + channel) * width, samples[index] ?? 0, form.bits);
		}
	}
	const other = form.otherChunks === true ? chunk("LIST", Buffer.from("odd")) : Buffer.alloc(0);
	const body = Buffer.concat([Buffer.from("WAVE"), chunk("fmt ", formatOf(form)), other, chunk("data", data)]);
	return Uint8Array.from(chunk("RIFF", body));
}

function chunk(name: string, body: Buffer): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32LE(body.length, 0);
	return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length % 2)]);
}

function formatOf({ samplesPerSecond, bits, channels, format = 1, extensible = false }: WavForm): Buffer {
	const body = Buffer.alloc(extensible ? 40 : 16);
	body.writeUInt16LE(extensible ? 0xfffe : format, 0);
	body.writeUInt16LE(channels, 2);
	body.writeUInt32LE(samplesPerSecond, 4);
	body.writeUInt32LE((samplesPerSecond * channels * bits) / 8, 8);
	body.writeUInt16LE((channels * bits) / 8, 12);
	body.writeUInt16LE(bits, 14);
	if (extensible) body.writeUInt16LE(format, 24);
	return body;
}

function writeSample(data: Buffer, at: number, sample: number, bits: number): void {
	const full = 2 ** (bits - 1);
	const value = Math.max(-full, Math.min(full - 1, Math.round(sample * full)));
	if (bits === 8) data.writeUInt8(value + 128, at);
	else data.writeIntLE(value, at, bits / 8);
}
