import { expect, it } from "vitest";
import { app } from "../../app.json";
import { isOtherVersion, UNKNOWN_VERSION, VERSION } from "./version.ts";

it("is the version of the packages", () => {
	expect(VERSION).toBe(app.version.code);
});

it("differs from any other, and from none that is not known yet", () => {
	expect([VERSION + 1, VERSION - 1, UNKNOWN_VERSION].map(isOtherVersion)).toEqual([true, true, true]);
	expect([VERSION, undefined].map(isOtherVersion)).toEqual([false, false]);
});
