/**
 * `npm run -s platforms`: the main job under every switch of simulator/platform and under every pair of them. Owns the flags,
 * what is printed and the exit status: 0 where all went well, 1 where one did not, 2 for a wrong command line.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { decodeWith, readLine, runCommand, taking } from "../../cli/command.ts";
import { PLATFORM_SWITCHES, parsePlatform } from "../../simulator/index.ts";
import { runMainJob } from "../platforms/main-job.ts";
import { JSON_FLAG, WATCHES_NOTE } from "./flags.ts";

const PLATFORMS = {
	call: "npm run -s platforms --",
	does: "The main job under everything that public reports say a watch or a phone may do otherwise, and under every pair of it.",
	flags: {
		only: taking("NAME[,NAME...]", "these switches alone, all at once; without it every one by itself and every pair"),
		singles: { type: "boolean", says: "every switch by itself, no pairs" },
		json: { ...JSON_FLAG, says: "a JSON object a line" },
		/** Combinations with semicolons between. */
		worker: { type: "string" },
	},
	notes: [
		`Switches:\n${PLATFORM_SWITCHES.map(({ name, does }) => `  ${name}: ${does}`).join("\n")}`,
		`It runs on one that types and one that records, bip6 and gtr4. ${WATCHES_NOTE}`,
	],
	ends: "0 all went well; 1 one did not",
} as const;

type Values = ReturnType<typeof readLine<(typeof PLATFORMS)["flags"]>>["values"];

function combinationsOf({ only, singles }: Values): string[] {
	if (only !== undefined) {
		decodeWith("only", parsePlatform, only);
		return [only];
	}
	const names = PLATFORM_SWITCHES.map(({ name }) => name);
	const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => `${a},${b}`));
	return ["", ...names, ...(singles ? [] : pairs)];
}

/** One line; whether nothing failed. */
async function runOne(names: string, json: boolean): Promise<boolean> {
	const failures = await runMainJob(parsePlatform(names));
	const label = names === "" ? "as documented" : names;
	const text = failures.length === 0 ? "ok" : failures.map(({ step, why }) => `${step}: ${why}`).join(" | ");
	process.stdout.write(json ? `${JSON.stringify({ platform: label, failures })}\n` : `${label}: ${text}\n`);
	return failures.length === 0;
}

/** Shares the work among processes, as many as there are cores. */
async function runAll(combinations: readonly string[], json: boolean): Promise<number> {
	const command = fileURLToPath(import.meta.url);
	const shares = Math.min(availableParallelism(), combinations.length);
	const failed = await Promise.all(
		Array.from({ length: shares }, (_, share) => {
			const own = combinations.filter((_one, at) => at % shares === share);
			const args = [command, "--worker", own.join(";"), ...(json ? ["--json"] : [])];
			const child = spawn(process.execPath, [...process.execArgv, ...args], {
				stdio: ["ignore", "inherit", "inherit"],
			});
			return new Promise<number>((resolve, reject) => {
				child.once("error", reject);
				child.once("close", (code) => resolve(code ?? 1));
			});
		}),
	);
	return failed.reduce((sum, count) => sum + count, 0);
}

async function main(args: readonly string[]): Promise<number> {
	const { values } = readLine(PLATFORMS, args);
	const { json = false, worker } = values;
	if (worker !== undefined) return runShare(worker.split(";"), json);
	const combinations = combinationsOf(values);
	const failed = combinations.length === 1 ? await runShare(combinations, json) : await runAll(combinations, json);
	if (!json) process.stdout.write(`${combinations.length} platforms, ${failed} failures\n`);
	return failed === 0 ? 0 : 1;
}

/** An exit status can count no further. */
const COUNT_MAX = 250;

async function runShare(combinations: readonly string[], json: boolean): Promise<number> {
	let failed = 0;
	for (const names of combinations) if (!(await runOne(names, json))) failed++;
	return Math.min(failed, COUNT_MAX);
}

await runCommand(PLATFORMS, main);
