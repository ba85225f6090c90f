/**
 * `npm run -s platforms`: the main job under every switch of simulator/platform and under every pair of them. Owns the flags,
 * what is printed and the exit status: 0 where all went well, 1 where one did not, 2 for a wrong command line.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PLATFORM_SWITCHES, parsePlatform, UsageError } from "../../simulator/index.ts";
import { runMainJob } from "../platforms/main-job.ts";

const USAGE = `npm run -s platforms -- [--only NAME[,NAME...]] [--singles] [--json]
  --only     these switches alone, all at once; without it every one by itself and every pair
  --singles  every switch by itself, no pairs
  --json     a JSON object a line
Switches:
${PLATFORM_SWITCHES.map(({ name, does }) => `  ${name.padEnd(18)}${does}`).join("\n")}`;

type Options = { combinations: string[]; json: boolean } | "help";

function decode(args: readonly string[]): Options {
	const { values } = parse(args);
	if (values.help === true) return "help";
	const json = values.json === true;
	if (values.only !== undefined) {
		parsePlatform(values.only);
		return { combinations: [values.only], json };
	}
	const names = PLATFORM_SWITCHES.map(({ name }) => name);
	const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => `${a},${b}`));
	return { combinations: ["", ...names, ...(values.singles === true ? [] : pairs)], json };
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				only: { type: "string" },
				singles: { type: "boolean" },
				json: { type: "boolean" },
				help: { type: "boolean" },
				worker: { type: "string" },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
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
	const { values } = parse(args);
	if (values.worker !== undefined) return runShare(values.worker.split(";"), values.json === true);
	const options = decode(args);
	if (options === "help") {
		process.stdout.write(`${USAGE}\n`);
		return 0;
	}
	const { combinations, json } = options;
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

main(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error) => {
		process.stderr.write(`platforms: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = error instanceof UsageError || /no platform is called/.test(String(error)) ? 2 : 1;
	},
);
