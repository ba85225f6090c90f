/** `npm run -s bench`: measures, prints a table and writes `bench.json`; with `--docs` the table goes to docs/bench.md too. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PACKAGE_NAMES } from "../../packaging/packages.ts";
import { UsageError } from "../../simulator/cli/usage-error.ts";
import { runBench } from "../bench/bench.ts";
import { reportOf } from "../bench/report.ts";
import { measureSizes } from "../bench/sizes.ts";
import { decodeDevice } from "./ask-options.ts";

const DOCS = fileURLToPath(new URL("../../docs/bench.md", import.meta.url));
/** What stands below it in docs/bench.md is written by hand. */
const BY_HAND = "## What is not met, and why";

const USAGE = `npm run -s bench -- [--device ID] [--docs]
  --device ID  the watch that is measured (balance2)
  --docs       writes the table to docs/bench.md too`;

const FLAGS = {
	device: { type: "string", default: "balance2" },
	docs: { type: "boolean", default: false },
	help: { type: "boolean", default: false },
} as const;

async function main(args: readonly string[]): Promise<void> {
	const values = readFlags(args);
	if (values.help) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	const device = decodeDevice(values.device);
	const bench = await runBench(device);
	const packages = await measureSizes(device.id, PACKAGE_NAMES);
	const report = reportOf(bench, packages);
	process.stdout.write(report);
	writeFileSync("bench.json", `${JSON.stringify({ ...bench, packages }, null, "\t")}\n`);
	if (values.docs) writeFileSync(DOCS, `${report}\n${handwritten()}`);
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
