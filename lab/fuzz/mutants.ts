/**
 * The decoders with one defect in them: what the fuzzing must see. Owns which modules get defects, and running the targets over one
 * that is switched on. Rule: the choice of mutants repeats.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { ROOT } from "../../packaging/places.ts";
import { propertyOf } from "./fuzz.ts";
import { type Change, mutable } from "./mutable.ts";
import type { Target } from "./target.ts";

/** `number`: by which the code asks for it. */
export type Mutant = Change & { readonly file: string; readonly number: number };

export type Mutants = {
	/** Those in functions that a target enters. */
	readonly mutants: readonly Mutant[];
	readonly targets: readonly Target[];
	/** The targets that come by a mutant. */
	reaching(mutant: Mutant): readonly Target[];
	/** Whether the target sees that something is wrong. */
	sees(target: Target, mutant: Mutant, cases: number): boolean;
};

/**
 * The modules that get defects, and the share of them that is seen, held a little below what was measured. The rest changes nothing that
 * the fuzzing knows: a decoder that refuses what is right, or that reads a right text in another way, neither crashes nor lies; that
 * is for the tests beside each decoder.
 */
export const SHARES: Readonly<Record<string, number>> = {
	"core/wire/bounds.ts": 0.45,
	"core/wire/frames.ts": 0.45,
	"core/wire/digrams.ts": 0.7,
	"core/wire/request-decoder.ts": 0.6,
	"core/wire/protocol.ts": 0.75,
	"core/wire/fields.ts": 0.6,
	"core/wire/wire.ts": 0.65,
	"core/ask/journal.ts": 0.65,
	"core/ask/launch.ts": 0.5,
	"core/ask/ranking.ts": 0.65,
	"core/ask/conversation.ts": 0.6,
	"core/face/glance.ts": 0.6,
	"core/settings/settings.ts": 0.4,
	"core/settings/model-fates.ts": 0.45,
	"core/money/budget.ts": 0.4,
	"core/run/cues.ts": 0.6,
	"app-side/commands.ts": 0.3,
	"app-side/ledger.ts": 0.6,
	"setting/command.ts": 0.4,
	"app-side/providers/said.ts": 0.2,
	"app-side/model-list.ts": 0.35,
	"app-side/action-lines.ts": 0.3,
	"app-side/action-words.ts": 0.15,
	"app-side/offline/acts.ts": 0.1,
	"app-side/reply-format.ts": 0.1,
	"app-side/plan-format.ts": 0.25,
	"app-side/voice/transcript.ts": 0.2,
	"app-side/voice/opus-frames.ts": 0.15,
	"app-side/voice/opus-packet.ts": 0.15,
	"app-side/voice/ogg.ts": 0.5,
	"app-side/voice/uploads.ts": 0.6,
};

/** More turns of loops than any case takes: one that goes on for ever is seen by it. */
const TURNS_MAX = 1_000_000;
const SEED = 1;

/** The switch that the changed code asks. */
type Switch = { on: number; turns: number; seen: Set<number>; is(number: number): boolean; turn(): void };

/** Of `files`, from the root. `cases`: for each target, to learn what it comes by. */
export async function loadMutants(files: readonly string[], cases: number): Promise<Mutants> {
	const all: Mutant[] = [];
	const codes = new Map(
		files.map((file): [string, string] => {
			const path = join(ROOT, file);
			const { code, changes } = mutable(path, readFileSync(path, "utf8"), all.length);
			for (const change of changes) all.push({ ...change, file, number: all.length });
			return [file, code];
		}),
	);
	const { TARGETS, mutant } = await loadCatalogue(codes);
	const reached = new Map(
		TARGETS.map((target): [Target, ReadonlySet<number>] => {
			mutant.seen = new Set();
			if (run(target, mutant, -1, cases)) throw new Error(`${target.name}: something is wrong without a defect`);
			return [target, mutant.seen];
		}),
	);
	const isReached = (number: number) => [...reached.values()].some((numbers) => numbers.has(number));
	return {
		mutants: all.filter(({ within }) => isReached(within)),
		targets: TARGETS,
		reaching: ({ number }) => TARGETS.filter((target) => reached.get(target)?.has(number)),
		sees: (target, { number }, most) => run(target, mutant, number, most),
	};
}

function run(target: Target, mutant: Switch, on: number, cases: number): boolean {
	mutant.on = on;
	const property = propertyOf(target, () => {
		mutant.turns = 0;
	});
	return fc.check(property, { numRuns: cases, seed: SEED, endOnFailure: true }).failed;
}

async function loadCatalogue(
	codes: ReadonlyMap<string, string>,
): Promise<{ TARGETS: readonly Target[]; mutant: Switch }> {
	const { outputFiles } = await build({
		entryPoints: [fileURLToPath(new URL("catalogue.ts", import.meta.url))],
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		logLevel: "silent",
		banner: { js: SWITCH },
		footer: { js: "export { mutant };" },
		plugins: [
			{
				name: "mutants",
				setup({ onLoad }) {
					onLoad({ filter: /\.ts$/ }, ({ path }) => {
						const contents = codes.get(relative(ROOT, path).replaceAll("\\", "/"));
						return contents === undefined ? null : { contents, loader: "ts" };
					});
				},
			},
		],
	});
	const code = outputFiles[0]?.text ?? "";
	return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

const SWITCH = `const mutant = {
	on: -1, turns: 0, seen: new Set(),
	is(number) { if (this.on < 0) this.seen.add(number); return number === this.on; },
	turn() { if (++this.turns > ${TURNS_MAX}) throw new Error("a loop without an end"); },
};`;
