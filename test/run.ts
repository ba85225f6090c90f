/**
 * `npm test`: everything, in one command. Format and lint, types, what nothing uses, unit tests, end-to-end tests in a real browser.
 * Rule: the last line on standard output is `N passed, N failed`, counted from what the runners report.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readLine, runCommand } from "../cli/command.ts";
import { packPackage } from "../packaging/pack.ts";
import { PACKAGE_NAMES } from "../packaging/packages.ts";
import { ROOT } from "../packaging/places.ts";
import { WATCHES_NOTE } from "../packaging/supported.ts";
import { ensureChromium, HOW_TO_GET_CHROMIUM } from "./chromium.ts";
import { add, type Counts, countsOf, NONE, oneCheck } from "./counts.ts";
import { ensureSoundTools, HOW_TO_GET_SOUND_TOOLS } from "./sound-tools.ts";

const TSCONFIGS = [
	"core/tsconfig.json",
	"tsconfig.watch.json",
	"tsconfig.watch-tests.json",
	"tsconfig.phone.json",
	"tsconfig.json",
	"simulator/server/page/tsconfig.json",
	"test/e2e/tsconfig.json",
];
const MS_IN_SECOND = 1000;

const TEST = {
	call: "npm test --",
	does: "Everything: format and lint, types, what nothing uses, unit tests, end-to-end tests in a real browser. The last line is N passed, N failed.",
	flags: {},
	notes: [`It runs on one watch of each kind of screen at least. ${WATCHES_NOTE}`],
	ends: "0 all passed; 1 something failed",
} as const;

type Ended = { readonly code: number | null; readonly output: string };

const require = createRequire(import.meta.url);

/** The file behind a tool's command, so that it runs in this Node on every system, without a shell. */
function toolFile(packageName: string, command: string): string {
	// Not every package lets its package.json be resolved.
	const homes = (require.resolve.paths(packageName) ?? []).map((folder) => join(folder, packageName, "package.json"));
	const manifest = homes.find((path) => existsSync(path));
	if (manifest === undefined) throw new Error(`${packageName} is not installed`);
	const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: Record<string, string> };
	const file = bin[command];
	if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
	return join(dirname(manifest), file);
}

function runTool(
	file: string,
	args: readonly string[],
	shown: boolean,
	extra: Record<string, string> = {},
): Promise<Ended> {
	const child = spawn(process.execPath, [file, ...args], {
		cwd: ROOT,
		env: { ...process.env, ...extra },
		stdio: ["ignore", shown ? "inherit" : "pipe", shown ? "inherit" : "pipe"],
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, output }));
	});
}

async function check(name: string, file: string, args: readonly string[]): Promise<Counts> {
	const { code, output } = await runTool(file, args, false);
	if (code !== 0) say(output.trimEnd());
	return oneCheck(code === 0).failed === 0 ? passed(name) : failed(name);
}

function passed(name: string): Counts {
	say(`ok      ${name}`);
	return oneCheck(true);
}

function failed(name: string): Counts {
	say(`failed  ${name}`);
	return oneCheck(false);
}

async function runProject(project: "unit" | "e2e", extra: Record<string, string>): Promise<Counts> {
	const folder = mkdtempSync(join(tmpdir(), "askface-test-"));
	const report = join(folder, "report.json");
	const args = ["run", "--project", project, "--passWithNoTests", "--reporter=default", "--reporter=json"];
	try {
		const file = toolFile("vitest", "vitest");
		const { code } = await runTool(file, [...args, `--outputFile.json=${report}`], true, extra);
		return countsOf(existsSync(report) ? readFileSync(report, "utf8") : null, code);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The packages for every watch, made once while the types are checked: many tests want them, each for a watch of its own. */
async function packForAll(): Promise<Counts> {
	try {
		await Promise.all(PACKAGE_NAMES.map((name) => packPackage(name)));
		return passed("packages for every watch");
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
		return failed("packages for every watch");
	}
}

async function runAll(): Promise<Counts> {
	let counts = NONE;
	const packing = packForAll();
	counts = add(
		counts,
		await check("format and lint", toolFile("@biomejs/biome", "biome"), [
			"ci",
			"--colors=off",
			"--error-on-warnings",
			".",
		]),
	);
	for (const config of TSCONFIGS) {
		counts = add(counts, await check(`types of ${config}`, toolFile("typescript", "tsc"), ["--noEmit", "-p", config]));
	}
	counts = add(
		counts,
		await check("nothing unused", toolFile("knip", "knip"), ["--no-progress", "--treat-config-hints-as-errors"]),
	);
	counts = add(counts, await packing);
	if (!ensureSoundTools()) say(HOW_TO_GET_SOUND_TOOLS);
	counts = add(counts, await runProject("unit", {}));
	const chromium = ensureChromium();
	if (chromium === null) {
		say(HOW_TO_GET_CHROMIUM);
		return add(counts, failed("end to end"));
	}
	return add(counts, await runProject("e2e", { CHROME_PATH: chromium }));
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

async function test(args: readonly string[]): Promise<number> {
	readLine(TEST, args);
	const started = performance.now();
	const counts = await runAll();
	const seconds = Math.round((performance.now() - started) / MS_IN_SECOND);
	say(`${counts.skipped > 0 ? `${counts.skipped} skipped, ` : ""}${seconds} s`);
	say(`${counts.passed} passed, ${counts.failed} failed`);
	return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

await runCommand(TEST, test);
