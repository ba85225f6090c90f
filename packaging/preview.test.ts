import { describe, expect, test } from "vitest";
import { UsageError } from "../cli/command.ts";
import { decodePreview } from "./preview.ts";

describe("the command line of preview", () => {
	test("puts each package onto a watch", () => {
		for (const name of ["face", "companion", "workout", "probe-face", "probe-app", "probe-workout"]) {
			expect(decodePreview([name])).toMatchObject({ name, arguments: ["preview"] });
		}
	});

	test("puts one into the vendor's simulator on this computer, for a watch that is named or asked for", () => {
		const simulator = ["dev", "--simulatorHost", "127.0.0.1"];
		expect(decodePreview(["face", "--simulator"]).arguments).toEqual(simulator);
		expect(decodePreview(["face", "--simulator", "--target", "Amazfit Balance 2"]).arguments).toEqual([
			...simulator,
			"--target",
			"Amazfit Balance 2",
		]);
		expect(decodePreview(["face", "--simulator"]).says).toContain("docs/vendor-simulator.md");
	});

	test("is refused if it names no package, two, or what there is not", () => {
		for (const args of [[], ["watch"], ["face", "workout"], ["face", "--emulator"], ["face", "--target", "Bip 6"]]) {
			expect(() => decodePreview(args)).toThrow(UsageError);
		}
	});
});
