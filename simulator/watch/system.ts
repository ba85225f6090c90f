/**
 * What an app's process may ask of the watch around it. Owns the seam between one app and the system, and the
 * settings of a watch; no behaviour.
 */
import type { Clock } from "../clock.ts";
import type { Device } from "../devices.ts";
import type { Bluetooth } from "../link/bluetooth.ts";
import type { WatchHabits } from "../platform/habits.ts";
import type { NewAlarm } from "./alarms.ts";
import type { Editing } from "./editing.ts";
import type { Microphone } from "./microphone.ts";
import type { Notice } from "./notices.ts";
import type { Sensors } from "./sensors.ts";
import type { WatchStorage } from "./storage.ts";

/** A service has no screen. */
export type SurfaceKind = "face" | "page" | "card" | "workout" | "service";
export type ScreenState = "on" | "aod" | "off";
export type LogLevel = "log" | "debug" | "info" | "warn" | "error";

/** One line of the watch's log. `tag` is the logger's name. */
export type LogLine = { at: number; appId: number; level: LogLevel; tag: string; text: string };

/** The settings of the person's watch. */
export type WatchSettings = {
	language: string;
	utcOffsetMinutes: number;
	hour24: boolean;
	/** Metric units and Celsius. */
	metric: boolean;
	/** How long a screen stays on without a touch, ms. */
	brightTimeMs: number;
	/** The face stays dimly lit when the screen goes off. */
	aod: boolean;
	/** By how much its clock is ahead of the simulation's, in ms; read at each look at the clock. Default: not. */
	aheadMs?: () => number;
};

/** What the watch takes for the time, in ms since the epoch. */
export function wallTime({ clock, settings }: System): number {
	return clock.now() + (settings.aheadMs?.() ?? 0);
}

export const PLAIN_SETTINGS: WatchSettings = {
	language: "en-US",
	utcOffsetMinutes: 0,
	hour24: true,
	metric: true,
	brightTimeMs: 15_000,
	aod: false,
};

/** DOC app-service/start, ERROR_CODE. */
export const SERVICE_RESULTS = { done: 0, badParameter: 1, badState: 2, limitReached: 7 } as const;
export type ServiceResult = (typeof SERVICE_RESULTS)[keyof typeof SERVICE_RESULTS];

/** What the player of an app was given: the file as it was then, when, and for how long at most. */
export type PlayedSound = { appId: number; at: number; ms: number; bytes: Uint8Array };

/** What goes on while no app is seen. What opens or ends a process does so when the running callback is over. */
export type Background = {
	/** Its id, or 0 where it would never ring. */
	setAlarm(alarm: NewAlarm): number;
	/** False where the app has no such alarm any more. */
	cancelAlarm(appId: number, id: number): boolean;
	alarmsOf(appId: number): number[];
	notify(appId: number, notice: Pick<Notice, "title" | "content" | "actions" | "vibrate">): number;
	cancelNotices(appId: number, ids: readonly number[]): void;
	noticesOf(appId: number): number[];
	startService(appId: number, file: string, param: string | undefined): ServiceResult;
	stopService(appId: number, file: string): void;
	/** Files of those that run. */
	servicesOf(appId: number): string[];
};

export type System = {
	readonly device: Device;
	readonly clock: Clock;
	readonly storage: WatchStorage;
	readonly bluetooth: Bluetooth;
	readonly sensors: Sensors;
	readonly microphone: Microphone;
	readonly settings: WatchSettings;
	readonly habits: WatchHabits;
	readonly editing: Editing;
	readonly seed: number;
	/** A single `writeSync` takes no more than this, as a watch's flash may. */
	readonly writeLimitBytes: number;
	log(line: LogLine): void;
	/** Something on the screen of `appId` has changed. */
	changed(appId: number): void;
	screen(): ScreenState;
	/** Router. They answer at once and act when the running callback is over. */
	launch(appId: number, url: string | undefined, params: string | undefined): void;
	push(appId: number, url: string, params: string | undefined): void;
	replace(appId: number, url: string, params: string | undefined): void;
	back(appId: number): void;
	home(): void;
	/** Display. */
	holdScreen(brightTimeMs: number | null): void;
	holdWrist(durationMs: number | null): void;
	relaunchOnWake(relaunch: boolean): void;
	screenOff(): void;
	vibrate(appId: number, scene: number): void;
	/** The player began a sound. */
	played(sound: PlayedSound): void;
	readonly background: Background;
};
