/** `npm run -s words`: the translations that are older than their English; with keys, marks those as read again. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLine, runCommand, taking, UsageError } from "../../cli/command.ts";
import { readBeside, readCatalogue, SOURCE, WORDS_FOLDER } from "../words/catalogue.ts";
import { renewed, staleOf, taskOf } from "../words/freshness.ts";
import { decodeNotes, decodeOrigins } from "../words/notes.ts";
import { decodeSpoken, LANGUAGES_NOTE, WATCHES_NOTE } from "./flags.ts";

const FILE = "translated-from.json";
const WORDS = {
	call: "npm run -s words --",
	does: 'With no KEY names each text whose translation is older than its English, and where it stands. With keys marks their translations as read again; "all" means every one that is older.',
	forms: ["", "KEY... [--only TAG,...]"],
	takesWords: true,
	flags: { only: taking("TAG[,TAG...]", "marks them in these languages alone (every one but English)") },
	notes: [LANGUAGES_NOTE, `A text is the same on every watch. ${WATCHES_NOTE}`],
	ends: "0 none is older, or they are marked; 1 one is older",
} as const;

function words(args: readonly string[]): number {
	const { values, positionals } = readLine(WORDS, args);
	const catalogue = readCatalogue();
	const english = catalogue[SOURCE];
	const origins = decodeOrigins(readBeside(FILE));
	const notes = decodeNotes(readBeside("notes.json"));
	const stale = staleOf(english, origins);
	if (positionals.length > 0) {
		const keys = positionals.includes("all") ? stale.map(({ key }) => key) : positionals;
		const unknown = keys.filter((key) => english[key] === undefined);
		if (unknown.length > 0) throw new UsageError(`no such key: ${unknown.join(", ")}`);
		const marked = renewed(english, origins, keys, values.only?.split(",").map(decodeSpoken));
		const file = join(WORDS_FOLDER, FILE);
		writeFileSync(file, `${JSON.stringify(marked, null, "\t")}\n`);
		process.stdout.write(`${keys.length} marked in ${file}\n`);
		return 0;
	}
	for (const one of stale) process.stdout.write(`${taskOf(one, catalogue, notes[one.key]?.at ?? "no note yet")}\n`);
	process.stdout.write(`${stale.length} stale\n`);
	return stale.length === 0 ? 0 : 1;
}

await runCommand(WORDS, words);
