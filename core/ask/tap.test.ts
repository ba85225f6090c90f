import { expect, it } from "vitest";
import { decodeLaunch } from "./launch.ts";
import { encodeTap, type Tap } from "./tap.ts";

it("a tap is read as the launch that it is, as a text or as the object that it was made of", () => {
	const taps: Tap[] = [
		{ kind: "open" },
		{ kind: "ask", id: "m1-x", text: 'Warum ist der "Himmel" blau?' },
		{ kind: "listen", id: "m1-x" },
		{ kind: "read" },
	];
	for (const tap of taps) {
		expect(decodeLaunch(encodeTap(tap))).toEqual(tap);
		expect(decodeLaunch(JSON.parse(encodeTap(tap)))).toEqual(tap);
	}
});
