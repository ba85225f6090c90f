/** The packages on the watch, and which file of one a surface runs. */
import type { OpenedPackage } from "../package/open-package.ts";
import type { SurfaceKind } from "./system.ts";

export type Installed = Map<number, OpenedPackage>;

/** The package and the path to run, or in words why there is none. */
export function findInstalled(
	installed: Installed,
	appId: number,
	kind: SurfaceKind,
	url: string | undefined,
): { opened: OpenedPackage; url: string } | string {
	const opened = installed.get(appId);
	if (!opened) return "no such app is installed";
	const path = entryOf(opened, kind, url);
	return path === undefined ? `${opened.manifest.appName} has no ${kind}` : { opened, url: path };
}

/** A url that the manifest does not list opens the first page, as an app list does. */
function entryOf({ manifest: { modules } }: OpenedPackage, kind: SurfaceKind, url?: string): string | undefined {
	switch (kind) {
		case "face":
			return modules.watchface;
		case "page":
			return modules.pages.find((page) => page === url) ?? modules.pages[0];
		case "card":
			return modules.card;
		case "service":
			return modules.services.find((service) => service === url);
		case "workout":
			return modules.dataWidget?.path;
	}
}
