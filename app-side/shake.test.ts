import { expect, test } from "vitest";
import { DATA, readFrame, SHAKE, writeFrame } from "../core/wire/frames.ts";
import { answerToShake } from "./shake.ts";

/** A buffer of its own, as the phone hands it over. */
const alone = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;

/** As the watch says it. */
const SAID = writeFrame(SHAKE, 0, 24102, Uint8Array.of(24102 & 0xff));

test("a handshake is answered by one with a port, which the watch's end takes", () => {
	const answer = answerToShake(alone(SAID));
	expect(answer && readFrame(new Uint8Array(answer))).toEqual({ type: SHAKE, port: 1 });
	expect(answer && new DataView(answer).getUint32(8, true)).toBe(24102);
});

test("nothing else is", () => {
	const request = writeFrame(DATA, 1, 24102, new Uint8Array(40), 7);
	for (const bytes of [request, new Uint8Array(17), new Uint8Array(0), new Uint8Array(66), SAID.subarray(0, 16)]) {
		expect(answerToShake(alone(bytes))).toBeNull();
	}
});
