/**
 * What the host gives to the code that runs inside a phone context. Owns the shapes of that bridge. Rule: only strings,
 * numbers, booleans, bytes and functions cross it, so that every object an app sees belongs to its own context.
 */
export type LogLevel = "debug" | "info" | "warn" | "error";

export interface Host {
	log(level: LogLevel, text: string): void;
	/** Simulated ms since the epoch. */
	now(): number;
	random(): number;
	/** One shot; the number cancels it. */
	setTimer(delayMs: number, run: () => void): number;
	clearTimer(id: number): void;
	/** BCP 47, such as `de-DE`. */
	language: string;
	storage: StorageHost;
}

export interface StorageHost {
	get(key: string): string | undefined;
	set(key: string, value: string): void;
	remove(key: string): void;
	clear(): void;
	/** A JSON object of all there is. */
	all(): string;
	/** False models the phones on which `removeItem` is missing (COM). */
	removable: boolean;
}

export interface SideHost extends Host {
	/** The package's app.json, as JSON. */
	appInfo: string;
	/** JSON; such as `{"settingsChanged": true}`. */
	launchReasons: string;
	/** JSON or "" for none. */
	launchArgs: string;
	port: number;
	objectBody: boolean;
	binary: boolean;
	send(bytes: Uint8Array): void;
	fetch(
		request: HttpRequest,
		resolve: (reply: HttpReply) => void,
		reject: (code: number, message: string) => void,
	): void;
}

export type HttpRequest = {
	url: string;
	method: string;
	headers: [name: string, value: string][];
	body: string | Uint8Array | null;
};

export type HttpReply = {
	status: number;
	statusText: string;
	headers: [name: string, value: string][];
	text: string;
	bytes: Uint8Array;
};

/** What the host may call once the runtime is installed. None of them throws: what an app throws is logged. */
export interface SideHooks {
	/** False when the package's script registered no Side Service. */
	start(): boolean;
	stop(): void;
	message(bytes: Uint8Array): void;
	settingChanged(key: string, newValue: string | undefined, oldValue: string | undefined): void;
}

export interface PageHooks {
	/** The tree as JSON: see `SettingsNode`. Null when the script registered no page, or its build failed. */
	render(): string | null;
	/** Does what the person did to the node of the tree `seen`, else of the newest; `value` is JSON, "" for none. */
	act(node: string, value: string, seen: number): void;
}
