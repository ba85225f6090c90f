/** `npm run -s fuzz -- --cases N`: broken input for every decoder; exit status 1 where one fails, with the smallest case. */
import { parseArgs } from "node:util";
import { UsageError } from "../../simulator/index.ts";
import { TARGETS } from "../fuzz/catalogue.ts";
import { type Finding, fuzzOne } from "../fuzz/fuzz.ts";

const USAGE = `npm run -s fuzz -- [--cases N] [--seed N] [--only TEXT]
  --cases N    broken inputs for each decoder (10000)
  --seed N     a run repeats from it (1)
  --only TEXT  decoders with this in their name`;

const FLAGS = {
	cases: { type: "string", default: "10000" },
	seed: { type: "string", default: "1" },
	only: { type: "string", default: "" },
	help: { type: "boolean", default: false },
} as const;

function main(args: readonly string[]): number {
	const { cases, seed, only, help } = readFlags(args);
	if (help) {
		process.stdout.write(`${USAGE}\n`);
		return 0;
	}
	const targets = TARGETS.filter(({ name }) => name.includes(only));
	if (targets.length === 0) throw new UsageError(`no decoder has "${only}" in its name`);
	const findings = targets.map((target) =>
		report(fuzzOne(wholeNumber("cases", cases), wholeNumber("seed", seed), target)),
	);
	const seconds = findings.reduce((sum, { ms }) => sum + ms, 0) / 1000;
	const found = findings.filter(({ why }) => why !== null).length;
	process.stdout.write(`${findings.length} decoders, ${found} with findings, ${seconds.toFixed(0)} s\n`);
	return found === 0 ? 0 : 1;
}

function report(finding: Finding): Finding {
	const { name, cases, ms, why } = finding;
	const time = `${(ms / 1000).toFixed(1)} s`;
	process.stdout.write(
		`  ${name.padEnd(26)}${String(cases).padStart(8)}${time.padStart(9)}  ${why ?? "nothing found"}\n`,
	);
	return finding;
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS }).values;
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
}

function wholeNumber(flag: string, text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`--${flag} must be 1 or more, not ${text}`);
	return number;
}

try {
	process.exitCode = main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
}
