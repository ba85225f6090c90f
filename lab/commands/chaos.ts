/**
 * `npm run -s chaos`: many questions under a hostile link and killed processes. Owns the flags, what is printed and the
 * exit status: 0 when nothing was lost, doubled, billed twice, done twice, left hanging or spent beyond a limit, 1 otherwise, 2
 * for a wrong command line.
 */
import { availableParallelism } from "node:os";
import { runCommand } from "../../cli/command.ts";
import { type ActionsResult, actionsCountAgainst, runActions } from "../chaos/actions/actions.ts";
import { type ChaosResult, countsAgainst, runChaos } from "../chaos/chaos.ts";
import { type MoneyResult, moneyCountsAgainst, runMoney } from "../chaos/money/money.ts";
import { runSeeds } from "../chaos/seeds.ts";
import { CHAOS, type ChaosCommand, decodeChaosCommand } from "./chaos-options.ts";

async function main(args: readonly string[]): Promise<number> {
	const command = decodeChaosCommand(args);
	switch (command.kind) {
		case "one":
			return runOne(command);
		case "actions":
			return runWishes(command);
		case "money":
			return runMoneys(command);
		case "seeds":
			return runSeeds(command.seeds, command.args, availableParallelism());
	}
}

async function runOne({ options, json }: ChaosCommand & { kind: "one" }): Promise<number> {
	const began = performance.now();
	const run = await runChaos(options);
	return tell(run, countsAgainst(run.result), json, began);
}

async function runWishes({ options, json }: ChaosCommand & { kind: "actions" }): Promise<number> {
	const began = performance.now();
	const run = await runActions(options);
	return tell(run, actionsCountAgainst(run.result), json, began);
}

type Run = { result: ChaosResult | ActionsResult; complaints: readonly string[] };

/** The exit status. */
function tell({ result, complaints }: Run, against: number, json: boolean, began: number): number {
	for (const complaint of complaints) process.stderr.write(`chaos: ${complaint}\n`);
	process.stdout.write(json ? `${JSON.stringify(result)}\n` : describe(result, performance.now() - began));
	return against + complaints.length === 0 ? 0 : 1;
}

/** A line for each run in JSON, or what they come to. */
async function runMoneys({ asks, seeds, json }: ChaosCommand & { kind: "money" }): Promise<number> {
	const began = performance.now();
	const results: MoneyResult[] = [];
	for (const seed of seeds) {
		const result = await runMoney({ seed, asks });
		results.push(result);
		if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
		else if (moneyCountsAgainst(result) > 0) process.stdout.write(`  seed ${seed}: ${JSON.stringify(result)}\n`);
	}
	const against = results.filter((result) => moneyCountsAgainst(result) > 0).length;
	if (!json) process.stdout.write(describe(sumOf(results, against), performance.now() - began));
	return against === 0 ? 0 : 1;
}

function sumOf(results: readonly MoneyResult[], against: number) {
	const sum = (name: keyof MoneyResult) => results.reduce((total, result) => total + result[name], 0);
	const most = Math.max(...results.map(({ mostPercent }) => mostPercent));
	const counts = { asks: sum("asks"), answered: sum("answered"), held: sum("held") };
	const sent = { requests: sum("requests"), charged: sum("charged"), mostPercent: most, unpriced: sum("unpriced") };
	return { runs: results.length, ...counts, ...sent, over: sum("over"), runsOver: against };
}

function describe(result: Run["result"] | ReturnType<typeof sumOf>, ms: number): string {
	const rows = Object.entries(result).map(([name, count]) => `  ${name.padEnd(16)}${String(count).padStart(6)}`);
	return `${rows.join("\n")}\n\n  ${(ms / 1000).toFixed(0)} s\n`;
}

await runCommand(CHAOS, main);
