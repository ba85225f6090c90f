/**
 * One app in the Zepp app on the phone. Owns when its Side Service runs, its settings page, and the header that the Zepp app
 * puts around what the service says.
 * The Zepp app, not the Side Service, answers the handshake and strips the header: INF from zml 0.0.43, whose phone end
 * does neither. One app says that raw handshake frames reach its listener (COM szymsza): `rawHandshakes` does that.
 */
import type { Clock } from "../clock.ts";
import { buildFrame, type Frame, readFrame } from "../link/frame.ts";
import type { PhoneRadio } from "../link/link.ts";
import type { PhoneHabits } from "../platform/habits.ts";
import type { Random } from "../random.ts";
import type { PhoneHttp } from "./http.ts";
import type { PhonePackage } from "./package.ts";
import type { PhoneProfile } from "./profile.ts";
import type { LogLevel } from "./runtime/host.ts";
import { createSettingsPage, type SettingsPage } from "./settings-page.ts";
import type { SettingsStorage } from "./settings-storage.ts";
import { type SideService, type StartReason, startSideService } from "./side-service.ts";

export type PhoneLog = (entry: {
	source: "phone" | "settings";
	appId: number | undefined;
	level: LogLevel;
	text: string;
}) => void;

/** What an app finds on its phone; see `PhoneOptions` for the choices. */
export type Surroundings = {
	readonly clock: Clock;
	/** As the app reads it, which may be ahead of the simulation's. */
	readonly readClock: Clock;
	readonly random: Random;
	readonly radio: PhoneRadio;
	readonly http: PhoneHttp;
	readonly profile: PhoneProfile;
	readonly habits: PhoneHabits;
	readonly language: string;
	readonly removableSettings: boolean;
	readonly rawHandshakes: boolean;
	readonly freshPorts: boolean;
	readonly serviceRuntime: string;
	readonly pageRuntime: string;
	readonly settings: (appId: number) => SettingsStorage;
	readonly log: PhoneLog;
	/** Whether the Zepp app is. */
	isOpen(): boolean;
	nextPort(): number;
	/** A Side Service came or went. */
	changed(): void;
};

export class PhoneApp {
	readonly storage: SettingsStorage;
	readonly #pkg: PhonePackage;
	readonly #phone: Surroundings;
	readonly #stopWatching: () => void;
	#service: SideService | null = null;
	#page: SettingsPage | null = null;
	#watchPort = 0;
	#port: number;

	constructor(pkg: PhonePackage, phone: Surroundings) {
		this.#pkg = pkg;
		this.#phone = phone;
		this.#port = phone.nextPort();
		this.storage = bounded(phone.settings(pkg.appId), phone.habits.longestValue);
		this.#stopWatching = this.#watchSettings();
	}

	isRunning(): boolean {
		return this.#service !== null;
	}

	/** False where it cannot. */
	start(reason: StartReason): boolean {
		const { isOpen, freshPorts, nextPort, readClock, serviceRuntime, changed } = this.#phone;
		const { random, profile, http, language, removableSettings } = this.#phone;
		if (!isOpen()) return false;
		if (this.#service === null && freshPorts) this.#port = nextPort();
		this.#service ??= startSideService(
			serviceRuntime,
			{
				...{ pkg: this.#pkg, storage: this.storage, port: this.#port, clock: readClock },
				...{ random, profile, http, language, removableSettings },
				send: (payload) => this.#say(payload),
				log: this.#log("phone"),
			},
			reason,
		);
		changed();
		return this.isRunning();
	}

	/** What the watch sent to this app. */
	take(bytes: Uint8Array): void {
		const frame = readFrame(bytes);
		if (frame) this.#onFrame(frame, bytes);
		else this.#log("phone")("warn", `${bytes.byteLength} bytes from the watch are no frame`);
	}

	kill(): void {
		this.#service?.kill();
		this.#service = null;
		this.#phone.changed();
	}

	stop(): void {
		this.#service?.stop();
		this.kill();
	}

	/** The Zepp app was closed. */
	close(): void {
		this.kill();
		this.#page?.close();
		this.#page = null;
	}

	/** It no longer hears of its settings. */
	forget(): void {
		this.#stopWatching();
	}

	openPage(): SettingsPage | null {
		const { clock, random, language, removableSettings, pageRuntime } = this.#phone;
		const shared = { clock, random, language, removableSettings };
		const own = { pkg: this.#pkg, storage: this.storage, log: this.#log("settings") };
		this.#page ??= createSettingsPage(pageRuntime, { ...shared, ...own });
		return this.#page;
	}

	#log(source: "phone" | "settings"): (level: LogLevel, text: string) => void {
		return (level, text) => this.#phone.log({ source, appId: this.#pkg.appId, level, text });
	}

	/** Who is handed whole handshakes answers by whole ones (COM szymsza). */
	#say(payload: Uint8Array): void {
		const { habits, radio } = this.#phone;
		const isWhole = habits.serviceShakes && readFrame(payload)?.kind === "handshake";
		if (isWhole) radio.send(this.#pkg.appId, payload);
		else this.#sendDown("data", payload);
	}

	#sendDown(kind: Frame["kind"], payload: Uint8Array): void {
		const { appId } = this.#pkg;
		const ports = { watchPort: this.#watchPort, phonePort: this.#port };
		this.#phone.radio.send(appId, buildFrame({ kind, ...ports, appId, payload }));
	}

	#onFrame(frame: Frame, bytes: Uint8Array): void {
		const { habits, clock } = this.#phone;
		this.#watchPort = frame.watchPort;
		switch (frame.kind) {
			case "handshake":
				if (habits.shakeMs === 0) this.#shake(bytes);
				else clock.after(habits.shakeMs, () => this.#shake(bytes));
				return;
			case "data":
			case "dataWithReply":
				if (!this.isRunning() && habits.staleClose) this.#sendDown("close", new Uint8Array());
				else if (this.start({ kind: "message" }) && this.#isAddressed(frame)) this.#service?.deliver(frame.payload);
				return;
			case "close":
				if (habits.closeEnds) this.stop();
				return;
			case "log":
				return;
		}
	}

	#shake(bytes: Uint8Array): void {
		const { habits, rawHandshakes } = this.#phone;
		if (habits.shakeRestarts) this.stop();
		if (!this.start({ kind: "message" })) return;
		if (rawHandshakes || habits.serviceShakes) this.#service?.deliver(bytes);
		if (!habits.serviceShakes) this.#sendDown("handshake", Uint8Array.of(this.#pkg.appId & 0xff));
	}

	#isAddressed({ phonePort }: Frame): boolean {
		return !this.#phone.freshPorts || phonePort === this.#port;
	}

	/** The Zepp app wakes a Side Service for a change that the person made (SRC zml: launchReasons.settingsChanged). */
	#watchSettings(): () => void {
		const { clock, isOpen } = this.#phone;
		return this.storage.onChange(({ by, ...change }) => {
			if (by !== "page") return;
			clock.after(0, () => {
				if (this.#service) this.#service.settingChanged(change);
				else if (isOpen() && this.#pkg.sideFiles.has("app-side.js")) this.start({ kind: "settings", change });
			});
		});
	}
}

/** A storage that keeps no value of more than `longest` characters, and says nothing of it. */
function bounded(storage: SettingsStorage, longest: number): SettingsStorage {
	return {
		...storage,
		set: (key, value, by) => {
			if (value.length <= longest) storage.set(key, value, by);
		},
	};
}
