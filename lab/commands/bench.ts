/** `npm run -s bench`: measures every watch, or one; prints tables and writes `bench.json`; with `--docs` the tables go to docs/bench.md too. */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readLine, runCommand, taking } from "../../cli/command.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGE_NAMES } from "../../packaging/packages.ts";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, type Device, findDevice } from "../../simulator/index.ts";
import { type Bench, FULL, runBench, runGrowth, runUnpacked } from "../bench/bench.ts";
import { reportOf } from "../bench/report.ts";
import { measureSizes } from "../bench/sizes.ts";
import { worstOf } from "../bench/worst.ts";
import { decodeDevice, JSON_FLAG, WATCHES_NOTE } from "./flags.ts";

const DOCS = fileURLToPath(new URL("../../docs/bench.md", import.meta.url));
/** What stands below it in docs/bench.md is written by hand. */
const BY_HAND = "## What is not met, and why";

const SUPPORTED = DEVICES.filter(isSupported);

const FIGURES = "bench.json";

const BENCH = {
	call: "npm run -s bench --",
	does: `What AskFace costs a watch: heap, work, bytes over the link, redraws, timers. Prints tables and writes ${FIGURES}.`,
	flags: {
		device: taking(
			"ID[,ID]",
			"that watch, or those; without it every watch is measured, and of each figure the worst is told",
		),
		json: JSON_FLAG,
		docs: { type: "boolean", says: "writes the tables to docs/bench.md too" },
	},
	notes: [WATCHES_NOTE],
} as const;

async function bench(args: readonly string[]): Promise<number> {
	const { values } = readLine(BENCH, args);
	const devices = values.device?.split(",").map(decodeDevice) ?? SUPPORTED;
	const benches = await measureAll(devices);
	const worst = worstOf(benches);
	const heaviest = findDevice(worst.device) ?? devices[0];
	if (heaviest === undefined) throw new Error("no watch is supported");
	const unpacked = await runUnpacked(heaviest);
	const growth = await runGrowth(heaviest, FULL);
	const sizes = await measureSizes(heaviest.id, PACKAGE_NAMES);
	const report = reportOf({ worst, unpacked, growth, scale: FULL, sizes });
	const figures = { ...worst, growth, unpacked, sizes };
	process.stdout.write(report);
	write(FIGURES, `${JSON.stringify({ ...figures, benches }, null, "\t")}\n`);
	if (values.docs) write(DOCS, `${report}\n${handwritten()}`);
	if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	return 0;
}

function write(path: string, text: string): void {
	writeFileSync(path, text);
	process.stderr.write(`Written: ${resolve(path)}\n`);
}

async function measureAll(devices: readonly Device[]): Promise<Bench[]> {
	if (devices.length > 1) await Promise.all(PACKAGE_NAMES.map((name) => packPackage(name)));
	const benches: Bench[] = [];
	for (const device of devices) {
		if (devices.length > 1) process.stderr.write(`${device.id}\n`);
		benches.push(await runBench(device));
	}
	return benches;
}

function handwritten(): string {
	const text = readFileSync(DOCS, "utf8");
	const at = text.indexOf(BY_HAND);
	return at < 0 ? "" : text.slice(at);
}

await runCommand(BENCH, bench);
