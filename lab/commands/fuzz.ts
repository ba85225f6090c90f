/** `npm run -s fuzz -- --cases N`: broken input for every decoder; exit status 1 where one fails, with the smallest case. */
import { readLine, runCommand, taking, UsageError, wholeNumber } from "../../cli/command.ts";
import { TARGETS } from "../fuzz/catalogue.ts";
import { type Finding, fuzzOne } from "../fuzz/fuzz.ts";
import { WATCHES_NOTE } from "./flags.ts";

const FUZZ = {
	call: "npm run -s fuzz --",
	does: "Broken input for every decoder. A finding comes with the smallest case that shows it.",
	flags: {
		cases: { ...taking("N", "broken inputs for each decoder"), default: "10000" },
		seed: { ...taking("N", "a run repeats from it"), default: "1" },
		only: taking("TEXT", "decoders with this in their name"),
	},
	notes: [
		`Decoders: ${TARGETS.map(({ name }) => name).join(", ")}`,
		`What comes out goes to every watch alike. ${WATCHES_NOTE}`,
	],
	ends: "0 nothing was found; 1 something was",
} as const;

function fuzz(args: readonly string[]): number {
	const { cases, seed, only = "" } = readLine(FUZZ, args).values;
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

await runCommand(FUZZ, fuzz);
