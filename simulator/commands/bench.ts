/** `npm run -s bench`: measures, prints a table and writes `bench.json`; with `--docs` the table goes to docs/bench.md too. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runBench } from "../bench/bench.ts";
import { reportOf } from "../bench/report.ts";
import { decodeDevice } from "./ask-options.ts";

const DOCS = fileURLToPath(new URL("../../docs/bench.md", import.meta.url));
/** What stands below it in docs/bench.md is written by hand. */
const BY_HAND = "## What is not met, and why";

async function main(args: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: { device: { type: "string", default: "balance2" }, docs: { type: "boolean", default: false } },
	});
	const bench = await runBench(decodeDevice(values.device));
	const report = reportOf(bench);
	process.stdout.write(report);
	writeFileSync("bench.json", `${JSON.stringify(bench, null, "\t")}\n`);
	if (values.docs) writeFileSync(DOCS, `${report}\n${handwritten()}`);
}

function handwritten(): string {
	const text = readFileSync(DOCS, "utf8");
	const at = text.indexOf(BY_HAND);
	return at < 0 ? "" : text.slice(at);
}

main(process.argv.slice(2)).catch((error) => {
	process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
