/** The command line of `shots`, decoded. Rule: what is not understood ends in a UsageError, before anything is drawn. */
import { resolve } from "node:path";
import { oneOf, readLine, taking, UsageError } from "../../cli/command.ts";
import { DEVICES, type Device, decodeWatch } from "../../simulator/index.ts";
import { canvasDevices } from "../shots/canvases.ts";
import { SCREENS, type Screen, SURFACES, type Surface } from "../shots/journeys.ts";
import { STORE_LANGUAGES } from "../shots/store.ts";
import { decodeSpoken, LANGUAGES_NOTE } from "./flags.ts";

export type ShotsOptions =
	/** `store`: with the store's pictures in `store/`, as nothing was left out. */
	| { kind: "all"; folder: string; devices: Device[]; languages: string[]; wanted: readonly Screen[]; store: boolean }
	/** Those that the store asks for, and no others. */
	| { kind: "store"; folder: string; languages: readonly string[] }
	/** The pictures that the tree keeps to be compared with. */
	| { kind: "golden" }
	/** The picture of the README, in its place. */
	| { kind: "readme" };

export const SHOTS = {
	call: "npm run -s shots --",
	does: "Pictures of every screen in every state on every size of screen, with a list of their texts (index.json), a sheet for each surface, and in store/ what the vendor's store asks for.",
	forms: [
		"--out FOLDER [--device ID] [--surface NAME] [--language TAG] [--state NAME]",
		"--store FOLDER [--language TAG]",
		"--golden",
		"--readme",
	],
	flags: {
		out: taking("FOLDER", "where the pictures go"),
		device: taking("ID", "that watch alone (one of each size of screen)"),
		surface: taking(SURFACES.join("|"), "that surface alone"),
		language: taking("TAG", "that language alone (en-US, zh-CN and de-DE)"),
		state: taking("NAME", "that state alone, such as answered"),
		store: taking("FOLDER", "what the store asks for, and nothing else"),
		golden: { type: "boolean", says: "the pictures that tests compare with, in their place" },
		readme: { type: "boolean", says: "the pictures of the README, in their place" },
	},
	notes: [LANGUAGES_NOTE, `Watches: ${DEVICES.map(({ id }) => id).join(" ")}`],
	ends: "0 all well; 1 a screen crashed, a text is cut off or passes the screen's edge",
} as const;

const USUAL_LANGUAGES = ["en-US", "zh-CN", "de-DE"];

export function decodeShotsOptions(args: readonly string[]): ShotsOptions {
	const flags = readLine(SHOTS, args).values;
	if (flags.readme) return alone("readme", flags);
	if (flags.golden) return alone("golden", flags);
	if (flags.store !== undefined) return storeOptions(flags, flags.store);
	const { out, ...filters } = flags;
	if (out === undefined) throw new UsageError("where to? --out FOLDER is missing");
	const surface = filters.surface === undefined ? undefined : oneOf("surface", filters.surface, SURFACES);
	return {
		kind: "all",
		folder: resolve(out),
		devices: filters.device === undefined ? canvasDevices() : [decodeWatch(filters.device)],
		languages: filters.language === undefined ? USUAL_LANGUAGES : [decodeSpoken(filters.language)],
		wanted: decodeScreens(filters.state, surface),
		store: Object.keys(filters).length === 0,
	};
}

type Flags = ReturnType<typeof readLine<(typeof SHOTS)["flags"]>>["values"];

function storeOptions(flags: Flags, folder: string): ShotsOptions {
	refuseBeside("store", flags, ["language"]);
	const languages = flags.language === undefined ? STORE_LANGUAGES : [decodeSpoken(flags.language)];
	return { kind: "store", folder: resolve(folder), languages };
}

function alone(kind: "readme" | "golden", flags: Flags): ShotsOptions {
	refuseBeside(kind, flags, []);
	return { kind };
}

function refuseBeside(flag: keyof Flags, flags: Flags, allowed: readonly (keyof Flags)[]): void {
	const others = Object.keys(flags).filter((one) => one !== flag && !allowed.some((name) => name === one));
	if (others.length > 0) throw new UsageError(`--${flag} does not go with --${others[0]}`);
}

function decodeScreens(name: string | undefined, surface: Surface | undefined): Screen[] {
	const shown = SCREENS.filter((screen) => surface === undefined || screen.surface === surface);
	const named = shown.filter(({ state }) => name === undefined || state === name);
	if (named.length > 0) return named;
	throw new UsageError(`there is no state ${name}; there are ${shown.map(({ state }) => state).join(", ")}`);
}
