/**
 * Joins the shell (what is in front), the screen's power and a person's fingers. Owns the order of things when the screen
 * goes dark and lights up; the port itself is watch.ts.
 */
import type { Timer } from "../clock.ts";
import type { Device } from "../devices.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import { DOCUMENTED } from "../platform/index.ts";
import type { Scene } from "../screen/scene.ts";
import { type Alarm, Alarms } from "./alarms.ts";
import type { AppProcess, Crash } from "./app-process.ts";
import { type Counters, type Heap, NO_HEAP } from "./counters.ts";
import { Editing } from "./editing.ts";
import { FaceEditor } from "./face-editor.ts";
import {
	answerKeyboard,
	type KeyName,
	type KeyPress,
	pressKey,
	type SwipeDirection,
	swipe,
	turnCrown,
} from "./fingers.ts";
import { type InputType, keyboardOf } from "./keyboard.ts";
import { NO_MICROPHONE } from "./microphone.ts";
import { everyMinute, tellTheTime } from "./minute.ts";
import { type Notice, Notices } from "./notices.ts";
import { sceneOf } from "./scene.ts";
import { ScreenPower } from "./screen-power.ts";
import { plainSensors, type Sensors } from "./sensors.ts";
import { Services } from "./services.ts";
import { type Opening, Shell } from "./shell.ts";
import { memoryStorage, type WatchStorage } from "./storage.ts";
import {
	type Background,
	PLAIN_SETTINGS,
	type PlayedSound,
	type ScreenState,
	SERVICE_RESULTS,
	type System,
	type WatchSettings,
	wallTime,
} from "./system.ts";
import { isOnGlass, longPress, tap } from "./touch.ts";
import type { Surface, Watch, WatchOptions } from "./watch.ts";

/** DOC display/setWakeUpRelaunch. */
const EXIT_AFTER_DARK_MS = 10_000;
/** INF: on a watch that rings twice. */
const SECOND_RING_MS = 2_000;

class SimulatedWatch implements Watch {
	readonly device: Device;
	readonly sensors: Sensors;
	readonly storage: WatchStorage;
	readonly editor: FaceEditor;
	readonly #system: System;
	readonly #shell: Shell;
	readonly #power: ScreenPower;
	readonly #minute: Timer;
	readonly #listeners = new Set<(appId: number) => void>();
	readonly #alarms: Alarms;
	readonly #notices = new Notices();
	readonly #sounds: PlayedSound[] = [];
	readonly #services: Services;
	#exitTimer: Timer | null = null;
	/** What each app had drawn when the screen went dark. */
	readonly #lastSeen = new Map<number, Scene["widgets"]>();
	#relaunchWanted = false;
	#relaunch: { appId: number; opening: Opening } | null = null;

