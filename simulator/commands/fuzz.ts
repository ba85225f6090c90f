/** `npm run -s fuzz -- --cases N`: broken input for every decoder; exit status 1 where one fails, with the smallest case. */
import { parseArgs } from "node:util";
import { fuzz } from "../fuzz/fuzz.ts";

function main(args: readonly string[]): number {
	const { values } = parseArgs({
		args: [...args],
		options: { cases: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
	});
	const findings = fuzz(Number(values.cases), Number(values.seed));
	for (const { name, cases, why } of findings) {
		process.stdout.write(`  ${name.padEnd(26)}${String(cases).padStart(8)}  ${why ?? "nothing found"}\n`);
	}
	return findings.every(({ why }) => why === null) ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
