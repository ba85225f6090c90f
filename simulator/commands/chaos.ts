/**
 * `npm run -s chaos`: many questions under a hostile link and killed processes. Owns the flags, what is printed and the
 * exit status: 0 when nothing was lost, doubled, billed twice or left hanging, 1 otherwise, 2 for a wrong command line.
 */
import { parseArgs } from "node:util";
import { type ChaosResult, runChaos } from "../chaos/chaos.ts";
import { parseLink } from "../link/link.ts";
import { decodeDevice, UsageError } from "./ask-options.ts";

const FLAGS = {
	asks: { type: "string", default: "200" },
	seed: { type: "string", default: "1" },
	link: { type: "string", default: "loss=0.05,dup=0.02,reorder=0.02,drop=0.002" },
	device: { type: "string", default: "balance2" },
	json: { type: "boolean", default: false },
} as const;

async function main(args: readonly string[]): Promise<number> {
	const { asks, seed, link, device, json } = readFlags(args);
	const began = performance.now();
	const number = wholeNumber("seed", seed);
	const result = await runChaos({
		asks: wholeNumber("asks", asks),
		seed: number,
		link: { ...readLink(link), ...(link.includes("seed=") ? {} : { seed: number }) },
		device: decodeDevice(device),
	});
	process.stdout.write(json ? `${JSON.stringify(result)}\n` : describe(result, performance.now() - began));
	return result.lost + result.doubled + result.billedTwice + result.hung === 0 ? 0 : 1;
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS }).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

function readLink(text: string) {
	try {
		return parseLink(text);
	} catch (error) {
		throw new UsageError(`--link: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function wholeNumber(flag: string, text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`--${flag} must be 1 or more, not ${text}`);
	return number;
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
