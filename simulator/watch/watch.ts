/**
 * The simulated watch: what a person can do to it and see of it. Owns the port that the desktop, the commands and the
 * tests use; simulated-watch.ts is behind it. Rule: everything happens on the clock it was given, so that a run repeats.
 */
import type { Clock } from "../clock.ts";
import type { Device } from "../devices.ts";
import type { Bluetooth } from "../link/bluetooth.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { Platform } from "../platform/switch.ts";
import type { Scene } from "../screen/scene.ts";
import type { Alarm } from "./alarms.ts";
import type { Crash } from "./app-process.ts";
import type { Counters, Heap } from "./counters.ts";
import type { FaceEditor } from "./face-editor.ts";
import type { KeyName, KeyPress, SwipeDirection } from "./fingers.ts";
import type { InputType } from "./keyboard.ts";
import type { Microphone } from "./microphone.ts";
import type { Notice } from "./notices.ts";
import type { Sensors } from "./sensors.ts";
import type { WatchStorage } from "./storage.ts";
import type { LogLine, PlayedSound, ScreenState, SurfaceKind, WatchSettings } from "./system.ts";

export type Surface = { kind: SurfaceKind; appId: number; url: string };

export type WatchOptions = {
	device: Device;
	clock: Clock;
	bluetooth: Bluetooth;
	/** Default English, UTC, 24 h, metric, 15 s of light, always-on display off. */
	settings?: Partial<WatchSettings>;
	/** Default: in memory. */
	storage?: WatchStorage;
	sensors?: Sensors;
	/** Default: silence, where a recorder has been seen working. */
	microphone?: Microphone;
	/** Default: as the documents say. */
	platform?: Platform;
	seed?: number;
	log?: (line: LogLine) => void;
	/** COM: a face's resume can fire twice. Default 1. */
	resumeRepeats?: number;
	/** A single writeSync takes no more. Default: all. */
	writeLimitBytes?: number;
};

export type Watch = {
	readonly device: Device;
	readonly sensors: Sensors;
	readonly storage: WatchStorage;
	/** As the person set it; a change counts from the next look at it. */
	readonly settings: WatchSettings;
	install(opened: OpenedPackage): void;
	showFace(appId: number): void;
	launch(appId: number, opening?: { url?: string; params?: unknown }): void;
	startWorkout(appId: number): void;
	showCard(appId: number): void;
	back(): void;
	home(): void;
	/** The id of the widget that took it, or null. A dark screen only wakes. */
	tap(x: number, y: number): number | null;
	longPress(x: number, y: number): number | null;
	/** Of the face in front; holding it opens it. */
	readonly editor: FaceEditor;
	swipe(direction: SwipeDirection): void;
	/** Degrees; positive is counterclockwise. */
	crown(degrees: number): void;
	key(name: KeyName, press?: KeyPress): void;
	screen(): ScreenState;
	setScreen(state: ScreenState): void;
	/** Somebody looks on: the bright time begins anew. */
	stayLit(): void;
	/** The hand goes down: the screen goes off unless the page holds it. */
	dropWrist(): void;
	surface(): Surface | null;
	scene(): Scene;
	keyboard(): { inputType: InputType; text: string } | null;
	/** Completes the open keyboard with `text`; false without one. */
	type(text: string): boolean;
	/** The same for dictation: what the person says. */
	dictate(text: string): boolean;
	cancelKeyboard(): boolean;
	/** Those that are still to ring, and when: ms since the epoch. */
	alarms(): readonly { alarm: Alarm; at: number }[];
	/** What apps have told the person and nobody has taken away. */
	notices(): readonly Notice[];
	/** The person taps the button of a notification; false where there is none with that text. */
	answerNotice(id: number, text: string): boolean;
	/** What players were given, oldest first. */
	sounds(): readonly PlayedSound[];
	/** Files of the App Services of an app that run. */
	services(appId: number): readonly string[];
	/** Off and on: the face comes up, stored alarms stay. */
	restart(): void;
	kill(appId: number): void;
	counters(appId: number): Counters;
	/** Zero when it does not run. */
	heap(appId: number): Heap;
	crashes(): readonly Crash[];
	onChange(listener: (appId: number) => void): () => void;
	dispose(): void;
};
