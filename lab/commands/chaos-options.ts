/** The command line of `chaos`, decoded. Rule: what is not understood ends in a UsageError, before anything is packed. */
import { decodeWith, readLine, taking, UsageError, wholeNumber } from "../../cli/command.ts";
import { type LinkModel, parseLink } from "../../simulator/index.ts";
import type { ActionsOptions } from "../chaos/actions/actions.ts";
import type { ChaosOptions } from "../chaos/chaos.ts";
import { DEVICE, decodeDevice, JSON_FLAG, WATCHES_NOTE } from "./flags.ts";

export const CHAOS = {
	call: "npm run -s chaos --",
	does: "Asks under a bad radio while phone and watch die, stores refuse, a disk fills and clocks jump, and counts what was lost, doubled or billed twice.",
	forms: [
		"[--asks N] [--seed N | --seeds A-B] [--link TERMS] [--kills SHARE] [--device ID] [--json]",
		"--actions [--asks N] [--seed N | --seeds A-B] [--link TERMS] [--kills SHARE] [--device ID] [--json]",
		"--money [--asks N] [--seed N | --seeds A-B] [--json]",
	],
	flags: {
		asks: taking("N", "questions of a run (200; 12 with --money)"),
		actions: {
			type: "boolean",
			says: "wishes for timers, alarms and reminders instead, to a watch whose power goes at one write after the other",
		},
		money: {
			type: "boolean",
			says: "questions under a limit on money instead, against modelled providers that charge what they lose, with two providers, voice, kills, midnights and clocks that are set",
		},
		seed: { ...taking("N", "a run repeats from it"), default: "1" },
		seeds: taking("A-B", "a run for each, some at once; a line of JSON each"),
		link: {
			...taking("TERMS", "as of ask; dup and reorder are as loss where not named, drop a 25th of it"),
			default: "loss=0.05",
		},
		kills: taking(
			"SHARE",
			"of questions during which the Side Service is killed, and the page, and a store fails (as loss)",
		),
		device: DEVICE,
		json: JSON_FLAG,
	},
	notes: [WATCHES_NOTE],
	ends: "0 nothing was lost, doubled, done twice or charged above the limit; 1 something was",
} as const;

/** Frames after which the radio drops, as a part of those that are lost. */
const DROP_PART = 1 / 25;

const ASKS = "200";
const MONEY_ASKS = "12";

export type ChaosCommand =
	| { kind: "money"; asks: number; seeds: number[]; json: boolean }
	| { kind: "actions"; options: ActionsOptions; json: boolean }
	| { kind: "one"; options: ChaosOptions; json: boolean }
	/** `args` are those of each run, without its seed. */
	| { kind: "seeds"; seeds: number[]; args: string[] };

export function decodeChaosCommand(args: readonly string[]): ChaosCommand {
	const { json = false, ...flags } = readLine(CHAOS, args).values;
	const { asks = flags.money ? MONEY_ASKS : ASKS, link, device, kills, seeds } = flags;
	const seed = wholeNumber("seed", flags.seed);
	if (flags.money && flags.actions) throw new UsageError("--money and --actions are two runs");
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
	if (seeds === undefined) return { kind: flags.actions ? "actions" : "one", options, json };
	const given = [...(kills === undefined ? [] : ["--kills", kills]), ...(flags.actions ? ["--actions"] : [])];
	return {
		kind: "seeds",
		seeds: range(seeds),
		args: ["--asks", asks, "--link", link, "--device", device, "--json", ...given],
	};
}

/** What is not named is as bad as what is. */
function hostile(text: string, seed: number): LinkModel {
	const model = decodeWith("link", parseLink, text);
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
