/** `@zos/app`, `@zos/router`, `@zos/device`, `@zos/i18n`, `@zos/settings`, `@zos/user`: who and where the app is. */
import { LANGUAGES } from "../../languages.ts";
import { type AppContext, type Operations, perApp } from "../context.ts";
import { type FunctionRef, isRecord, isRef, numberOr, optionalText, paramsText } from "../values.ts";

export const SCENES = { SCENE_APP: 1, SCENE_WATCHFACE: 2, SCENE_SETTINGS: 3, SCENE_AOD: 4 } as const;
export const SCREEN_SHAPES = { SCREEN_SHAPE_SQUARE: 0, SCREEN_SHAPE_ROUND: 1 } as const;

const GRANTED = 2;
const REFUSED = 0;

const ENGLISH = 2;

const channelsOf = perApp(() => new Map<string, FunctionRef[]>());

export const APP_OPERATIONS: Operations = {
	"@zos/app.getPackageInfo": ({ package: { manifest } }) => manifest.raw.app,
	"@zos/app.getScene": sceneOf,
	"@zos/app.queryPermission": (app, option) =>
		permissionsIn(option).map((code) => (app.package.manifest.permissions.includes(code) ? GRANTED : REFUSED)),
	"@zos/app.requestPermission"(app, option) {
		const all = permissionsIn(option).every((code) => app.package.manifest.permissions.includes(code));
		return all ? GRANTED : REFUSED;
	},
	"@zos/app.getPerformance"(app) {
		const { now, peak } = app.heap();
		return { memory: { system: {}, app: [{ appid: app.appId, used: now, peak, modules: [] }], leaking: [] } };
	},
	"@zos/app.onMessage"(app, channel, ref) {
		const byName = channelsOf(app);
		if (isRef(ref)) byName.set(String(channel), [...(byName.get(String(channel)) ?? []), ref]);
	},
	"@zos/app.postMessage"(app, channel, ...values) {
		const refs = channelsOf(app).get(String(channel)) ?? [];
		// COM: zml reads the message as the second argument, behind the channel's name.
		for (const ref of refs) app.system.clock.after(0, () => app.alive && app.invoke(ref, [channel, ...values]));
	},
	"@zos/app.offMessage"(app, channel) {
		const refs = channelsOf(app).get(String(channel)) ?? [];
		channelsOf(app).delete(String(channel));
		// zml takes its listener off right after posting: what is under way must still find the function.
		app.system.clock.after(0, () => app.release(refs));
	},

	"@zos/router.launchApp"(app, option) {
		if (!isRecord(option)) return;
		if (option.native === true) return app.log("info", "@zos/router", `opens the system's app ${option.appId}`);
		app.system.launch(numberOr(option.appId, 0), optionalText(option.url), paramsText(option.params));
	},
	"@zos/router.push"(app, option) {
		if (isRecord(option)) app.system.push(app.appId, String(option.url), paramsText(option.params));
	},
	"@zos/router.replace"(app, option) {
		if (isRecord(option)) app.system.replace(app.appId, String(option.url), paramsText(option.params));
	},
	"@zos/router.back": (app) => app.system.back(app.appId),
	"@zos/router.home": (app) => app.system.home(),
	"@zos/router.exit": (app) => app.system.home(),

	"@zos/device.getDeviceInfo"({ system: { device }, canvas }) {
		const { SCREEN_SHAPE_ROUND, SCREEN_SHAPE_SQUARE } = SCREEN_SHAPES;
		return {
			...canvas,
			screenShape: device.shape === "round" ? SCREEN_SHAPE_ROUND : SCREEN_SHAPE_SQUARE,
			deviceName: device.name,
			keyNumber: device.keys,
			deviceSource: device.deviceSource[0],
			keyType: "",
			deviceColor: 0,
		};
	},
	"@zos/i18n.getText": ({ locale }, key) => locale.get(String(key)) ?? String(key),

	"@zos/settings.getLanguage": ({ system }) => {
		const index = LANGUAGES.indexOf(system.settings.language);
		return index >= 0 ? index : ENGLISH;
	},
	"@zos/settings.getDateFormat": ({ system }) => (system.settings.language === "en-US" ? 2 : 0),
	"@zos/settings.getTimeFormat": ({ system }) => (system.settings.hour24 ? 1 : 0),
	"@zos/settings.getDistanceUnit": ({ system }) => (system.settings.metric ? 0 : 1),
	"@zos/settings.getWeightUnit": ({ system }) => (system.settings.metric ? 0 : 2),
	"@zos/settings.getTemperatureUnit": ({ system }) => (system.settings.metric ? 0 : 1),
	"@zos/settings.getWeightTarget": () => 70,
	"@zos/settings.getSleepTarget": () => 480,
	"@zos/settings.getSystemInfo": ({ system: { device } }) => ({
		osVersion: device.zeppOs,
		firmwareVersion: "1.0.0",
		minAPI: "1.0",
	}),
	"@zos/settings.getSystemMode": () => 0,
};

function sceneOf(app: AppContext): number {
	if (app.kind !== "face") return SCENES.SCENE_APP;
	if (app.system.editing.active) return SCENES.SCENE_SETTINGS;
	return app.system.screen() === "aod" ? SCENES.SCENE_AOD : SCENES.SCENE_WATCHFACE;
}

function permissionsIn(option: unknown): string[] {
	const list = isRecord(option) ? option.permissions : undefined;
	return Array.isArray(list) ? list.map(String) : [];
}
