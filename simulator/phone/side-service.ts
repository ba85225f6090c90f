/**
 * One run of a package's Side Service in its own context. Owns its timers, its requests and its life. Rule: once killed,
 * nothing of it runs and nothing it does reaches anything; only what was in the settings storage survives.
 */
import type { Clock, Timer } from "../clock.ts";
import type { Random } from "../random.ts";
import { bundleRuntime, createPhoneContext } from "./context.ts";
import { NETWORK_ERROR, type PhoneHttp } from "./http.ts";
import { type PhonePackage, readSideText } from "./package.ts";
import type { PhoneProfile } from "./profile.ts";
import { claimRejections } from "./rejections.ts";
import type { Host, LogLevel, SideHooks, SideHost, StorageHost } from "./runtime/host.ts";
import type { SettingChange, SettingsStorage, Writer } from "./settings-storage.ts";

/** Why the Zepp app starts a Side Service; zml reads the flags of the last two (SRC zml 0.0.43). */
export type StartReason =
	| { kind: "message" }
	| { kind: "settings"; change: Omit<SettingChange, "by"> }
	| { kind: "desktop" };

export interface SideService {
	deliver(bytes: Uint8Array): void;
	settingChanged(change: Omit<SettingChange, "by">): void;
	/** Ends it politely: `onDestroy`, then as `kill`. */
	stop(): void;
	/** Ends it at once, without a word to it. */
	kill(): void;
}

export type SideServiceOptions = {
	pkg: PhonePackage;
	clock: Clock;
	random: Random;
	profile: PhoneProfile;
	http: PhoneHttp;
	storage: SettingsStorage;
	language: string;
	removableSettings: boolean;
	port: number;
	send(bytes: Uint8Array): void;
	log(level: LogLevel, text: string): void;
};

/** The script of the runtime, for `startSideService`; made once, ahead of the first start. */
export function prepareSideService(): Promise<string> {
	return bundleRuntime("side-service");
}

/** Null when the package has no Side Service, or its script registered none; the log says which. */
export function startSideService(
	runtime: string,
	options: SideServiceOptions,
	reason: StartReason,
): SideService | null {
	const script = readSideText(options.pkg, "app-side.js");
	if (script === null) {
		options.log("warn", "this package has no Side Service");
		return null;
	}
	const life = createLife(options.clock);
	const context = createPhoneContext<SideHost, SideHooks>(runtime, createSideHost(options, life, reason));
	life.onEnd(
		claimRejections(context.owns, (why) => {
			if (life.alive()) options.log("error", `unhandled rejection: ${why}`);
		}),
	);
	try {
		context.runScript(script, "app-side.js");
	} catch (error) {
		options.log("error", `app-side.js threw ${String(error)}`);
	}
	if (!context.hooks.start()) {
		options.log("error", "app-side.js registered no AppSideService");
		life.end();
		return null;
	}
	return {
		deliver(bytes) {
			if (life.alive()) context.hooks.message(bytes);
		},
		settingChanged({ key, newValue, oldValue }) {
			if (life.alive()) context.hooks.settingChanged(key, newValue, oldValue);
		},
		stop() {
			if (life.alive()) context.hooks.stop();
			life.end();
		},
		kill: life.end,
	};
}

/** What must stop when a context ends, and whether it has. */
export type Life = {
	alive(): boolean;
	onEnd(undo: () => void): () => void;
	end(): void;
	timers: Pick<Host, "setTimer" | "clearTimer">;
};

export function createLife(clock: Clock): Life {
	const undos = new Set<() => void>();
	const timers = new Map<number, Timer>();
	let alive = true;
	let lastTimer = 0;
	return {
		alive: () => alive,
		onEnd(undo) {
			undos.add(undo);
			return () => undos.delete(undo);
		},
		end() {
			if (!alive) return;
			alive = false;
			for (const timer of timers.values()) timer.cancel();
			timers.clear();
			for (const undo of [...undos]) undo();
		},
		timers: {
			setTimer(delayMs, run) {
				lastTimer += 1;
				const id = lastTimer;
				if (!alive) return id;
				const fire = () => {
					timers.delete(id);
					run();
				};
				timers.set(id, clock.after(delayMs, fire));
				return id;
			},
			clearTimer(id) {
				timers.get(id)?.cancel();
				timers.delete(id);
			},
		},
	};
}

/** The storage as a context reaches it, until that context's end. */
export function createStorageHost(storage: SettingsStorage, by: Writer, life: Life, removable: boolean): StorageHost {
	return {
		get: storage.get,
		set: (key, value) => (life.alive() ? storage.set(key, value, by) : undefined),
		remove: (key) => (life.alive() ? storage.remove(key, by) : undefined),
		clear: () => (life.alive() ? storage.clear(by) : undefined),
		all: () => JSON.stringify(storage.all()),
		removable,
	};
}

function createSideHost(options: SideServiceOptions, life: Life, reason: StartReason): SideHost {
	const { clock, profile, http, storage } = options;
	return {
		...life.timers,
		log: (level, text) => (life.alive() ? options.log(level, text) : undefined),
		now: () => clock.now(),
		random: () => options.random.next(),
		language: options.language,
		storage: createStorageHost(storage, "service", life, options.removableSettings),
		appInfo: readSideText(options.pkg, "app.json") ?? "{}",
		launchReasons: JSON.stringify(reason.kind === "settings" ? { settingsChanged: true } : {}),
		launchArgs: reason.kind === "settings" ? JSON.stringify(reason.change) : "",
		port: options.port,
		objectBody: profile.body === "object",
		binary: profile.binary,
		send: (bytes) => (life.alive() ? options.send(bytes) : undefined),
		fetch(request, resolve, reject) {
			if (!life.alive()) return;
			const abort = http.request(request, (outcome) => {
				forget();
				if (!life.alive()) return;
				if (!outcome.ok) reject(NETWORK_ERROR.code, NETWORK_ERROR.message);
				else resolve({ ...outcome.reply, headers: asProfiled(outcome.reply.headers, profile) });
			});
			const forget = life.onEnd(abort);
		},
	};
}

function asProfiled(headers: [string, string][], profile: PhoneProfile): [string, string][] {
	return profile.body === "object" ? headers.map(([name, value]) => [name.toLowerCase(), value]) : headers;
}