	constructor(options: WatchOptions) {
		this.device = options.device;
		this.sensors = options.sensors ?? plainSensors();
		this.storage = options.storage ?? memoryStorage();
		this.#system = this.#makeSystem(options);
		this.#shell = new Shell(this.#system, options.platform ?? DOCUMENTED, options.resumeRepeats ?? 1);
		this.editor = new FaceEditor(this.#system.editing, this.#shell, (appId) => this.showFace(appId));
		const { clock, settings } = this.#system;
		const goDark = () => this.setScreen(this.#darkState());
		this.#power = new ScreenPower(clock, settings.brightTimeMs, goDark, (ms) => {
			const { front } = this.#shell;
			if (front) front.counters.screenOnMs += ms;
		});
		this.#power.touch();
		this.#services = new Services(this.#system, options.platform ?? DOCUMENTED, (appId) => this.#shell.counters(appId));
		this.#alarms = new Alarms({
			clock,
			storage: this.storage,
			now: () => wallTime(this.#system),
			utcOffsetMinutes: settings.utcOffsetMinutes,
			ring: (alarm) => this.#ring(alarm),
		});
		this.#minute = everyMinute(clock, (now) => this.#tick(now));
	}

	install(opened: OpenedPackage): void {
		this.#shell.installed.set(opened.appId, opened);
	}

	showFace(appId: number): void {
		this.#turn(() => this.#shell.showFace(appId));
	}

	launch(appId: number, { url, params }: { url?: string; params?: unknown } = {}): void {
		const text = typeof params === "string" || params === undefined ? params : JSON.stringify(params);
		const opening = { ...(url === undefined ? {} : { url }), ...(text === undefined ? {} : { params: text }) };
		this.#relaunchWanted = false;
		this.#turn(() => this.#shell.launch(appId, opening));
	}

	startWorkout(appId: number): void {
		this.#turn(() => this.#shell.openWidget(appId, "workout"));
	}

	showCard(appId: number): void {
		this.#turn(() => this.#shell.openWidget(appId, "card"));
	}

	back(): void {
		if (this.editor.close()) return;
		if (!this.cancelKeyboard()) this.#turn(() => this.#shell.back());
	}

	home(): void {
		if (this.editor.close()) return;
		this.#turn(() => this.#shell.home(this.screen() === "on"));
	}

	tap(x: number, y: number): number | null {
		if (!isOnGlass(this.scene(), x, y)) return null;
		const app = this.#touched();
		if (app && this.editor.isOpen) return this.editor.touch(app, x, y);
		return app && !keyboardOf(app).open ? tap(app, this.scene(), x, y) : null;
	}

	longPress(x: number, y: number): number | null {
		if (!isOnGlass(this.scene(), x, y)) return null;
		const app = this.#touched();
		if (app && this.editor.open()) return null;
		return app && !keyboardOf(app).open ? longPress(app, this.scene(), x, y) : null;
	}

	/** On a face, a card or in a workout swipes are the system's. */
	swipe(direction: SwipeDirection): void {
		const app = this.#touched();
		if (app?.kind === "page" && swipe(app, direction) === "back") this.back();
	}

	crown(degrees: number): void {
		const app = this.#touched();
		if (app?.kind === "page" && !keyboardOf(app).open) turnCrown(app, degrees);
	}

	key(name: KeyName, press: KeyPress = "click"): void {
		const app = this.#touched();
		if (!app || pressKey(app, name, press)) return;
		if (name === "back") this.back();
		else if (name === "home") this.home();
	}

	screen(): ScreenState {
		return this.#power.state;
	}

	setScreen(state: ScreenState): void {
		const before = this.screen();
		if (state === before) return;
		this.#power.set(state);
		if (state === "on") this.#wake();
		else if (before === "on") this.#darken();
		this.#changed(this.#shell.front?.appId ?? 0);
	}

	get settings(): WatchSettings {
		return this.#system.settings;
	}

	stayLit(): void {
		this.#power.touch();
	}

	dropWrist(): void {
		if (!this.#power.wristHeld) this.setScreen(this.#darkState());
	}

	surface(): Surface | null {
		const { front } = this.#shell;
		return front && { kind: front.kind, appId: front.appId, url: front.url };
	}

	scene(): Scene {
		const { front, shown } = this.#shell;
		const scene = sceneOf(shown, this.#system);
		if (this.screen() === "on" || !this.#system.habits.silentInTheDark) return scene;
		return { ...scene, widgets: this.#lastSeen.get(front?.appId ?? 0) ?? scene.widgets };
	}

	keyboard(): { inputType: InputType; text: string } | null {
		const { front } = this.#shell;
		const keyboard = front && keyboardOf(front).open;
		return keyboard ? { inputType: keyboard.inputType, text: keyboard.text } : null;
	}

	type(text: string): boolean {
		return this.#answerKeyboard({ data: text });
	}

	dictate(text: string): boolean {
		return this.#answerKeyboard({ data: text });
	}

	cancelKeyboard(): boolean {
		return this.#answerKeyboard("cancelled");
	}

	alarms(): readonly { alarm: Alarm; at: number }[] {
		return this.#alarms.all();
	}

	notices(): readonly Notice[] {
		return this.#notices.all();
	}

	answerNotice(id: number, text: string): boolean {
		const notice = this.#notices.all().find((one) => one.id === id);
		const action = notice?.actions.find((one) => one.text === text);
		if (!notice || !action) return false;
		this.#notices.remove(notice.appId, [id]);
		this.#wakeUp(notice.appId, action.file, action.param);
		return true;
	}

	sounds(): readonly PlayedSound[] {
		return this.#sounds;
	}

	services(appId: number): readonly string[] {
		return this.#services.filesOf(appId);
	}

	restart(): void {
		this.#services.dispose();
		this.#notices.clear();
		this.#turn(() => this.#shell.restart(this.screen() === "on"));
		this.#alarms.restart();
	}

	kill(appId: number): void {
		this.#services.kill(appId);
		this.#turn(() => this.#shell.kill(appId, this.screen() === "on"));
	}

	counters(appId: number): Counters {
		this.#power.settle();
		return { ...this.#shell.counters(appId), timersLeft: this.#shell.find(appId)?.timers.left ?? 0 };
	}

	heap(appId: number): Heap {
		return this.#shell.find(appId)?.heap() ?? this.#services.heapOf(appId) ?? NO_HEAP;
	}

	crashes(): readonly Crash[] {
		return [...this.#shell.crashes(), ...this.#services.crashes()];
	}

	onChange(listener: (appId: number) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	dispose(): void {
		this.#exitTimer?.cancel();
		this.#alarms.dispose();
		this.#services.dispose();
		this.#minute.cancel();
		this.#power.dispose();
		this.#shell.dispose();
	}

	#makeSystem(options: WatchOptions): System {
		const { clock } = options;
		// What a package asks for happens when its callback is over.
		const later = (act: () => void) => void clock.after(0, act);
		const inFront = (appId: number, act: () => void) =>
			later(() => {
				if (this.#shell.front?.appId === appId) this.#turn(act);
			});
		return {
			device: options.device,
			clock,
			storage: this.storage,
			bluetooth: options.bluetooth,
			sensors: this.sensors,
			microphone: options.microphone ?? NO_MICROPHONE,
			settings: { ...PLAIN_SETTINGS, ...options.settings },
			habits: (options.platform ?? DOCUMENTED).watch,
			editing: new Editing(this.storage),
			seed: options.seed ?? 1,
			writeLimitBytes: options.writeLimitBytes ?? Number.POSITIVE_INFINITY,
			log: options.log ?? (() => {}),
			changed: (appId) => this.#changed(appId),
			screen: () => this.screen(),
			launch: (appId, url, params) =>
				later(() => this.launch(appId, { ...(url === undefined ? {} : { url }), params })),
			push: (appId, url, params) => inFront(appId, () => this.#shell.push(url, params)),
			replace: (appId, url, params) => inFront(appId, () => this.#shell.replace(url, params)),
			back: (appId) => inFront(appId, () => this.#shell.back()),
			home: () => later(() => this.home()),
			holdScreen: (brightTimeMs) => this.#power.hold(brightTimeMs),
			holdWrist: (durationMs) => this.#power.holdWrist(durationMs),
			relaunchOnWake: (relaunch) => {
				this.#relaunchWanted = relaunch;
			},
			screenOff: () => later(() => this.setScreen("off")),
			vibrate: (appId) => this.#changed(appId),
			played: (sound) => this.#sounds.push(sound),
			background: this.#background(later),
		};
	}

	#background(later: (act: () => void) => void): Background {
		return {
			setAlarm: (alarm) => this.#alarms.set(alarm),
			cancelAlarm: (appId, id) => this.#alarms.cancel(appId, id),
			alarmsOf: (appId) => this.#alarms.idsOf(appId),
			notify: (appId, notice) => {
				const id = this.#notices.add({ ...notice, appId, at: this.#system.clock.now() });
				// It comes up over what is shown and buzzes. DOC notification/notify.
				later(() => this.setScreen("on"));
				this.#system.log({
					at: this.#system.clock.now(),
					appId,
					level: "info",
					tag: "notification",
					text: notice.title,
				});
				return id;
			},
			cancelNotices: (appId, ids) => this.#notices.remove(appId, ids),
			noticesOf: (appId) =>
				this.#notices
					.all()
					.filter((notice) => notice.appId === appId)
					.map(({ id }) => id),
			startService: (appId, file, param) => {
				const opened = this.#shell.installed.get(appId);
				const result = opened ? this.#services.check(opened, file) : SERVICE_RESULTS.badState;
				if (opened && result === SERVICE_RESULTS.done) later(() => this.#services.start(opened, file, param));
				return result;
			},
			stopService: (appId, file) => later(() => this.#services.stop(appId, file)),
			servicesOf: (appId) => this.#services.filesOf(appId),
		};
	}

	#ring({ appId, url, param }: Alarm): void {
		for (let ring = 0; ring < this.#system.habits.alarmRings; ring++) {
			this.#system.clock.after(ring * SECOND_RING_MS, () => this.#wakeUp(appId, url, param));
		}
	}

	/** An alarm, or a button of a notification: a service runs unseen, a page lights the screen. */
	#wakeUp(appId: number, url: string, param: string | undefined): void {
		const opened = this.#shell.installed.get(appId);
		if (opened?.manifest.modules.services.includes(url)) {
			this.#services.wake(opened, url, param);
			return;
		}
		this.setScreen("on");
		this.launch(appId, { url, params: param });
	}

	/** What is in front may change: lit time is counted for what was there, and the bright time begins anew. */
	#turn(act: () => void): void {
		this.#power.settle();
		act();
		this.#power.touch();
		this.#changed(this.#shell.front?.appId ?? 0);
	}

	/** A touch on a dark screen wakes it and does no more. */
	#touched(): AppProcess | null {
		if (this.screen() !== "on") {
			this.setScreen("on");
			return null;
		}
		this.#power.touch();
		return this.#shell.shown;
	}

	/** Only a face has an always-on display. */
	#darkState(): ScreenState {
		return this.#system.settings.aod && this.#shell.front?.kind === "face" ? "aod" : "off";
	}

	#darken(): void {
		const { front } = this.#shell;
		if (front && this.#system.habits.silentInTheDark)
			this.#lastSeen.set(front.appId, structuredClone(front.widgets.all()));
		this.#shell.darken();
		if (this.#shell.front?.kind !== "page") return;
		this.#exitTimer = this.#system.clock.after(EXIT_AFTER_DARK_MS, () => this.#exitInTheDark());
	}

	#exitInTheDark(): void {
		this.#relaunch = this.#relaunchWanted ? this.#shell.opened : null;
		this.#relaunchWanted = false;
		this.#power.settle();
		this.#shell.home(false);
		if (this.#system.settings.aod) this.setScreen("aod");
	}

	#wake(): void {
		this.#exitTimer?.cancel();
		this.#exitTimer = null;
		this.#shell.lighten();
		const again = this.#relaunch;
		this.#relaunch = null;
		if (again) this.#turn(() => this.#shell.launch(again.appId, again.opening));
	}

	#tick(now: number): void {
		const { utcOffsetMinutes } = this.#system.settings;
		const { front } = this.#shell;
		const isSilent = this.#system.habits.silentInTheDark && this.screen() !== "on";
		if (front && !isSilent && (front.kind === "face" || this.screen() === "on"))
			tellTheTime(front, now, utcOffsetMinutes);
		for (const service of this.#services.processes()) tellTheTime(service, now, utcOffsetMinutes);
		if (front?.kind === "face" && this.screen() !== "off") this.#changed(front.appId);
	}

	#answerKeyboard(answer: { data: string } | "cancelled"): boolean {
		const { front } = this.#shell;
		this.#power.touch();
		return front !== null && answerKeyboard(front, answer);
	}

	#changed(appId: number): void {
		for (const listener of this.#listeners) listener(appId);
	}
}

export function createWatch(options: WatchOptions): Watch {
	return new SimulatedWatch(options);
}
