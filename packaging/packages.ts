/**
 * The three packages that come from this one tree: a row each. The packager makes a face or a mini program, never both
 * in one package, and drops in silence what does not belong: so a row names exactly the modules that its kind keeps.
 * Owns what differs between the packages; what they have in common stands in the root `app.json`.
 */
export type PackageName = "face" | "companion" | "workout";

export type ModuleName = "watchface" | "page" | "app-widget" | "data-widget" | "app-side" | "setting";

export type PackageRow = {
	readonly appId: number;
	readonly appType: "watchface" | "app";
	readonly extType?: "workout";
	/** The source of the package's `app.js`. Each package has its own, so that only the companion carries a transport. */
	readonly app: string;
	readonly modules: readonly ModuleName[];
	/** Modules whose words become `.po` files; a workout extension loads none (DOC guides/workout-extension). */
	readonly worded: readonly ModuleName[];
	/** A face's icon is its preview in the list of faces; the packager gives it each watch's preview size (PKG). */
	readonly icon: string;
	readonly permissions: readonly string[];
	readonly minVersion: string;
};

export const PACKAGES: Readonly<Record<PackageName, PackageRow>> = {
	face: {
		appId: 1101001,
		appType: "watchface",
		app: "watchface/app.ts",
		modules: ["watchface"],
		worded: ["watchface"],
		icon: "preview.png",
		permissions: ["data:os.device.info", "data:user.hd.step", "data:user.hd.heart_rate"],
		minVersion: "3.6",
	},
	companion: {
		appId: 1101002,
		appType: "app",
		app: "page/app.ts",
		modules: ["page", "app-widget", "app-side", "setting"],
		worded: ["page", "app-side", "setting"],
		icon: "icon.png",
		permissions: [
			"data:os.device.info",
			"device:os.local_storage",
			"device:os.mic",
			"data:user.hd.step",
			"data:user.hd.heart_rate",
			"data:user.hd.sleep",
			"data:user.hd.workout",
		],
		minVersion: "3.6",
	},
	workout: {
		appId: 1101003,
		appType: "app",
		extType: "workout",
		app: "data-widget/app.ts",
		modules: ["data-widget"],
		worded: [],
		icon: "icon.png",
		permissions: ["data:os.device.info", "data:user.hd.workout"],
		minVersion: "3.6",
	},
};

export const PACKAGE_NAMES: readonly PackageName[] = ["face", "companion", "workout"];

export function isPackageName(text: string): text is PackageName {
	return PACKAGE_NAMES.some((name) => name === text);
}
