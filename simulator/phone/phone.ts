/**
 * The phone with the Zepp app on it. Owns which apps are there, whether the Zepp app is open, and the network. Rule: nothing of
 * it answers while the Zepp app is closed.
 */
import type { Clock } from "../clock.ts";
import type { PhoneRadio } from "../link/link.ts";
import { DOCUMENTED_PHONE, type PhoneHabits } from "../platform/habits.ts";
import { createRandom } from "../random.ts";
import { createPhoneHttp } from "./http.ts";
import type { PhonePackage } from "./package.ts";
import { PhoneApp, type PhoneLog, type Surroundings } from "./phone-app.ts";
import type { PhoneProfile } from "./profile.ts";
import { prepareSettingsPage, type SettingsPage } from "./settings-page.ts";
import type { SettingsStorage } from "./settings-storage.ts";
import { prepareSideService } from "./side-service.ts";

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

/** The first port that the Zepp app gives to a Side Service; only that it is not 0 matters to zml. */
const FIRST_PORT = 100;

export async function createPhone(options: PhoneOptions): Promise<Phone> {
	const apps = new Map<number, PhoneApp>();
	const listeners = new Set<() => void>();
	let open = true;
	let online = true;
	let port = FIRST_PORT;
	const changed = () => {
		for (const listener of [...listeners]) listener();
	};
	const surroundings = await surroundingsOf(options, {
		isOpen: () => open,
		isOnline: () => online,
		nextPort: () => port++,
		changed,
	});
	const find = (appId: number): PhoneApp => {
		const app = apps.get(appId);
		if (app === undefined) throw new Error(`no app ${appId} is installed on the phone`);
		return app;
	};
	const close = () => {
		open = false;
		for (const app of apps.values()) app.close();
		changed();
	};
	options.radio.onData((appId, bytes) => {
		if (open) apps.get(appId)?.take(bytes);
	});
	return {
		install: (pkg) => void apps.set(pkg.appId, new PhoneApp(pkg, surroundings)),
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
		kill: (appId) => find(appId).kill(),
		stop: (appId) => find(appId).stop(),
		isRunning: (appId) => apps.get(appId)?.isRunning() ?? false,
		start: (appId) => find(appId).start({ kind: "desktop" }),
		settings: (appId) => find(appId).storage,
		settingsPage: (appId) => (open ? find(appId).openPage() : null),
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		discard() {
			for (const app of apps.values()) app.forget();
			listeners.clear();
			close();
		},
	};
}

type Doings = Pick<Surroundings, "isOpen" | "nextPort" | "changed"> & { isOnline(): boolean };

/** What every app on the phone shares. */
async function surroundingsOf(options: PhoneOptions, doings: Doings): Promise<Surroundings> {
	const { clock, profile, language, log, radio } = options;
	const [serviceRuntime, pageRuntime] = await Promise.all([prepareSideService(), prepareSettingsPage()]);
	const habits = options.habits ?? DOCUMENTED_PHONE;
	const http = createPhoneHttp({
		clock,
		profile,
		online: doings.isOnline,
		log: (text) => log({ source: "phone", appId: undefined, level: "debug", text }),
		redirectsKeepHeaders: habits.redirectsKeepHeaders,
		...(options.serverMs === undefined ? {} : { serverMs: options.serverMs }),
	});
	return {
		...doings,
		clock,
		readClock: { ...clock, now: () => clock.now() + (options.aheadMs?.() ?? 0) },
		random: createRandom(options.seed),
		removableSettings: options.removableSettings ?? true,
		rawHandshakes: options.rawHandshakes ?? false,
		freshPorts: options.freshPorts ?? false,
		settings: options.settings,
		...{ serviceRuntime, pageRuntime, habits, http, profile, language, log, radio },
	};
}
