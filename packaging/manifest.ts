/**
 * The manifests: reads the root `app.json`, which is the only one that people write, and derives from it the one that
 * each package is packed with. Rule: a package's manifest names nothing that is not in the package.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ModuleName, PACKAGES, type PackageName } from "./packages.ts";
import { PackagingFault } from "./packaging-fault.ts";

type Modules = { readonly [name in ModuleName]?: unknown };

/** The parts of the root manifest that the derivation touches; the rest passes through as it stands. */
export type RootManifest = {
	readonly app: { readonly icon: string; readonly [key: string]: unknown };
	readonly runtime: { readonly apiVersion: { readonly [key: string]: string } };
	readonly targets: Readonly<
		Record<string, { readonly module: Modules; readonly designWidth: number; readonly platforms: readonly unknown[] }>
	>;
	readonly i18n: Readonly<Record<string, { readonly appName: string }>>;
	readonly defaultLanguage: string;
	readonly configVersion: string;
};

export type Manifest = RootManifest & { readonly permissions: readonly string[] };

export function readRootManifest(root: string): RootManifest {
	return JSON.parse(readFileSync(join(root, "app.json"), "utf8")) as RootManifest;
}

/** `languages`: those that the package has words in; each gets the name that `app.json` gives it, or the default's. */
export function deriveManifest(root: RootManifest, name: PackageName, languages: readonly string[]): Manifest {
	const row = PACKAGES[name];
	const fallback = root.i18n[root.defaultLanguage];
	if (fallback === undefined) throw new PackagingFault(`app.json: i18n lacks its default language`);
	return {
		configVersion: root.configVersion,
		app: {
			...root.app,
			appId: row.appId,
			appType: row.appType,
			...(row.extType === undefined ? {} : { extType: row.extType }),
			icon: row.icon,
		},
		permissions: row.permissions,
		runtime: { apiVersion: { ...root.runtime.apiVersion, minVersion: row.minVersion } },
		targets: Object.fromEntries(
			Object.entries(root.targets).map(([target, value]) => [
				target,
				{ ...value, module: pick(value.module, row.modules) },
			]),
		),
		i18n: Object.fromEntries(languages.map((language) => [language, root.i18n[language] ?? fallback])),
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
