/**
 * The command line of `sim`, decoded. Owns flags, their values and their defaults; never the run. Rule: what is not
 * understood ends in a UsageError with the reason, before anything is packed.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readLine, taking, UsageError } from "../../cli/command.ts";
import { DEVICES, type Device } from "../devices.ts";
import { LANGUAGES } from "../languages.ts";
import { parsePlace, parseSteps, type Step } from "./steps.ts";
import { claimPort, decodeLanguage, decodeWatch } from "./values.ts";

export type SimOptions = {
	/** Absolute: a `.zab`, a `.zpk` or a project's folder. */
	path: string;
	device: Device;
	language: string;
	stateDir: string | null;
	run:
		| { kind: "page"; port: number }
		/** Runs `seconds`, then after each step again; `shot` is where the last picture goes. `json`: the end as one object. */
		| { kind: "headless"; shot: string | null; seconds: number; steps: Step[]; now: number; json: boolean };
};

const VERBS = ["run", "shot", "test"] as const;

export const SIM = {
	call: "zepp-sim",
	does: "Runs a Zepp OS package (.zab, .zpk) or a project's folder on a simulated watch and phone.",
	forms: [
		"[run] PATH [--device ID] [--language TAG] [--state FOLDER] [--port NUMBER]",
		"shot PATH FILE.png [--tap X,Y|TEXT ...] [--seconds N] [--now ISO] [--json]",
		"test PATH SCRIPT [--seconds N] [--now ISO] [--json]",
		"PATH --headless [--shot FILE.png] [--tap X,Y|TEXT ...] [--seconds N] [--now ISO] [--json]",
	],
	takesWords: true,
	flags: {
		device: { ...taking("ID", "the watch, one of those below"), default: "balance2" },
		language: { ...taking("TAG", "of watch and phone"), default: "en-US" },
		state: taking("FOLDER", "what watch and phone keep between runs (nothing)"),
		port: taking("NUMBER", "of the page; without it that of the variable PORT, else a free one"),
		headless: { type: "boolean", says: "without a window" },
		shot: taking("FILE.png", "where the last picture goes"),
		tap: {
			...taking("X,Y|TEXT", "a tap, in px or on a text that the screen shows; as often as you like"),
			multiple: true,
		},
		seconds: { ...taking("N", "simulated time at the start and after each step"), default: "3" },
		now: taking("ISO", "the simulated time at the start (now)"),
		json: { type: "boolean", says: "the last line of standard output is {ok, problems, texts}" },
	},
	notes: [
		`run: a page on localhost with the watch, the phone's settings and the log (the default)
shot: no window; runs, taps, draws FILE.png, prints what was logged
test: no window; does what SCRIPT says, a step a line:
  tap TEXT | tap X,Y | hold TEXT | type TEXT | swipe up|down|left|right | crown DEGREES
  key back|select|home|up|down|shortcut | wait SECONDS | expect TEXT | expect-not TEXT`,
		`Languages: ${LANGUAGES.join(" ")}`,
		`Watches: ${DEVICES.map(({ id }) => id).join(" ")}`,
	],
	ends: "0 all well; 1 it crashed, needs what is not modelled, or a step failed",
} as const;

const SECONDS_MAX = 86_400;

export async function decodeSimOptions(args: readonly string[], desktopNow: number): Promise<SimOptions> {
	const { values, positionals } = readLine(SIM, args);
	const verb = VERBS.find((one) => one === positionals[0]);
	const [path, file, ...more] = verb === undefined ? positionals : positionals.slice(1);
	const takesFile = verb === "shot" || verb === "test";
	if (path === undefined || more.length > 0 || (file !== undefined) !== takesFile) {
		throw new UsageError(`give one package or project folder${takesFile ? " and one file" : ""}`);
	}
	if (!existsSync(path)) throw new UsageError(`there is no ${path}`);
	return {
		path: resolve(path),
		device: decodeWatch(values.device),
		language: decodeLanguage(values.language),
		stateDir: values.state ?? null,
		run: await decodeRun(verb, file, values, desktopNow),
	};
}

type Verb = (typeof VERBS)[number];

async function decodeRun(
	verb: Verb | undefined,
	file: string | undefined,
	values: Values,
	now: number,
): Promise<SimOptions["run"]> {
	if (verb === "shot" && file !== undefined) return decodeHeadless({ ...values, shot: file }, now, []);
	if (verb === "test" && file !== undefined) return decodeHeadless(values, now, readScript(file));
	return values.headless ? decodeHeadless(values, now, []) : decodePage(values);
}

function readScript(file: string): Step[] {
	if (!existsSync(file)) throw new UsageError(`there is no ${file}`);
	return parseSteps(readFileSync(file, "utf8"));
}

type Values = ReturnType<typeof readLine<(typeof SIM)["flags"]>>["values"];

async function decodePage({ port, shot, tap = [], now, json }: Values): Promise<SimOptions["run"]> {
	if (shot !== undefined || tap.length > 0 || now !== undefined || json) {
		throw new UsageError("--shot, --tap, --now and --json go with --headless");
	}
	return { kind: "page", port: await claimPort(port, process.env.PORT) };
}

function decodeHeadless(
	{ shot, seconds: text, tap = [], now, port, json = false }: Values,
	desktopNow: number,
	script: readonly Step[],
): SimOptions["run"] {
	if (port !== undefined) throw new UsageError(`--port does not go with --headless`);
	const seconds = Number(text);
	if (!(seconds >= 0 && seconds <= SECONDS_MAX)) {
		throw new UsageError(`--seconds takes 0 to ${SECONDS_MAX}, not ${text}`);
	}
	const start = now === undefined ? desktopNow : Date.parse(now);
	if (Number.isNaN(start)) throw new UsageError(`--now must be an ISO date, not ${now}`);
	return {
		kind: "headless",
		shot: shot === undefined ? null : resolve(shot),
		seconds,
		steps: [...tap.map((text): Step => ({ kind: "tap", place: parsePlace(text) })), ...script],
		now: start,
		json,
	};
}
