/**
 * The three packages that come from this one tree, and the three of the probe: a row each. The packager makes a face or a mini program, never both
 * in one package, and drops in silence what does not belong: so a row names exactly the modules that its kind keeps.
 * Owns what differs between the packages; what they have in common stands in the root `app.json`.
 */
import identity from "./identity.json" with { type: "json" };

export type PackageName = "face" | "companion" | "workout";

/** What asks a watch of its owner how it does things (`probe/`). */
export type ProbeName = "probe-face" | "probe-app" | "probe-workout";

export type ModuleName = "watchface" | "page" | "app-widget" | "app-service" | "data-widget" | "app-side" | "setting";

export type PackageRow = {
	/** From `identity.json`, as the name is. Whoever publishes puts the ids there that the vendor's console gave them. */
	readonly appId: number;
	/** What the watch and the store call it. The store takes no workout extension of the same name as an app (DOC). */
	readonly name: string;
	readonly appType: "watchface" | "app";
	readonly extType?: "workout";
	/** The source of the package's `app.js`. Each package has its own, so that only the companion carries a transport. */
	readonly app: string;
	readonly modules: readonly ModuleName[];
	/** The scripts of the module "page", the first one first: each is a page of its own, of which a watch holds one at a time. */
	readonly pages: readonly string[];
	/** Where the modules' folders are: "" for the root. */
	readonly folder: "" | "probe/";
	/** Modules whose words become `.po` files; a workout extension loads none (DOC guides/workout-extension). */
	readonly worded: readonly ModuleName[];
	/** A face's icon is its preview in the list of faces; the packager gives it each watch's preview size (PKG). */
	readonly icon: string;
	readonly permissions: readonly string[];
	readonly minVersion: string;
};

export const PACKAGES: Readonly<Record<PackageName, PackageRow>> = {
	face: {
		...identity.face,
		appType: "watchface",
		app: "watchface/app.ts",
		modules: ["watchface"],
		pages: [],
		folder: "",
		worded: ["watchface"],
		icon: "preview.png",
		permissions: ["data:os.device.info", "data:user.hd.step", "data:user.hd.sleep", "data:user.hd.workout"],
		minVersion: "3.6",
	},
	companion: {
		...identity.companion,
		appType: "app",
		app: "page/app.ts",
		modules: ["page", "app-widget", "app-service", "app-side", "setting"],
		pages: ["index", "ask", "read", "speak", "act", "ring", "say"],
		folder: "",
		worded: ["page", "app-side", "setting"],
		icon: "icon.png",
		permissions: [
			"data:os.device.info",
			"device:os.mic",
			"device:os.alarm",
			"device:os.bg_service",
			"device:os.notification",
			"data:user.hd.step",
			"data:user.hd.heart_rate",
			"data:user.hd.sleep",
			"data:user.hd.workout",
		],
		minVersion: "3.6",
	},
	workout: {
		...identity.workout,
		appType: "app",
		extType: "workout",
		app: "data-widget/app.ts",
		modules: ["data-widget"],
		pages: [],
		folder: "",
		worded: [],
		icon: "icon.png",
		permissions: ["data:os.device.info", "data:user.hd.workout"],
		minVersion: "3.6",
	},
};

/** Built by `npm run build -- --probe` alone, and never published. */
export const PROBES: Readonly<Record<ProbeName, PackageRow>> = {
	"probe-face": {
		...PACKAGES.face,
		...identity.probe.face,
		app: "probe/watchface/app.ts",
		folder: "probe/",
		worded: [],
		permissions: ["data:os.device.info"],
	},
	"probe-app": {
		...PACKAGES.companion,
		...identity.probe.app,
		app: "probe/page/app.ts",
		modules: ["page", "app-widget", "app-side", "setting"],
		pages: ["index"],
		folder: "probe/",
		worded: [],
		permissions: ["data:os.device.info", "device:os.mic", "data:user.hd.heart_rate", "data:user.hd.sleep"],
	},
	"probe-workout": {
		...PACKAGES.workout,
		...identity.probe.workout,
		app: "probe/data-widget/app.ts",
		folder: "probe/",
	},
};

/** Who publishes the packages; the store shows it. */
export const VENDOR = identity.vendor;

export const PACKAGE_NAMES: readonly PackageName[] = ["face", "companion", "workout"];

export const PROBE_NAMES: readonly ProbeName[] = ["probe-face", "probe-app", "probe-workout"];

export function rowOf(name: PackageName | ProbeName): PackageRow {
	return isPackageName(name) ? PACKAGES[name] : PROBES[name];
}

export function isProbeName(text: string): text is ProbeName {
	return PROBE_NAMES.some((name) => name === text);
}

export function isPackageName(text: string): text is PackageName {
	return PACKAGE_NAMES.some((name) => name === text);
}

/** The scripts of a package but its `app`, by their path without an ending. */
export function scriptsOf({ modules, pages }: PackageRow): string[] {
	return modules.flatMap((module) => scriptsIn(module, pages));
}

export function scriptsIn(module: ModuleName, pages: readonly string[]): string[] {
	return (module === "page" ? pages : ["index"]).map((script) => `${module}/${script}`);
}
