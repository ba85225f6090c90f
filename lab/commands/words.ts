/** `npm run -s words`: the translations that are older than their English; with keys, marks those as read again. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LANGUAGES } from "../../core/words/words.ts";
import { UsageError } from "../../simulator/index.ts";
import { readBeside, readCatalogue, SOURCE, WORDS_FOLDER } from "../words/catalogue.ts";
import { renewed, staleOf, taskOf } from "../words/freshness.ts";
import { decodeNotes, decodeOrigins } from "../words/notes.ts";

const FILE = "translated-from.json";
const USAGE = `npm run -s words -- [KEY...] [--only LANGUAGE,...]
  with no KEY  names each text whose translation is older than its English, and where it stands; exits 1 if there is one
  KEY...       marks the translations of these keys as read again; "all" means every stale one
  --only L,L   marks them in these languages alone (${LANGUAGES.filter((tag) => tag !== SOURCE).join(", ")})`;

function main(args: readonly string[]): number {
	const { values, positionals } = readFlags(args);
	if (values.help) {
		process.stdout.write(`${USAGE}\n`);
		return 0;
	}
	const catalogue = readCatalogue();
	const english = catalogue[SOURCE];
	const origins = decodeOrigins(readBeside(FILE));
	const notes = decodeNotes(readBeside("notes.json"));
	const stale = staleOf(english, origins);
	if (positionals.length > 0) {
		const keys = positionals.includes("all") ? stale.map(({ key }) => key) : positionals;
		const unknown = keys.filter((key) => english[key] === undefined);
		if (unknown.length > 0) throw new UsageError(`no such key: ${unknown.join(", ")}`);
		const marked = renewed(english, origins, keys, languagesOf(values.only));
		writeFileSync(join(WORDS_FOLDER, FILE), `${JSON.stringify(marked, null, "\t")}\n`);
		process.stdout.write(`${keys.length} marked\n`);
		return 0;
	}
	for (const one of stale) process.stdout.write(`${taskOf(one, catalogue, notes[one.key]?.at ?? "no note yet")}\n`);
	process.stdout.write(`${stale.length} stale\n`);
	return stale.length === 0 ? 0 : 1;
}

function languagesOf(only: string | undefined) {
	return only?.split(",").map((tag) => {
		const language = LANGUAGES.find((known) => known === tag);
		if (language === undefined) throw new UsageError(`no such language: ${tag}`);
		return language;
	});
}

function readFlags(args: readonly string[]) {
	try {
		const options = { only: { type: "string" }, help: { type: "boolean", default: false } } as const;
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
}

try {
	process.exitCode = main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`words: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
}
