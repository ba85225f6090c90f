/** The command line of `chaos`, decoded. Rule: what is not understood ends in a UsageError, before anything is packed. */
import { parseArgs } from "node:util";
import { type LinkModel, parseLink, UsageError } from "../../simulator/index.ts";
import type { ChaosOptions } from "../chaos/chaos.ts";
import { decodeDevice } from "./ask-options.ts";

export const CHAOS_USAGE = `npm run -s chaos -- [--asks N] [--seed N | --seeds A-B] [--link TERMS] [--kills SHARE] [--device ID] [--json]
       npm run -s chaos -- --money [--asks N] [--seed N | --seeds A-B] [--json]
  --asks N       questions of a run (200)
  --seed N       a run repeats from it (1)
  --seeds A-B    a run for each, some at once; a line of JSON each
  --link TERMS   as of ask (loss=0.05); dup and reorder are as loss where not named, drop a 25th of it
  --kills SHARE  of questions during which the Side Service is killed, and the page, and a store fails (as loss)
  --money        runs of 12 questions under a limit on money instead, against modelled providers that charge what they lose, with two
                 providers, voice, kills, midnights and clocks that are set; exits 1 where one charged more than the limit`;

const FLAGS = {
	asks: { type: "string" },
	money: { type: "boolean", default: false },
	seed: { type: "string", default: "1" },
	seeds: { type: "string" },
	link: { type: "string", default: "loss=0.05" },
	kills: { type: "string" },
	device: { type: "string", default: "balance2" },
	json: { type: "boolean", default: false },
	help: { type: "boolean", default: false },
} as const;

/** Frames after which the radio drops, as a part of those that are lost. */
const DROP_PART = 1 / 25;

const ASKS = "200";
const MONEY_ASKS = "12";

export type ChaosCommand =
	| { kind: "help" }
	| { kind: "money"; asks: number; seeds: number[]; json: boolean }
	| { kind: "one"; options: ChaosOptions; json: boolean }
	/** `args` are those of each run, without its seed. */
	| { kind: "seeds"; seeds: number[]; args: string[] };

export function decodeChaosCommand(args: readonly string[]): ChaosCommand {
	const { help, json, ...flags } = readFlags(args);
	if (help) return { kind: "help" };
	const { asks = flags.money ? MONEY_ASKS : ASKS, link, device, kills, seeds } = flags;
	const seed = wholeNumber("seed", flags.seed);
	if (flags.money) {
		return { kind: "money", asks: wholeNumber("asks", asks), seeds: seeds === undefined ? [seed] : range(seeds), json };
	}
	const model = hostile(link, seed);
	const options: ChaosOptions = {
		asks: wholeNumber("asks", asks),
		seed,
		link: model,
		kills: kills === undefined ? model.loss : share("kills", kills),
		device: decodeDevice(device),
	};
	if (seeds === undefined) return { kind: "one", options, json };
	const given = kills === undefined ? [] : ["--kills", kills];
	return {
		kind: "seeds",
		seeds: range(seeds),
		args: ["--asks", asks, "--link", link, "--device", device, "--json", ...given],
	};
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS }).values;
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${CHAOS_USAGE}`);
	}
}

/** What is not named is as bad as what is. */
function hostile(text: string, seed: number): LinkModel {
	const model = readLink(text);
	const named = text.split(",").map((term) => term.split("=")[0]?.trim());
	const unless = (name: string, value: Partial<LinkModel>) => (named.includes(name) ? {} : value);
	return {
		...model,
		...unless("dup", { dup: model.loss }),
		...unless("reorder", { reorder: model.loss }),
		...unless("drop", { drop: model.loss * DROP_PART }),
		...unless("seed", { seed }),
	};
}

function readLink(text: string): LinkModel {
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

function share(flag: string, text: string): number {
	const number = text === "" ? Number.NaN : Number(text);
	if (!(number >= 0 && number <= 1)) throw new UsageError(`--${flag} must be a share from 0 to 1, not ${text}`);
	return number;
}

function range(text: string): number[] {
	const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
	const [from, to] = [Number(first), Number(last)];
	if (!(from >= 1 && to >= from)) throw new UsageError(`--seeds must be A-B, such as 1-10, not ${text}`);
	return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
