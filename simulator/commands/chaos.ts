/**
 * `npm run -s chaos`: many questions under a hostile link and killed processes. Owns the flags, what is printed and the
 * exit status: 0 when nothing was lost, doubled, billed twice or left hanging, 1 otherwise, 2 for a wrong command line.
 */
import { availableParallelism } from "node:os";
import { type ChaosResult, countsAgainst, runChaos } from "../chaos/chaos.ts";
import { runSeeds } from "../chaos/seeds.ts";
import { UsageError } from "./ask-options.ts";
import { CHAOS_USAGE, type ChaosCommand, decodeChaosCommand } from "./chaos-options.ts";

async function main(args: readonly string[]): Promise<number> {
	const command = decodeChaosCommand(args);
	switch (command.kind) {
		case "help":
			process.stdout.write(`${CHAOS_USAGE}\n`);
			return 0;
		case "one":
			return runOne(command);
		case "seeds":
			return runSeeds(command.seeds, command.args, availableParallelism());
	}
}

async function runOne({ options, json }: ChaosCommand & { kind: "one" }): Promise<number> {
	const began = performance.now();
	const { result, complaints } = await runChaos(options);
	for (const complaint of complaints) process.stderr.write(`chaos: ${complaint}\n`);
	process.stdout.write(json ? `${JSON.stringify(result)}\n` : describe(result, performance.now() - began));
	return countsAgainst(result) + complaints.length === 0 ? 0 : 1;
}

function describe(result: ChaosResult, ms: number): string {
	const rows = Object.entries(result).map(([name, count]) => `  ${name.padEnd(16)}${String(count).padStart(6)}`);
	return `${rows.join("\n")}\n\n  ${(ms / 1000).toFixed(0)} s\n`;
}

main(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error) => {
		process.stderr.write(`chaos: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = error instanceof UsageError ? 2 : 1;
	},
);
