/**
 * The switches for what a real watch may do otherwise, and several of them as one platform. Owns the table; each switch
 * has a file of its own.
 */
import type { Operation } from "../watch/context.ts";
import { OPERATIONS } from "../watch/host/operations.ts";
import { ALARM_CANCEL_THROWS } from "./alarm-cancel-throws.ts";
import { ALARM_NEVER } from "./alarm-never.ts";
import { ALARM_TWICE } from "./alarm-twice.ts";
import { AOD_SILENT } from "./aod-silent.ts";
import { BLOCKING_LAYERS } from "./blocking-layers.ts";
import { CLOSE_ENDS } from "./close-ends.ts";
import { DATA_UNITS } from "./data-units.ts";
import { DELETE_LATE } from "./delete-late.ts";
import { DISK_FULL } from "./disk-full.ts";
import { EARLY_VISIBLE } from "./early-visible.ts";
import { DOCUMENTED_PHONE, DOCUMENTED_WATCH } from "./habits.ts";
import { LONG_NAMES } from "./long-names.ts";
import { MIC_ASKS } from "./mic-asks.ts";
import { NO_COMPANION } from "./no-companion.ts";
import { NO_FORECAST } from "./no-forecast.ts";
import { NO_MEASURE } from "./no-measure.ts";
import { NO_SERVICE_LINK } from "./no-service-link.ts";
import { NO_SHOW_LEVEL } from "./no-show-level.ts";
import { NONE_SCROLLS } from "./none-scrolls.ts";
import { ONE_LISTENER } from "./one-listener.ts";
import { OTHER_REALM } from "./other-realm.ts";
import { PAGE_PARAMS } from "./page-params.ts";
import { PARAMS_TWICE } from "./params-twice.ts";
import { READ_THROWS } from "./read-throws.ts";
import { REDIRECTS } from "./redirects.ts";
import { RENAME_ANSWERS } from "./rename-answers.ts";
import { RENAME_FAILS } from "./rename-fails.ts";
import { REPLACE_FLICKERS } from "./replace-flickers.ts";
import { REPLACE_KEEPS } from "./replace-keeps.ts";
import { SCENE_LIES } from "./scene-lies.ts";
import { SEND_REFUSES } from "./send-refuses.ts";
import { SERVICE_600MS } from "./service-600ms.ts";
import { SERVICE_LASTS } from "./service-lasts.ts";
import { SERVICE_SHAKES } from "./service-shakes.ts";
import { SHAKE_RESTARTS } from "./shake-restarts.ts";
import { SHORT_DAY } from "./short-day.ts";
import { SILENT_ROOM } from "./silent-room.ts";
import { SLOW_SHAKE } from "./slow-shake.ts";
import { STALE_CLOSE } from "./stale-close.ts";
import { STATUS_BAR } from "./status-bar.ts";
import { STORE_DROPS } from "./store-drops.ts";
import type { Platform, PlatformSwitch } from "./switch.ts";
import { TEXT_FROZEN } from "./text-frozen.ts";
import { TEXT_NO_LISTENER } from "./text-no-listener.ts";
import { TWO_BUILDS } from "./two-builds.ts";
import { WARM_APP } from "./warm-app.ts";

export type { Platform, PlatformSwitch } from "./switch.ts";

export const PLATFORM_SWITCHES: readonly PlatformSwitch[] = [
	WARM_APP,
	PAGE_PARAMS,
	PARAMS_TWICE,
	NO_COMPANION,
	TWO_BUILDS,
	REPLACE_FLICKERS,
	REPLACE_KEEPS,
	SCENE_LIES,
	TEXT_NO_LISTENER,
	TEXT_FROZEN,
	EARLY_VISIBLE,
	NO_SHOW_LEVEL,
	DELETE_LATE,
	NONE_SCROLLS,
	BLOCKING_LAYERS,
	STATUS_BAR,
	NO_MEASURE,
	AOD_SILENT,
	DATA_UNITS,
	NO_FORECAST,
	SHORT_DAY,
	RENAME_ANSWERS,
	RENAME_FAILS,
	LONG_NAMES,
	READ_THROWS,
	DISK_FULL,
	CLOSE_ENDS,
	STALE_CLOSE,
	SEND_REFUSES,
	SLOW_SHAKE,
	SHAKE_RESTARTS,
	SERVICE_SHAKES,
	OTHER_REALM,
	ONE_LISTENER,
	MIC_ASKS,
	SILENT_ROOM,
	STORE_DROPS,
	REDIRECTS,
	ALARM_TWICE,
	ALARM_NEVER,
	ALARM_CANCEL_THROWS,
	NO_SERVICE_LINK,
	SERVICE_LASTS,
	SERVICE_600MS,
];

/** Several switches at once; where two change one thing, the later one has it. */
export function createPlatform(switches: readonly PlatformSwitch[]): Platform {
	const operations: Record<string, Operation> = { ...OPERATIONS };
	for (const { operations: changes = {} } of switches) {
		for (const [name, replace] of Object.entries(changes)) {
			operations[name] = replace(operations[name] ?? (() => undefined));
		}
	}
	return {
		names: switches.map(({ name }) => name),
		operations,
		watch: Object.assign({}, DOCUMENTED_WATCH, ...switches.map(({ watch }) => watch)),
		phone: Object.assign({}, DOCUMENTED_PHONE, ...switches.map(({ phone }) => phone)),
		prune(specs, surface) {
			for (const { modules } of switches) modules?.(specs, surface);
		},
	};
}

/** As the documents say, or as most apps have seen it. */
export const DOCUMENTED: Platform = createPlatform([]);

/** `NAME[,NAME...]`. Throws an Error that lists the names, when one is none. */
export function parsePlatform(text: string): Platform {
	const names = text.split(",").filter((name) => name !== "");
	return createPlatform(
		names.map((name) => {
			const found = PLATFORM_SWITCHES.find((one) => one.name === name);
			if (found !== undefined) return found;
			const known = PLATFORM_SWITCHES.map((one) => one.name).join(", ");
			throw new Error(`no platform is called "${name}"; there are ${known}`);
		}),
	);
}
