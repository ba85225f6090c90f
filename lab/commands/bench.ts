/** `npm run -s bench`: measures every watch, or one; prints tables and writes `bench.json`; with `--docs` the tables go to docs/bench.md too. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGE_NAMES } from "../../packaging/packages.ts";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, type Device, findDevice, UsageError } from "../../simulator/index.ts";
import { type Bench, FULL, runBench, runGrowth, runUnpacked } from "../bench/bench.ts";
import { reportOf } from "../bench/report.ts";
import { measureSizes } from "../bench/sizes.ts";
import { worstOf } from "../bench/worst.ts";
import { decodeDevice } from "./ask-options.ts";

const DOCS = fileURLToPath(new URL("../../docs/bench.md", import.meta.url));
/** What stands below it in docs/bench.md is written by hand. */
const BY_HAND = "## What is not met, and why";

const SUPPORTED = DEVICES.filter(isSupported);

const USAGE = `npm run -s bench -- [--device ID[,ID]] [--json] [--docs]
  --device ID  measures that watch, or those; without it every watch is measured, and of each figure the worst is told
  --json       the figures as one object on the last line
  --docs       writes the tables to docs/bench.md too
Watches: ${SUPPORTED.map(({ id }) => id).join(" ")}`;

const FLAGS = {
	device: { type: "string" },
	json: { type: "boolean", default: false },
	docs: { type: "boolean", default: false },
	help: { type: "boolean", default: false },
} as const;

async function main(args: readonly string[]): Promise<void> {
	const values = readFlags(args);
	if (values.help) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
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
	writeFileSync("bench.json", `${JSON.stringify({ ...figures, benches }, null, "\t")}\n`);
	if (values.docs) writeFileSync(DOCS, `${report}\n${handwritten()}`);
	if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
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

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS }).values;
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
}

function handwritten(): string {
	const text = readFileSync(DOCS, "utf8");
	const at = text.indexOf(BY_HAND);
	return at < 0 ? "" : text.slice(at);
}

main(process.argv.slice(2)).catch((error) => {
	process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
});
