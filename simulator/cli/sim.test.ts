import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packProject } from "../../packing/pack-project.ts";
import { findDevice } from "../devices.ts";
import { decodeSimOptions } from "./sim-options.ts";
import { runHeadless } from "./sim-run.ts";
import { parseSteps, type Step } from "./steps.ts";

const ECHO = fileURLToPath(new URL("../__fixtures__/echo", import.meta.url));
const BIN = fileURLToPath(new URL("./zepp-sim.mjs", import.meta.url));
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

function run(steps: readonly Step[]) {
	return runHeadless({ packagePath: echo, device, language: "en-US", stateDir: null, seconds: 3, steps, now: START });
}

function sim(...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", COMMAND, ...args], {
		encoding: "utf8",
	});
	return { status, stdout, stderr };
}

describe("sim without a window", () => {
	test("runs a package for a while, taps what it is told and finds nothing wrong", async () => {
		const { entries, problems, png } = await run(parseSteps("tap Shout"));
		expect(problems).toEqual([]);
		expect(entries.some(({ source, text }) => source === "link" && text.includes("data"))).toBe(true);
		expect(png?.subarray(1, 4).toString()).toBe("PNG");
	});

	test("names a text that is not there to be tapped", async () => {
		const { problems } = await run(parseSteps("tap Whisper"));
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('does not show "Whisper"');
	});

	test(
		"packs a project's folder, draws it and prints what it logged",
		async () => {
			const shot = join(folder, "echo.png");
			const { status, stdout, stderr } = sim(ECHO, "--headless", "--tap", "Shout", "--shot", shot);
			expect([status, stderr]).toEqual([0, `Written: ${shot}\n`]);
			expect(stdout).toContain(" link debug watch to phone: handshake");
			const image = await loadImage(readFileSync(shot));
			expect([image.width, image.height]).toEqual([480, 480]);
		},
		PATIENCE_MS,
	);

	test(
		"runs a project in place from another folder, imports from beside it and all, and writes nothing there",
		() => {
			const project = join(folder, "apps", "echo");
			cpSync(ECHO, project, { recursive: true });
			mkdirSync(join(folder, "shared"));
			writeFileSync(join(folder, "shared", "words.js"), 'export { LOUD } from "../more/loud.js";\n');
			mkdirSync(join(folder, "more"));
			writeFileSync(join(folder, "more", "loud.js"), 'export const LOUD = "Yell";\n');
			const page = join(project, "page", "index.js");
			const code = readFileSync(page, "utf8").replace('"Shout"', "LOUD");
			writeFileSync(page, `import { LOUD } from "../../../shared/words.js";\n${code}`);
			writeFileSync(join(folder, "talk.txt"), "# says it\ntap Yell\nexpect hello\nexpect-not silence\n");
			const before = readdirSync(project, { recursive: true }).sort();
			const child = spawnSync(process.execPath, [BIN, "test", "apps/echo", "talk.txt", "--json"], {
				cwd: folder,
				encoding: "utf8",
			});
			expect(child.stderr).toBe("");
			const last = child.stdout.trimEnd().split("\n").at(-1) ?? "";
			expect(JSON.parse(last)).toMatchObject({ ok: true, problems: [] });
			expect(child.status).toBe(0);
			expect(readdirSync(project, { recursive: true }).sort()).toEqual(before);
		},
		PATIENCE_MS,
	);

	test(
		"says in words what cannot be opened, with status 2",
		() => {
			const text = join(folder, "notes.zab");
			writeFileSync(text, "no package");
			const { status, stdout, stderr } = sim(text, "--headless");
			expect([status, stdout]).toEqual([2, ""]);
			expect(stderr).toContain(`sim: ${text} is no zip archive; `);
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
		[[ECHO, "--port", "70000"], "not 70000"],
		[["shot", ECHO], "give one package or project folder and one file"],
		[["test", ECHO, "/no/such/script"], "there is no /no/such/script"],
	])("%j is refused with the reason", async (args, reason) => {
		await expect(decodeSimOptions(args, START)).rejects.toThrow(reason);
	});

	test("a tap is a place or a text", async () => {
		const options = await decodeSimOptions([ECHO, "--headless", "--tap", "240,410", "--tap", "Shout"], START);
		expect(options).toMatchObject({
			run: {
				kind: "headless",
				steps: [
					{ kind: "tap", place: { x: 240, y: 410 } },
					{ kind: "tap", place: { text: "Shout" } },
				],
				seconds: 3,
				now: START,
			},
		});
	});
});

describe("a script", () => {
	test.each([
		["tap", "line 1: tap needs a text or X,Y"],
		["\n# a word\nswipe sideways", 'line 3: swipe goes up, down, left, right, not "sideways"'],
		["crown fast", "line 1: crown needs degrees"],
		["wait long", "line 1: wait takes 0 to 86400 seconds"],
		["key Enter", "line 1: a key is"],
		["jump", 'line 1: "jump" is no step'],
	])("%j is refused with the line", (script, reason) => {
		expect(() => parseSteps(script)).toThrow(reason);
	});

	test("says what a person does, a step a line", async () => {
		const { problems } = await run(parseSteps("tap Write\ntype good day\nexpect good day\nexpect bad night"));
		expect(problems).toHaveLength(1);
		expect(problems[0]).toContain('does not show "bad night"');
	});
});
