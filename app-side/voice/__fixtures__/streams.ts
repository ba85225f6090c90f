/** Recorder files made from packets, and packets taken out of Ogg files by a reader that knows nothing of our writer. */

export type OggPage = { flags: number; granule: bigint; serial: number; sequence: number; segments: number };

/** A recorder's file. `finalRange` stands where the encoder's state would, which every reader may ignore. */
export function frameFile(packets: readonly Uint8Array[], finalRange = 0xdeadbeef): Uint8Array {
	const framed = packets.map((packet) => {
		const header = Buffer.alloc(8);
		header.writeUInt32BE(packet.length, 0);
		header.writeUInt32BE(finalRange, 4);
		return Buffer.concat([header, packet]);
	});
	return Uint8Array.from(Buffer.concat(framed));
}

/** Every page and every packet of one Ogg stream; it throws where the bytes are not pages end to end. */
export function readOgg(bytes: Uint8Array): { pages: OggPage[]; packets: Buffer[] } {
	const file = Buffer.from(bytes);
	const pages: OggPage[] = [];
	const packets: Buffer[] = [];
	let open: Buffer[] = [];
	let at = 0;
	while (at < file.length) {
		if (file.toString("latin1", at, at + 4) !== "OggS") throw new Error(`no page at byte ${at}`);
		const segments = file.readUInt8(at + 26);
		pages.push({
			flags: file.readUInt8(at + 5),
			granule: file.readBigInt64LE(at + 6),
			serial: file.readUInt32LE(at + 14),
			sequence: file.readUInt32LE(at + 18),
			segments,
		});
		const lacing = file.subarray(at + 27, at + 27 + segments);
		at += 27 + segments;
		for (const size of lacing) {
			open.push(file.subarray(at, at + size));
			at += size;
			if (size === 255) continue;
			packets.push(Buffer.concat(open));
			open = [];
		}
	}
	return { pages, packets };
}

/** The sound's packets, without the two of the header. */
export function audioPackets(ogg: Uint8Array): Buffer[] {
	return readOgg(ogg).packets.slice(2);
}
