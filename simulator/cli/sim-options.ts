/**
 * The command line of `sim`, decoded. Owns flags, their values and their defaults; never the run. Rule: what is not
 * understood ends in a UsageError with the reason, before anything is packed.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEVICES, type Device, findDevice } from "../devices.ts";
import { UsageError } from "./usage-error.ts";

/** A place on the screen in px, or a text that the screen shows. */
export type Tap = { x: number; y: number } | { text: string };

export type SimOptions = {
	/** Absolute: a `.zab`, a `.zpk` or a project's folder. */
	path: string;
	device: Device;
	language: string;
	stateDir: string | null;
	run:
		| { kind: "page"; port: number }
		/** Runs `seconds`, then for each tap again; `shot` is where the last picture goes. */
		| { kind: "headless"; shot: string | null; seconds: number; taps: Tap[]; now: number };
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
} as const;

const USAGE = `npm run -s sim -- PATH [--device ID] [--language TAG] [--state FOLDER] [--port NUMBER]
npm run -s sim -- PATH --headless [--shot FILE.png] [--seconds N] [--tap X,Y|TEXT ...] [--now ISO]`;

const SECONDS_MAX = 86_400;

export function decodeSimOptions(args: readonly string[], desktopNow: number): SimOptions {
	const { values, positionals } = readFlags(args);
	const [path, ...more] = positionals;
	if (path === undefined || more.length > 0) throw new UsageError(`give one package or project folder\n${USAGE}`);
	if (!existsSync(path)) throw new UsageError(`there is no ${path}`);
	return {
		path: resolve(path),
		device: decodeDevice(values.device),
		language: values.language,
		stateDir: values.state ?? null,
		run: values.headless ? decodeHeadless(values, desktopNow) : decodePage(values),
	};
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

function decodePage({ port: text, shot, tap = [], now }: Values): SimOptions["run"] {
	if (shot !== undefined || tap.length > 0 || now !== undefined) {
		throw new UsageError(`--shot, --tap and --now go with --headless\n${USAGE}`);
	}
	const port = Number(text ?? 0);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`${text} is no port`);
	return { kind: "page", port };
}

function decodeHeadless({ shot, seconds: text, tap = [], now, port }: Values, desktopNow: number): SimOptions["run"] {
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
		taps: tap.map(decodeTap),
		now: start,
	};
}

function decodeTap(text: string): Tap {
	const [, x, y] = /^(\d+),(\d+)$/.exec(text) ?? [];
	return x === undefined || y === undefined ? { text } : { x: Number(x), y: Number(y) };
}
