/**
 * The command line of `sim`, decoded. Owns flags, their values and their defaults; never the run. Rule: what is not
 * understood ends in a UsageError with the reason, before anything is packed.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEVICES, type Device, findDevice } from "../devices.ts";
import { parsePlace, parseSteps, type Step } from "./steps.ts";
import { UsageError } from "./usage-error.ts";

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

const FLAGS = {
	device: { type: "string", default: "balance2" },
	language: { type: "string", default: "en-US" },
	state: { type: "string" },
	port: { type: "string" },
	headless: { type: "boolean", default: false },
	shot: { type: "string" },
	seconds: { type: "string", default: "3" },
	tap: { type: "string", multiple: true },
	now: { type: "string" },
	json: { type: "boolean", default: false },
	help: { type: "boolean", default: false },
} as const;

const VERBS = ["run", "shot", "test"] as const;

const USAGE = `zepp-sim [run] PATH [--device ID] [--language TAG] [--state FOLDER] [--port NUMBER]
zepp-sim shot PATH FILE.png [--tap X,Y|TEXT ...] [--seconds N] [--now ISO] [--json]
zepp-sim test PATH SCRIPT [--seconds N] [--now ISO] [--json]
zepp-sim PATH --headless [--shot FILE.png] [--tap X,Y|TEXT ...] [--seconds N] [--now ISO] [--json]`;

const HELP = `Runs a Zepp OS package (.zab, .zpk) or a project's folder on a simulated watch and phone.

${USAGE}

  run              a page on localhost with the watch, the phone's settings and the log (the default)
  shot             no window: runs, taps, draws FILE.png, prints what was logged
  test             no window: does what SCRIPT says, a step a line:
                     tap TEXT | tap X,Y | hold TEXT | type TEXT | swipe up|down|left|right | crown DEGREES
                     key back|select|home|up|down|shortcut | wait SECONDS | expect TEXT | expect-not TEXT

  --device ID      the watch (default balance2): ${DEVICES.map(({ id }) => id).join(", ")}
  --language TAG   of watch and phone (default en-US)
  --state FOLDER   what watch and phone keep between runs (default: nothing)
  --port NUMBER    of the page (default: a free one)
  --headless       without a window
  --shot FILE.png  where the last picture goes
  --tap X,Y|TEXT   a tap, in px or on a text that the screen shows; as often as you like
  --seconds N      simulated time at the start and after each step (default 3)
  --now ISO        the simulated time at the start (default: now)
  --json           the last line of standard output is {ok, problems, texts}

Exit status: 0 all well; 1 it crashed, needs what is not modelled, or a step failed; 2 it cannot be opened.
`;

const SECONDS_MAX = 86_400;

/** "help" if that is all that was asked for. */
export function decodeSimOptions(args: readonly string[], desktopNow: number): SimOptions | "help" {
	const { values, positionals } = readFlags(args);
	if (values.help) return "help";
	const verb = VERBS.find((one) => one === positionals[0]);
	const [path, file, ...more] = verb === undefined ? positionals : positionals.slice(1);
	const takesFile = verb === "shot" || verb === "test";
	if (path === undefined || more.length > 0 || (file !== undefined) !== takesFile) {
		throw new UsageError(`give one package or project folder${takesFile ? " and one file" : ""}\n${USAGE}`);
	}
	if (!existsSync(path)) throw new UsageError(`there is no ${path}`);
	return {
		path: resolve(path),
		device: decodeDevice(values.device),
		language: values.language,
		stateDir: values.state ?? null,
		run: decodeRun(verb, file, values, desktopNow),
	};
}

export function helpText(): string {
	return HELP;
}

type Verb = (typeof VERBS)[number];

function decodeRun(verb: Verb | undefined, file: string | undefined, values: Values, now: number): SimOptions["run"] {
	if (verb === "shot" && file !== undefined) return decodeHeadless({ ...values, shot: file }, now, []);
	if (verb === "test" && file !== undefined) return decodeHeadless(values, now, readScript(file));
	return values.headless ? decodeHeadless(values, now, []) : decodePage(values);
}

function readScript(file: string): Step[] {
	if (!existsSync(file)) throw new UsageError(`there is no ${file}`);
	return parseSteps(readFileSync(file, "utf8"));
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
	}
}

type Values = ReturnType<typeof readFlags>["values"];

/** Any watch that we know. */
function decodeDevice(id: string): Device {
	const device = findDevice(id);
	if (device) return device;
	throw new UsageError(`no watch is called ${id}; there are ${DEVICES.map((known) => known.id).join(", ")}`);
}

function decodePage({ port: text, shot, tap = [], now, json }: Values): SimOptions["run"] {
	if (shot !== undefined || tap.length > 0 || now !== undefined || json) {
		throw new UsageError(`--shot, --tap, --now and --json go with --headless\n${USAGE}`);
	}
	const port = Number(text ?? 0);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`${text} is no port`);
	return { kind: "page", port };
}

function decodeHeadless(
	{ shot, seconds: text, tap = [], now, port, json }: Values,
	desktopNow: number,
	script: readonly Step[],
): SimOptions["run"] {
	if (port !== undefined) throw new UsageError(`--port does not go with --headless\n${USAGE}`);
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
