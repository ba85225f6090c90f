/**
 * The phone with the Zepp app on it. Owns which apps are there, when their Side Services run, and the header that the
 * Zepp app puts around what they say. Rule: nothing of it answers while the app is closed.
 * The Zepp app, not the Side Service, answers the handshake and strips the header: INF from zml 0.0.43, whose phone end
 * does neither. One app says that raw handshake frames reach its listener (COM szymsza): `rawHandshakes` does that.
 */
import type { Clock } from "../clock.ts";
import { buildFrame, type Frame, readFrame } from "../link/frame.ts";
import type { PhoneRadio } from "../link/link.ts";
import { DOCUMENTED } from "../platform/index.ts";
import type { PhoneHabits } from "../platform/switch.ts";
import { createRandom } from "../random.ts";
import { createPhoneHttp } from "./http.ts";
import type { PhonePackage } from "./package.ts";
import type { PhoneProfile } from "./profile.ts";
import type { LogLevel } from "./runtime/host.ts";
import { createSettingsPage, prepareSettingsPage, type SettingsPage } from "./settings-page.ts";
import type { SettingsStorage } from "./settings-storage.ts";
import { prepareSideService, type SideService, type StartReason, startSideService } from "./side-service.ts";

export type PhoneLog = (entry: {
	source: "phone" | "settings";
	appId: number | undefined;
	level: LogLevel;
	text: string;
}) => void;

export type PhoneOptions = {
	clock: Clock;
	radio: PhoneRadio;
	profile: PhoneProfile;
	/** Default: as documented. */
	habits?: PhoneHabits;
	/** BCP 47. */
	language: string;
	seed: number;
	log: PhoneLog;
	/** Where an app's settings are kept; they outlive the phone. */
	settings: (appId: number) => SettingsStorage;
	/** Whether `settingsStorage.removeItem` exists; it is missing on some phones (COM). Default true. */
	removableSettings?: boolean;
	/** Whether handshake frames reach the Side Service's listener too. Default false. */
	rawHandshakes?: boolean;
	/** Whether a Side Service is at another port after each start, and deaf to its old one. Default false; not documented. */
	freshPorts?: boolean;
	/** By how much the phone's clock is ahead of the simulation's, in ms. Default: not. */
	aheadMs?: () => number;
	/** As of `createPhoneHttp`. */
	serverMs?: () => number;
};

export interface Phone {
	install(pkg: PhonePackage): void;
	/** Closing the Zepp app kills every Side Service; nothing is answered until `open`. */
	open(): void;
	close(): void;
	isOpen(): boolean;
	/** The phone's own network; offline, every request fails at once. */
	setOnline(online: boolean): void;
	isOnline(): boolean;
	/** Kills one app's Side Service; the watch's next frame starts a new one. */
	kill(appId: number): void;
	/** Ends it politely, with `onDestroy`; when a phone does so is not documented. */
	stop(appId: number): void;
	isRunning(appId: number): boolean;
	/** Starts the Side Service without the watch; false when it cannot. */
	start(appId: number): boolean;
	settings(appId: number): SettingsStorage;
	/** Null for an app without a settings page. One page an app, kept until `close`. */
	settingsPage(appId: number): SettingsPage | null;
	/** Tells that an app, a Side Service or the network came or went; the returned function stops it. */
	onChange(listener: () => void): () => void;
	/** As `close`, and it no longer hears of anything. */
	discard(): void;
}

type Installed = {
	pkg: PhonePackage;
	storage: SettingsStorage;
	service: SideService | null;
	page: SettingsPage | null;
	watchPort: number;
	port: number;
};

/** The first port that the Zepp app gives to a Side Service; only that it is not 0 matters to zml. */
const FIRST_PORT = 100;

