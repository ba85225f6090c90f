/**
 * Which `@zos/*` names a surface of a watch has. Owns the walls between surfaces. Rule: what a surface lacks is absent,
 * what it has and nobody modelled is there and throws; when in doubt, absent.
 */
import { atLeast, type Device } from "../../devices.ts";
import { ALIGN, DATA_TYPE, DATE_PART, SHOW_LEVEL, SYSTEM_STATUS, TEXT_STYLE } from "../../screen/constants.ts";
import { SPORT_DATA } from "../../screen/sport-data.ts";
import { REPEATS, WEEK_DAYS } from "../alarms.ts";
import { declaredNames } from "../api/declared.ts";
import type { Declared } from "../api/documented.ts";
import type { Operations } from "../context.ts";
import type { ModuleSpecs, NameSpec } from "../prelude/modules.ts";
import type { SurfaceKind } from "../system.ts";
import { SCENES, SCREEN_SHAPES } from "./app.ts";
import { OPEN_FLAGS } from "./files.ts";
import { GESTURES, KEY_EVENTS, KEYS, MODAL_ANSWERS, SCROLL_MODES } from "./interaction.ts";
import { INPUT_TYPE_VALUES } from "./keyboard.ts";
import { CODECS, MEDIA_IDS } from "./media.ts";
import { HOUR_FORMATS } from "./sensors.ts";
import { OTHER_UI_VALUES, widgetNumbers } from "./ui-names.ts";

/** Modules that a surface lacks. Evidence: COM what faces on API 3 and later use; DOC secondary-widget, workout-extension. */
const ABSENT_MODULES: Readonly<Record<SurfaceKind, readonly string[]>> = {
	face: [
		"@zos/ble @zos/media @zos/notification @zos/alarm @zos/app-service @zos/page @zos/app-access @zos/interaction",
		"@zos/display @zos/transfer-file @zos/share-storage @zos/crypto",
	].flatMap((row) => row.split(" ")),
	page: ["@zos/app-access", "@zos/transfer-file"],
	card: ["@zos/app-access", "@zos/transfer-file", "@zos/page", "@zos/media"],
	workout: ["@zos/transfer-file", "@zos/page", "@zos/media"],
	// DOC guides/framework/device/app-service: no screen, no timers.
	service: ["@zos/ui", "@zos/timer", "@zos/page", "@zos/interaction", "@zos/app-access", "@zos/transfer-file"],
};

/** Names that only a page has: DOC secondary-widget and workout-extension, "does not support gestures, keys, scrolling". */
const PAGE_ONLY = new Set([
	"onGesture",
	"offGesture",
	"onKey",
	"offKey",
	"onDigitalCrown",
	"offDigitalCrown",
	"createKeyboard",
	"deleteKeyboard",
	"keyboard",
	"inputType",
	"setStatusBarVisible",
	"updateStatusBarTitle",
]);
/** DOC guides/framework/device/app-service: of these a service has what only reads, and nothing that drains the battery. */
const READ_ONLY_MODULES = new Set(["@zos/app", "@zos/settings", "@zos/display", "@zos/device", "@zos/user"]);
const THIRSTY = new Set(["Accelerometer", "Geolocation", "Gyroscope"]);
const CARD_ONLY = new Set(["getAppWidgetSize", "setAppWidgetSize"]);

const VALUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	"@zos/alarm": { ...REPEATS, ...WEEK_DAYS },
	"@zos/app": SCENES,
	"@zos/device": SCREEN_SHAPES,
	"@zos/fs": OPEN_FLAGS,
	"@zos/interaction": { ...GESTURES, ...KEYS, ...KEY_EVENTS, ...MODAL_ANSWERS },
	"@zos/media": { id: MEDIA_IDS, codec: CODECS },
	"@zos/page": SCROLL_MODES,
	"@zos/sensor": HOUR_FORMATS,
	"@zos/settings": {
		...{ DATE_FORMAT_YMD: 0, DATE_FORMAT_DMY: 1, DATE_FORMAT_MDY: 2, TIME_FORMAT_12: 0, TIME_FORMAT_24: 1 },
		...{ DISTANCE_UNIT_METRIC: 0, DISTANCE_UNIT_IMPERIAL: 1, WEIGHT_UNIT_KILOGRAM: 0, WEIGHT_UNIT_POUND: 2 },
		...{ TEMPERATURE_UNIT_CENTIGRADE: 0, TEMPERATURE_UNIT_FAHRENHEIT: 1 },
	},
	"@zos/ui": {
		...OTHER_UI_VALUES,
		align: ALIGN,
		text_style: TEXT_STYLE,
		// Three spellings of the documentation and of faces: ONAL_AOD, ONLY_AOD, ONAL_NORML.
		show_level: { ...SHOW_LEVEL, ONAL_NORML: SHOW_LEVEL.ONLY_NORMAL, ONLY_NORML: SHOW_LEVEL.ONLY_NORMAL },
		system_status: SYSTEM_STATUS,
		date: DATE_PART,
		data_type: DATA_TYPE,
		sport_data: SPORT_DATA,
		inputType: INPUT_TYPE_VALUES,
	},
};

const EXTRA_METHODS: Readonly<Record<string, readonly string[]>> = { "@zos/sensor.Weather": ["getForecast"] };

/** Everything that `kind` of surface on `device` has. `recorder`: whether this one has one, where that is known. */
export function moduleSpecs(
	kind: SurfaceKind,
	device: Device,
	operations: Operations,
	recorder = device.recorderSeenWorking,
): ModuleSpecs {
	const specs: ModuleSpecs = {};
	for (const declared of declaredNames()) {
		if (!isPresent(declared, kind, device)) continue;
		if (declared.module === "@zos/media" && !recorder) continue;
		const names = specs[declared.module] ?? {};
		specs[declared.module] = names;
		names[declared.name] = specOf(declared, kind, device, operations, Object.keys(names).length);
	}
	return specs;
}

function isPresent({ module, name, level, kind: what }: Declared, kind: SurfaceKind, device: Device): boolean {
	if (!atLeast(device.apiLevel, level) || ABSENT_MODULES[kind].includes(module)) return false;
	if (PAGE_ONLY.has(name) && kind !== "page") return false;
	if (kind === "service" && !isForService(module, name, what)) return false;
	if (CARD_ONLY.has(name) && kind !== "card") return false;
	if (name === "createKeyboard" || name === "deleteKeyboard") return device.systemKeyboard;
	return true;
}

function isForService(module: string, name: string, what: Declared["kind"]): boolean {
	if (module === "@zos/sensor") return !THIRSTY.has(name);
	if (module === "@zos/ble") return !name.startsWith("mst");
	return !READ_ONLY_MODULES.has(module) || what === "const" || name.startsWith("get");
}

/** Constants that nothing reads get a number of their own, so that they can still be told apart. */
function specOf(
	declared: Declared,
	kind: SurfaceKind,
	device: Device,
	operations: Operations,
	unique: number,
): NameSpec {
	const { module, name, kind: what } = declared;
	const path = `${module}.${name}`;
	if (path === "@zos/ui.widget") return { kind: "value", value: widgetNumbers(kind) };
	const methods = methodsOf(declared, device, operations);
	if (what === "class") return { kind: "class", ...methods };
	if (methods.methods.length + methods.missing.length > 0) return { kind: "object", ...methods };
	if (what === "const") return { kind: "value", value: VALUES[module]?.[name] ?? unique };
	return operations[path] ? { kind: "host" } : { kind: "missing" };
}

function methodsOf(
	{ module, name, methods }: Declared,
	device: Device,
	operations: Operations,
): { methods: string[]; missing: string[] } {
	const path = `${module}.${name}`;
	const present = Object.entries(methods).filter(([, level]) => atLeast(device.apiLevel, level));
	const all = [...present.map(([method]) => method), ...(EXTRA_METHODS[path] ?? [])];
	return {
		methods: all.filter((method) => operations[`${path}.${method}`]),
		missing: all.filter((method) => !operations[`${path}.${method}`]),
	};
}
