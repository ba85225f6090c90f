/** Decodes what a package says about itself. Owns the shapes; a manifest that does not fit throws with the field's name. */

export type DeviceManifest = {
	appId: number;
	appName: string;
	appType: "app" | "watchface";
	/** "workout" for a workout extension. */
	extType?: string;
	permissions: readonly string[];
	/** Dotted API level that the package needs at least. */
	minApiLevel: string;
	defaultLanguage: string;
	designWidth: number;
	/** Set in app.json to be given the whole screen of an Amazfit Bip Max. DOC guides/framework/device/screen-adaption. */
	wholeScreenOfBipMax: boolean;
	modules: DeviceModules;
	/** The whole file, for getPackageInfo. */
	raw: Record<string, unknown>;
};

/** Paths without extension, as the manifest has them. */
type DeviceModules = {
	watchface?: string;
	/** Whether the person may edit the face. */
	editable?: boolean;
	pages: string[];
	services: string[];
	card?: string;
	dataWidget?: DataWidgetModule;
};
type DataWidgetModule = { path: string; isPinned: boolean };

/** What a zpk is for: screens and chips, or watches by their number as older projects name them (DOC app-json). */
export type ZpkPlatform =
	| { screenType: string; screenResolution: string; cpuPlatform: string }
	| { deviceSource: number };

/** One zpk inside a .zab. */
export type ZpkEntry = { name: string; platforms: ZpkPlatform[] };

export function decodeDeviceManifest(raw: unknown): DeviceManifest {
	const root = record(raw, "app.json");
	const app = record(root.app, "app");
	const appType = text(app.appType, "app.appType");
	if (appType !== "app" && appType !== "watchface") throw new Error(`app.json: appType "${appType}" is not known`);
	const api = optionalRecord(optionalRecord(root.runtime)?.apiVersion);
	const extType = app.extType;
	return {
		appId: number(app.appId, "app.appId"),
		appName: typeof app.appName === "string" ? app.appName : "",
		appType,
		...(typeof extType === "string" ? { extType } : {}),
		permissions: list(root.permissions).map(permissionCode),
		minApiLevel: typeof api?.minVersion === "string" ? api.minVersion : "1.0",
		defaultLanguage: typeof root.defaultLanguage === "string" ? root.defaultLanguage : "en-US",
		designWidth: typeof root.designWidth === "number" ? root.designWidth : 0,
		wholeScreenOfBipMax: app._pikeCompatibled === 1,
		modules: decodeModules(optionalRecord(root.module) ?? {}),
		raw: root,
	};
}

export function decodeZabManifest(raw: unknown): ZpkEntry[] {
	return list(record(raw, "manifest.json").zpks).map((zpk, index) => {
		const entry = record(zpk, `zpks[${index}]`);
		return { name: text(entry.name, `zpks[${index}].name`), platforms: list(entry.platforms).map(decodePlatform) };
	});
}

function decodePlatform(raw: unknown): ZpkPlatform {
	const platform = record(raw, "platform");
	if (platform.screenType === undefined) return { deviceSource: number(platform.deviceSource, "deviceSource") };
	return {
		screenType: text(platform.screenType, "screenType"),
		screenResolution: text(platform.screenResolution, "screenResolution"),
		cpuPlatform: typeof platform.cpuPlatform === "string" ? platform.cpuPlatform : "",
	};
}

function decodeModules(modules: Record<string, unknown>): DeviceModules {
	const watchface = optionalRecord(modules.watchface)?.path;
	const editable = optionalRecord(modules.watchface)?.editable;
	const card = widgetOf(modules["app-widget"]);
	const dataWidget = widgetOf(modules["data-widget"]);
	return {
		...(typeof watchface === "string" ? { watchface } : {}),
		...(editable === 1 || editable === true ? { editable: true } : {}),
		pages: list(optionalRecord(modules.page)?.pages).filter((page) => typeof page === "string"),
		services: list(optionalRecord(modules["app-service"])?.services).filter((file) => typeof file === "string"),
		...(card ? { card: card.path } : {}),
		...(dataWidget ? { dataWidget } : {}),
	};
}

function widgetOf(module: unknown): DataWidgetModule | undefined {
	const first = optionalRecord(list(optionalRecord(module)?.widgets)[0]);
	if (typeof first?.path !== "string") return undefined;
	return { path: first.path, isPinned: optionalRecord(first.window)?.isPinned !== 0 };
}

/** Newer manifests have `{code, desc}` for some permissions. */
function permissionCode(permission: unknown): string {
	return typeof permission === "string" ? permission : text(optionalRecord(permission)?.code, "permissions");
}

function record(value: unknown, name: string): Record<string, unknown> {
	const found = optionalRecord(value);
	if (!found) throw new Error(`${name} is missing or is no object`);
	return found;
}

function optionalRecord(value: unknown): Record<string, unknown> | undefined {
	return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function text(value: unknown, name: string): string {
	if (typeof value !== "string") throw new Error(`${name} is missing or is no text`);
	return value;
}

function number(value: unknown, name: string): number {
	if (typeof value !== "number") throw new Error(`${name} is missing or is no number`);
	return value;
}
