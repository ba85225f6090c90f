import { expect, test } from "vitest";
import { readFrame, requestFrames, shakeFrame } from "../core/wire/frames.ts";
import { answerToShake } from "./shake.ts";

/** A buffer of its own, as the phone hands it over. */
const alone = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer;

test("a handshake is answered by one with a port, which the watch's end takes", () => {
	const answer = answerToShake(alone(shakeFrame(24102)));
	expect(answer && readFrame(new Uint8Array(answer))).toEqual({ kind: "shaken", port: 1 });
	expect(answer && new DataView(answer).getUint32(8, true)).toBe(24102);
});

test("nothing else is", () => {
	const [request = new Uint8Array()] = requestFrames(1, 24102, 7, new Uint8Array(40));
	for (const bytes of [
		request,
		new Uint8Array(17),
		new Uint8Array(0),
		new Uint8Array(66),
		shakeFrame(1).subarray(0, 16),
	]) {
		expect(answerToShake(alone(bytes))).toBeNull();
	}
});
