/** Every command as a person meets it first: by its help, and by a mistake. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { ROOT } from "../packaging/places.ts";
import { isSupported } from "../packaging/supported.ts";
import { DEVICES } from "../simulator/index.ts";

const SCRIPTS = Object.entries(manifest.scripts);

/** What a script of package.json runs, with arguments and without npm. */
function run(script: string, args: readonly string[], environment: Record<string, string> = {}) {
	const [, ...command] = script.split(" ");
	const env = { ...process.env, PORT: "", ...environment };
	return spawnSync(process.execPath, [...command, ...args], { cwd: ROOT, encoding: "utf8", env });
}

/** The row of the README's table, which people read first. */
function rowOf(name: string): string {
	const rows = readFileSync(join(ROOT, "README.md"), "utf8").split("\n");
	return rows.find((row) => new RegExp(`^\\| .npm (?:run )?(?:-s )?${name}\\b`).test(row)) ?? "";
}

describe.each(SCRIPTS)("%s", (name, script) => {
	const help = run(script, ["--help"]);

	test("says by --help what it does, with every flag that the README tells of and every watch", () => {
		expect([help.status, help.stderr]).toEqual([0, ""]);
		const told = [...rowOf(name).matchAll(/--[a-z][\w-]+/g)].map(([flag]) => flag);
		expect(rowOf(name)).not.toBe("");
		expect(told.filter((flag) => !help.stdout.includes(`  ${flag}`))).toEqual([]);
		const ids = DEVICES.filter(isSupported).map(({ id }) => id);
		expect(ids.filter((id) => !new RegExp(`\\b${id}\\b`).test(help.stdout))).toEqual([]);
		expect(help.stdout.split("\n").filter((line) => line.length > 130)).toEqual([]);
	});

	test("answers a flag that there is not in one line and with status 2, before it does anything", () => {
		const { status, stdout, stderr } = run(script, ["--sudo"]);
		expect([status, stdout]).toEqual([2, ""]);
		expect(stderr).toMatch(
			new RegExp(`^${name === "sim" ? "zepp-sim" : name}: Unknown option '--sudo'; there are --.+ --help says more\n$`),
		);
	});
});

describe("a mistake that takes one more look", () => {
	const ROWS: readonly (readonly [keyof typeof manifest.scripts, readonly string[], string])[] = [
		["start", ["--language", "tlh"], "no watch speaks tlh; there are zh-CN"],
		["start", ["--port", "99999"], "--port must be a number from 0 (any that is free) to 65535, not 99999"],
		["start", ["--device", "nokia3310"], "no watch is called nokia3310; there are balance3"],
		["bench", ["--device", "gtr4,nokia3310"], "no watch is called nokia3310; there are balance3"],
		["start", ["--device", "bip5unity"], "API level 3.0; AskFace needs 3.6"],
		["start", ["now"], "there is no place for now"],
		["sim", [ROOT, "--language", "xx"], "no watch speaks xx"],
		["shots", ["--out", "never", "--language", "th-TH"], "there are no words in th-TH"],
		["words", ["page.ask", "--only", "xx-XX"], "there are no words in xx-XX"],
		["fuzz", ["--cases", "many"], "--cases must be 1 or more, not many"],
		["platforms", ["--only", "flying"], '--only: no platform is called "flying"'],
		["preview", ["clock"], "no package is called clock: face|companion|workout"],
		["bench", ["--device"], "argument missing"],
	];

	test.each(ROWS)("%s %j", (name, args, why) => {
		const { status, stdout, stderr } = run(manifest.scripts[name], args);
		expect([status, stdout]).toEqual([2, ""]);
		expect(stderr).toContain(why);
		expect(stderr.trim().split("\n")).toHaveLength(1);
	});

	test.each([
		["--port", (port: number) => run(manifest.scripts.start, ["--port", String(port)])],
		["PORT", (port: number) => run(manifest.scripts.start, [], { PORT: String(port) })],
		["--port", (port: number) => run(manifest.scripts.sim, [ROOT, "--port", String(port)])],
	])("%s that is in use", async (source, start) => {
		// In another process: this one waits for the command.
		const code = `require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;
		const other = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
		const [port] = (await once(other.stdout, "data")) as [Buffer];
		const { status, stdout, stderr } = start(Number(port));
		other.kill();
		expect([status, stdout]).toEqual([2, ""]);
		expect(stderr).toMatch(new RegExp(`^[a-z-]+: ${source}: port ${Number(port)} is in use; .*\\n$`));
	});
});