export async function createPhone(options: PhoneOptions): Promise<Phone> {
	const { clock, radio, profile, language, log } = options;
	const [serviceRuntime, pageRuntime] = await Promise.all([prepareSideService(), prepareSettingsPage()]);
	const habits = options.habits ?? DOCUMENTED.phone;
	const removableSettings = options.removableSettings ?? true;
	const readClock: Clock = { ...clock, now: () => clock.now() + (options.aheadMs?.() ?? 0) };
	const installed = new Map<number, Installed>();
	const random = createRandom(options.seed);
	const listeners = new Set<() => void>();
	const undos: (() => void)[] = [];
	let open = true;
	let online = true;
	let nextPort = FIRST_PORT;
	const http = createPhoneHttp({
		clock,
		profile,
		online: () => online,
		log: (text) => log({ source: "phone", appId: undefined, level: "debug", text }),
		redirectsKeepHeaders: habits.redirectsKeepHeaders,
		...(options.serverMs === undefined ? {} : { serverMs: options.serverMs }),
	});

	function find(appId: number): Installed {
		const app = installed.get(appId);
		if (!app) throw new Error(`no app ${appId} is installed on the phone`);
		return app;
	}

	function start(app: Installed, reason: StartReason): boolean {
		if (!open) return false;
		if (app.service === null && options.freshPorts) app.port = nextPort++;
		const { pkg, storage, port } = app;
		const tell = (level: LogLevel, text: string) => log({ source: "phone", appId: pkg.appId, level, text });
		const send = (payload: Uint8Array) => {
			// Who is handed whole handshakes answers by whole ones (COM szymsza).
			const isWhole = habits.serviceShakes && readFrame(payload)?.kind === "handshake";
			if (isWhole) radio.send(pkg.appId, payload);
			else sendDown(app, "data", payload);
		};
		const shared = { clock: readClock, random, profile, http, language, removableSettings };
		app.service ??= startSideService(serviceRuntime, { ...shared, pkg, storage, port, send, log: tell }, reason);
		changed();
		return app.service !== null;
	}

	function changed(): void {
		for (const listener of [...listeners]) listener();
	}

	function sendDown(app: Installed, kind: Frame["kind"], payload: Uint8Array): void {
		const { appId } = app.pkg;
		radio.send(appId, buildFrame({ kind, watchPort: app.watchPort, phonePort: app.port, appId, payload }));
	}

	function onFrame(app: Installed, frame: Frame, bytes: Uint8Array): void {
		app.watchPort = frame.watchPort;
		switch (frame.kind) {
			case "handshake":
				if (habits.shakeMs === 0) shake(app, bytes);
				else clock.after(habits.shakeMs, () => shake(app, bytes));
				return;
			case "data":
			case "dataWithReply":
				if (app.service === null && habits.staleClose) sendDown(app, "close", new Uint8Array());
				else if (start(app, { kind: "message" }) && isAddressed(app, frame)) app.service?.deliver(frame.payload);
				return;
			case "close":
				if (habits.closeEnds) stop(app);
				return;
			case "log":
				return;
		}
	}

	function shake(app: Installed, bytes: Uint8Array): void {
		if (habits.shakeRestarts) stop(app);
		if (!start(app, { kind: "message" })) return;
		if (options.rawHandshakes || habits.serviceShakes) app.service?.deliver(bytes);
		if (!habits.serviceShakes) sendDown(app, "handshake", Uint8Array.of(app.pkg.appId & 0xff));
	}

	function isAddressed({ port }: Installed, { phonePort }: Frame): boolean {
		return !options.freshPorts || phonePort === port;
	}

	radio.onData((appId, bytes) => {
		const app = installed.get(appId);
		if (!open || !app) return;
		const frame = readFrame(bytes);
		if (frame) onFrame(app, frame, bytes);
		else log({ source: "phone", appId, level: "warn", text: `${bytes.byteLength} bytes from the watch are no frame` });
	});

	function kill(app: Installed): void {
		app.service?.kill();
		app.service = null;
		changed();
	}

	function stop(app: Installed): void {
		app.service?.stop();
		kill(app);
	}

	function close(): void {
		open = false;
		for (const app of installed.values()) {
			kill(app);
			app.page?.close();
			app.page = null;
		}
		changed();
	}

	/** The Zepp app wakes a Side Service for a change that the person made (SRC zml: launchReasons.settingsChanged). */
	function watchSettings(app: Installed): () => void {
		return app.storage.onChange(({ by, ...change }) => {
			if (by !== "page") return;
			clock.after(0, () => {
				if (app.service) app.service.settingChanged(change);
				else if (open && app.pkg.sideFiles.has("app-side.js")) start(app, { kind: "settings", change });
			});
		});
	}

	function openPage(app: Installed): SettingsPage | null {
		const { pkg, storage } = app;
		const tell = (level: LogLevel, text: string) => log({ source: "settings", appId: pkg.appId, level, text });
		app.page ??= createSettingsPage(pageRuntime, {
			pkg,
			clock,
			random,
			language,
			removableSettings,
			storage,
			log: tell,
		});
		return app.page;
	}

	return {
		install(pkg) {
			const storage = bounded(options.settings(pkg.appId), habits.longestValue);
			const port = nextPort++;
			const app: Installed = { pkg, storage, service: null, page: null, watchPort: 0, port };
			installed.set(pkg.appId, app);
			undos.push(watchSettings(app));
		},
		open() {
			open = true;
			changed();
		},
		close,
		isOpen: () => open,
		setOnline(value) {
			online = value;
			changed();
		},
		isOnline: () => online,
		kill: (appId) => kill(find(appId)),
		stop: (appId) => stop(find(appId)),
		isRunning: (appId) => installed.get(appId)?.service != null,
		start: (appId) => start(find(appId), { kind: "desktop" }),
		settings: (appId) => find(appId).storage,
		settingsPage: (appId) => (open ? openPage(find(appId)) : null),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		discard() {
			for (const undo of undos.splice(0)) undo();
			listeners.clear();
			close();
		},
	};
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
