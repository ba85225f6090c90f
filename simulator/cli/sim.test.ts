import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packProject } from "../../packing/pack-project.ts";
import { findDevice } from "../devices.ts";
import { decodeSimOptions } from "./sim-options.ts";
import { runHeadless } from "./sim-run.ts";

const ECHO = fileURLToPath(new URL("../__fixtures__/echo", import.meta.url));
const COMMAND = fileURLToPath(new URL("./sim.ts", import.meta.url));
const START = Date.UTC(2026, 0, 2, 10, 9);
const PATIENCE_MS = 90_000;

const device = (() => {
	const found = findDevice("balance2");
	if (!found) throw new Error("no such watch");
	return found;
})();

let folder = "";
let echo = "";
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "zepp-sim-"));
	echo = await packProject(ECHO, device);
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(taps: { text: string }[]) {
	return runHeadless({ packagePath: echo, device, language: "en-US", stateDir: null, seconds: 3, taps, now: START });
}

function sim(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", COMMAND, ...args], {
		encoding: "utf8",
	});
	return { status, stdout, stderr };
}

describe("sim without a window", () => {
	test("runs a package for a while, taps what it is told and finds nothing wrong", async () => {
		const { entries, problems, png } = await run([{ text: "Shout" }]);
		expect(problems).toEqual([]);
		expect(entries.some(({ source, text }) => source === "link" && text.includes("data"))).toBe(true);
		expect(png?.subarray(1, 4).toString()).toBe("PNG");
	});

	test("names a text that is not there to be tapped", async () => {
		const { problems } = await run([{ text: "Whisper" }]);
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('does not show "Whisper"');
	});

	test(
		"packs a project's folder, draws it and prints what it logged",
		async () => {
			const shot = join(folder, "echo.png");
			const { status, stdout, stderr } = sim(ECHO, "--headless", "--tap", "Shout", "--shot", shot);
			expect([status, stderr]).toEqual([0, ""]);
			expect(stdout).toContain(" link debug watch to phone: handshake");
			const image = await loadImage(readFileSync(shot));
			expect([image.width, image.height]).toEqual([480, 480]);
		},
		PATIENCE_MS,
	);

	test(
		"says in words what cannot be opened, with status 2",
		() => {
			const text = join(folder, "notes.zab");
			writeFileSync(text, "no package");
			expect(sim(text, "--headless")).toEqual({ status: 2, stdout: "", stderr: `sim: ${text} is no zip archive\n` });
		},
		PATIENCE_MS,
	);
});

describe("the command line of sim", () => {
	test.each([
		[[], "give one package or project folder"],
		[["/no/such/path"], "there is no /no/such/path"],
		[[ECHO, "--device", "sundial"], "no watch is called sundial"],
		[[ECHO, "--shot", "x.png"], "go with --headless"],
		[[ECHO, "--headless", "--port", "80"], "--port does not go with --headless"],
		[[ECHO, "--headless", "--seconds", "-1"], "--seconds"],
		[[ECHO, "--port", "70000"], "70000 is no port"],
	])("%j is refused with the reason", (args, reason) => {
		expect(() => decodeSimOptions(args, START)).toThrow(reason);
	});

	test("a tap is a place or a text", () => {
		const { run } = decodeSimOptions([ECHO, "--headless", "--tap", "240,410", "--tap", "Shout"], START);
		expect(run).toMatchObject({
			kind: "headless",
			taps: [{ x: 240, y: 410 }, { text: "Shout" }],
			seconds: 3,
			now: START,
		});
	});
});
