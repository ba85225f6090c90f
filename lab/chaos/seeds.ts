/**
 * The same run for several seeds, each in a process of its own. Owns how many run at once; what each prints is its own.
 * Rule: their lines come out in the order of the seeds.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../commands/chaos.ts", import.meta.url));

type Ended = { status: number; output: string };

/** `args` go to each run besides its seed. Returns the worst exit status. */
export async function runSeeds(seeds: readonly number[], args: readonly string[], atOnce: number): Promise<number> {
	const waiting = [...seeds];
	const ended = new Map<number, Ended>();
	let printed = 0;
	const print = () => {
		for (;;) {
			const next = ended.get(seeds[printed] ?? Number.NaN);
			if (next === undefined) return;
			printed++;
			process.stdout.write(next.output);
		}
	};
	const work = async () => {
		for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
			ended.set(seed, await runSeed(seed, args));
			print();
		}
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, seeds.length) }, work));
	return Math.max(...[...ended.values()].map(({ status }) => status));
}

function runSeed(seed: number, args: readonly string[]): Promise<Ended> {
	const child = spawn(process.execPath, [...process.execArgv, COMMAND, ...args, "--seed", String(seed)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let output = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ status: code ?? 1, output }));
	});
}
