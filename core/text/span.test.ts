import { expect, test } from "vitest";
import en from "../words/en-US.json";
import { fill } from "../words/words.ts";
import { spanOf } from "./span.ts";

test.each([
	[0.2, "1 s"],
	[11.2, "12 s"],
	[60, "1 min"],
	[90, "90 s"],
	[91, "2 min"],
	[600, "10 min"],
	[3_600, "1 h"],
	[3_601, "61 min"],
	[5_400, "90 min"],
	[5_401, "2 h"],
	[86_400, "24 h"],
])("%d s are told as %s", (seconds, told) => {
	expect(spanOf(seconds, (key, { n }) => fill(en[key], { n })).replace("\u00a0", " ")).toBe(told);
});
