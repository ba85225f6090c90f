/**
 * The manifests: reads the root `app.json`, which is the only one that people write, and derives from it the one that
 * each package is packed with. Rule: a package's manifest names nothing that is not in the package.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PackagingFault } from "../packing/packaging-fault.ts";
import {
	type ModuleName,
	type PackageName,
	type PackageRow,
	type ProbeName,
	rowOf,
	scriptsIn,
	VENDOR,
} from "./packages.ts";

type Modules = { readonly [name in ModuleName]?: unknown };

/** The parts of the root manifest that the derivation touches; the rest passes through as it stands. */
export type RootManifest = {
	readonly app: { readonly icon: string; readonly [key: string]: unknown };
	readonly runtime: { readonly apiVersion: { readonly [key: string]: string } };
	readonly targets: Readonly<
		Record<string, { readonly module: Modules; readonly designWidth: number; readonly platforms: readonly unknown[] }>
	>;
	readonly defaultLanguage: string;
	readonly configVersion: string;
};

/** What a language calls the package, and the workout extension in the list of a sport's pages. */
type Names = {
	readonly appName: string;
	readonly "data-widget"?: { readonly widgets: readonly { readonly name: string }[] };
};

export type Manifest = RootManifest & {
	readonly permissions: readonly string[];
	readonly i18n: Readonly<Record<string, Names>>;
};

export function readRootManifest(root: string): RootManifest {
	return JSON.parse(readFileSync(join(root, "app.json"), "utf8")) as RootManifest;
}

/** `languages`: those that the package has words in. Its name is the same in each. */
export function deriveManifest(
	root: RootManifest,
	name: PackageName | ProbeName,
	languages: readonly string[],
): Manifest {
	const row = rowOf(name);
	return {
		configVersion: root.configVersion,
		app: {
			...root.app,
			appId: row.appId,
			appName: row.name,
			vender: VENDOR,
			appType: row.appType,
			...(row.extType === undefined ? {} : { extType: row.extType }),
			icon: row.icon,
		},
		permissions: row.permissions,
		runtime: { apiVersion: { ...root.runtime.apiVersion, minVersion: row.minVersion } },
		targets: Object.fromEntries(
			Object.entries(root.targets).map(([target, value]) => [
				target,
				{ ...value, module: paged(named(pick(value.module, row.modules), row.name), row) },
			]),
		),
		i18n: Object.fromEntries(languages.map((language) => [language, namesOf(row)])),
		defaultLanguage: root.defaultLanguage,
	};
}

function pick(modules: Modules, wanted: readonly ModuleName[]): Modules {
	return Object.fromEntries(
		wanted.map((name) => {
			if (modules[name] === undefined) throw new PackagingFault(`app.json: no module "${name}"`);
			return [name, modules[name]];
		}),
	);
}

/** A page that the package does not have is not in its manifest. */
function paged(modules: Modules, { pages }: PackageRow): Modules {
	return modules.page === undefined ? modules : { ...modules, page: { pages: scriptsIn("page", pages) } };
}

/** Cards and workout extensions have a name of their own in the manifest: here it is the package's. */
function named(modules: Modules, name: string): Modules {
	return Object.fromEntries(
		Object.entries(modules).map(([module, value]) => [
			module,
			isWidgets(value) ? { ...value, widgets: value.widgets.map((widget) => ({ ...widget, name })) } : value,
		]),
	);
}

function isWidgets(value: unknown): value is { readonly widgets: readonly object[] } {
	return typeof value === "object" && value !== null && "widgets" in value && Array.isArray(value.widgets);
}

/** A workout extension says its name in each language too (DOC guides/workout-extension/quick-start). */
function namesOf({ name, modules }: PackageRow): Names {
	const appName = { appName: name };
	return modules.includes("data-widget") ? { ...appName, "data-widget": { widgets: [{ name }] } } : appName;
}
