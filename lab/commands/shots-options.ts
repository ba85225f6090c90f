/** The command line of `shots`, decoded. Rule: what is not understood ends in a UsageError, before anything is drawn. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { LANGUAGES } from "../../core/words/words.ts";
import { DEVICES, type Device, findDevice, UsageError } from "../../simulator/index.ts";
import { canvasDevices } from "../shots/canvases.ts";
import { SCREENS, type Screen, SURFACES, type Surface } from "../shots/journeys.ts";
import { STORE_LANGUAGES } from "../shots/store.ts";

export type ShotsOptions =
	/** `store`: with the store's pictures in `store/`, as nothing was left out. */
	| { kind: "all"; folder: string; devices: Device[]; languages: string[]; wanted: readonly Screen[]; store: boolean }
	/** Those that the store asks for, and no others. */
	| { kind: "store"; folder: string; languages: readonly string[] }
	/** The pictures that the tree keeps to be compared with. */
	| { kind: "golden" }
	/** The picture of the README, in its place. */
	| { kind: "readme" }
	| { kind: "help" };

const FLAGS = {
	out: { type: "string" },
	device: { type: "string" },
	surface: { type: "string" },
	language: { type: "string" },
	state: { type: "string" },
	store: { type: "string" },
	golden: { type: "boolean" },
	readme: { type: "boolean" },
	help: { type: "boolean" },
} as const;

export const SHOTS_USAGE = `npm run -s shots -- --out FOLDER [--device ID] [--surface ${SURFACES.join("|")}] [--language TAG] [--state NAME]
npm run -s shots -- --store FOLDER [--language TAG]
npm run -s shots -- --golden
npm run -s shots -- --readme`;

const USUAL_LANGUAGES = ["en-US", "zh-CN", "de-DE"];

export function decodeShotsOptions(args: readonly string[]): ShotsOptions {
	const flags = readFlags(args);
	if (flags.help) return { kind: "help" };
	if (flags.readme) return alone("readme", flags);
	if (flags.golden) return alone("golden", flags);
	if (flags.store !== undefined) return storeOptions(flags, flags.store);
	const { out, ...filters } = flags;
	if (out === undefined) throw new UsageError(`where to? --out is missing\n${SHOTS_USAGE}`);
	const surface = filters.surface === undefined ? undefined : decodeSurface(filters.surface);
	return {
		kind: "all",
		folder: resolve(out),
		devices: filters.device === undefined ? canvasDevices() : [decodeDevice(filters.device)],
		languages: filters.language === undefined ? USUAL_LANGUAGES : [decodeLanguage(filters.language)],
		wanted: decodeScreens(filters.state, surface),
		store: Object.keys(filters).length === 0,
	};
}

type Flags = ReturnType<typeof readFlags>;

function storeOptions(flags: Flags, folder: string): ShotsOptions {
	refuseBeside("store", flags, ["language"]);
	const languages = flags.language === undefined ? STORE_LANGUAGES : [decodeLanguage(flags.language)];
	return { kind: "store", folder: resolve(folder), languages };
}

function alone(kind: "readme" | "golden", flags: Flags): ShotsOptions {
	refuseBeside(kind, flags, []);
	return { kind };
}

function refuseBeside(flag: keyof Flags, flags: Flags, allowed: readonly (keyof Flags)[]): void {
	const others = Object.keys(flags).filter((one) => one !== flag && !allowed.some((name) => name === one));
	if (others.length > 0) throw new UsageError(`--${flag} does not go with --${others[0]}\n${SHOTS_USAGE}`);
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS }).values;
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${SHOTS_USAGE}`);
	}
}

function decodeSurface(text: string): Surface {
	const found = SURFACES.find((surface) => surface === text);
	if (found === undefined) throw new UsageError(`--surface must be one of ${SURFACES.join(", ")}, not ${text}`);
	return found;
}

function decodeDevice(id: string): Device {
	const device = findDevice(id);
	if (device) return device;
	throw new UsageError(`no watch is called ${id}; there are ${DEVICES.map((known) => known.id).join(", ")}`);
}

function decodeLanguage(tag: string): string {
	if (LANGUAGES.some((language) => language === tag)) return tag;
	throw new UsageError(`there are no words in ${tag}; there are ${LANGUAGES.join(", ")}`);
}

function decodeScreens(name: string | undefined, surface: Surface | undefined): Screen[] {
	const shown = SCREENS.filter((screen) => surface === undefined || screen.surface === surface);
	const named = shown.filter(({ state }) => name === undefined || state === name);
	if (named.length > 0) return named;
	throw new UsageError(`there is no state ${name}; there are ${shown.map(({ state }) => state).join(", ")}`);
}
