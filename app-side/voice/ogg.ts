/**
 * Opus packets to an Ogg file, after RFC 3533 (pages) and RFC 7845 (Opus in Ogg). Owns pages, granule
 * positions and checksums; never the packets' content. Rule: a packet never spans pages, and a page holds at
 * most a second, so that every page can be decoded by itself. Runs in a Side Service: no Node, no
 * TextEncoder.
 */
import { OPUS_SAMPLES_PER_SECOND, PRE_SKIP_SAMPLES, packetSamples } from "./opus-packet.ts";

type Page = {
	packets: Uint8Array[];
	segments: number;
	/** Samples at 48 kHz up to this page's end, those that the decoder drops at the start included. */
	granule: number;
	bytes: number;
};

const PAGE_HEADER_BYTES = 27;
const CHECKSUM_AT = 22;
const MAX_SEGMENTS = 255;
const MAX_PAGE_SAMPLES = OPUS_SAMPLES_PER_SECOND;
const FIRST_PAGE = 2;
const LAST_PAGE = 4;

/** The rate of the watch's microphone, told for information. */
const INPUT_RATE = 16_000;
const VENDOR = "AskFace";
const CRC_TABLE = makeCrcTable();

/**
 * One mono Ogg Opus stream of what `readFrames` gave. `serial` is its 32-bit number; any will do. Malformed
 * packets are left out, since decoders refuse whatever stands behind one. No decoder opens a stream of less
 * than 6.5 ms of sound.
 */
export function toOgg(packets: readonly Uint8Array[], serial: number): Uint8Array {
	const audio = paginate(packets);
	const pages = [headerPage(opusHead()), headerPage(opusTags()), ...audio];
	const ogg = new Uint8Array(pages.reduce((sum, page) => sum + page.bytes, 0));
	const view = new DataView(ogg.buffer);
	let at = 0;
	pages.forEach((page, index) => {
		const flags = (index === 0 ? FIRST_PAGE : 0) | (index === pages.length - 1 ? LAST_PAGE : 0);
		writePage(ogg, view, at, page, flags, serial, index);
		at += page.bytes;
	});
	return ogg;
}

function paginate(packets: readonly Uint8Array[]): Page[] {
	const pages: Page[] = [];
	let page: Page | null = null;
	let pageStart = 0;
	let granule = 0;
	for (const packet of packets) {
		const samples = packetSamples(packet);
		if (samples === 0) continue;
		const segments = segmentsOf(packet);
		const full: boolean =
			page !== null && (page.segments + segments > MAX_SEGMENTS || granule + samples - pageStart > MAX_PAGE_SAMPLES);
		if (page === null || full) {
			pageStart = granule;
			page = { packets: [], segments: 0, granule, bytes: PAGE_HEADER_BYTES };
			pages.push(page);
		}
		granule += samples;
		page.packets.push(packet);
		page.segments += segments;
		page.granule = granule;
		page.bytes += segments + packet.length;
	}
	return pages;
}

/** A packet's lacing: one value for each 255 bytes, and one below 255, be it 0, that ends it. */
function segmentsOf(packet: Uint8Array): number {
	return Math.floor(packet.length / 255) + 1;
}

function headerPage(packet: Uint8Array): Page {
	const segments = segmentsOf(packet);
	return { packets: [packet], segments, granule: 0, bytes: PAGE_HEADER_BYTES + segments + packet.length };
}

function opusHead(): Uint8Array {
	const head = new Uint8Array(19);
	const view = new DataView(head.buffer);
	writeAscii(head, 0, "OpusHead");
	head[8] = 1;
	head[9] = 1;
	view.setUint16(10, PRE_SKIP_SAMPLES, true);
	view.setUint32(12, INPUT_RATE, true);
	return head;
}

function opusTags(): Uint8Array {
	const tags = new Uint8Array(16 + VENDOR.length);
	writeAscii(tags, 0, "OpusTags");
	new DataView(tags.buffer).setUint32(8, VENDOR.length, true);
	writeAscii(tags, 12, VENDOR);
	return tags;
}

function writePage(
	ogg: Uint8Array,
	view: DataView,
	start: number,
	page: Page,
	flags: number,
	serial: number,
	sequence: number,
): void {
	writeAscii(ogg, start, "OggS");
	ogg[start + 5] = flags;
	view.setUint32(start + 6, page.granule >>> 0, true);
	view.setUint32(start + 10, Math.floor(page.granule / 2 ** 32), true);
	view.setUint32(start + 14, serial >>> 0, true);
	view.setUint32(start + 18, sequence, true);
	ogg[start + 26] = page.segments;
	let lacing = start + PAGE_HEADER_BYTES;
	let body = lacing + page.segments;
	for (const packet of page.packets) {
		const end = lacing + segmentsOf(packet) - 1;
		ogg.fill(255, lacing, end);
		ogg[end] = packet.length % 255;
		lacing = end + 1;
		ogg.set(packet, body);
		body += packet.length;
	}
	view.setUint32(start + CHECKSUM_AT, checksum(ogg, start, body), true);
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
	for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index);
}

/**
 * Ogg's own CRC-32: polynomial 0x04c11db7, highest bit first, no start value, nothing inverted (RFC 3533
 * section 6).
 */
function checksum(bytes: Uint8Array, start: number, end: number): number {
	let crc = 0;
	for (let at = start; at < end; at++) {
		crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ (bytes[at] ?? 0)] ?? 0);
	}
	return crc >>> 0;
}

function makeCrcTable(): Int32Array {
	const table = new Int32Array(256);
	for (let byte = 0; byte < 256; byte++) {
		let crc = byte << 24;
		for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
		table[byte] = crc;
	}
	return table;
}
