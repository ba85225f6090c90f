import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64 } from "../../core/wire/base64.ts";
import { complaints } from "../../simulator/testing.ts";
import { audioPackets, frameFile } from "./__fixtures__/streams.ts";
import { listenTo } from "./recording.ts";
import { silence } from "./silent-recording.ts";

/** 20 ms of SILK whose first bit says that the encoder found activity (RFC 6716 section 4.2.3). */
const packet = (size: number) => new Uint8Array(size).fill(0x48, 0, 1).fill(0xc8, 1);
const file = (count: number, size = 40) => frameFile(Array.from({ length: count }, () => packet(size)));

describe("a recorder's file", () => {
	it("is an Ogg with every packet, and the same in base64", () => {
		const heard = listenTo(file(100), 7);
		if (heard.kind === "fault") throw new Error(heard.fault.code);
		expect(audioPackets(heard.speech.ogg)).toHaveLength(100);
		expect(fromBase64(heard.speech.base64)).toEqual(heard.speech.ogg);
		expect(heard.speech.seconds).toBe(2);
	});

	it("is cut where it is longer than a question may be", () => {
		const heard = listenTo(file(2000), 7);
		expect(heard.kind === "speech" && audioPackets(heard.speech.ogg).length * 20).toBe(31_000);
	});

	it("is passed on where it is an Ogg already", () => {
		const { ogg } = silence();
		expect(listenTo(ogg, 7)).toMatchObject({ kind: "speech", speech: { ogg } });
	});

	it.each([
		["empty", new Uint8Array()],
		["too short to be a word", file(10)],
		["nothing but the encoder's word for nothing", file(100, 1)],
		["of frames that the encoder found inactive", frameFile(Array(100).fill(Uint8Array.of(0x48, 0x0b, 0x29, 0, 0)))],
		["of frames with CELT's silence flag", frameFile(Array(100).fill(Uint8Array.of(0xf8, 0xff, 0xfe)))],
		["something else", new Uint8Array(300).fill(0xee)],
	])("that is %s is unclear speech", (_name, bytes) => {
		expect(listenTo(bytes, 7)).toEqual({ kind: "fault", fault: { code: "unclear-speech" } });
	});

	it("is never an exception", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void listenTo(bytes, 1)));
	});
});

it("half a second of silence is an Ogg that every tool takes", () => {
	expect(complaints(silence().ogg)).toEqual([]);
});
