/**
 * The player of `@zos/media` (DOC media/Player). Owns its states, its clock and what was played; the sound is heard by nobody.
 * Rule: a call that its state does not take changes nothing, and the log says so.
 */
import type { Timer } from "../../clock.ts";
import { atLeast } from "../../devices.ts";
import { durationMs } from "../../recorder/duration.ts";
import { type AppContext, type Operations, perApp } from "../context.ts";
import { type FunctionRef, isRecord, isRef, numberOr } from "../values.ts";

export const PLAYER_SOURCES = { FILE: 0 } as const;
export const PLAYER_EVENTS = { PREPARE: 0, COMPLETE: 1, PLAY: 2, STOP: 3, PAUSE: 4, PROGRESS: 5 } as const;
export const PLAYER_STATES = {
	...{ IDLE: 0, INITIALIZED: 1, PREPARING: 2, PREPARED: 3, STARTING: 4 },
	...{ PLAY: 5, PAUSING: 6, PAUSED: 7, RESUMING: 8 },
} as const;

/** INF: until a file is read, and until a sound begins or rests. */
const PREPARE_MS = 60;
const TURN_MS = 40;
const PROGRESS_MS = 1_000;
const FIRST_VOLUME = 60;

type Player = {
	state: number;
	/** As the package named it. */
	source: string | null;
	/** ms */
	length: number;
	/** How much was played before `since`, in ms; `since` is when it last began, by the clock. */
	played: number;
	since: number;
	volume: number;
	listeners: { event: number; ref: FunctionRef }[];
	timers: Timer[];
};

const playerOf = perApp((app): Player => {
	const player: Player = {
		...{ state: PLAYER_STATES.IDLE, source: null, length: 0, played: 0, since: 0, volume: FIRST_VOLUME },
		...{ listeners: [], timers: [] },
	};
	app.atEnd(() => halt(player));
	return player;
});

export const PLAYER_OPERATIONS: Operations = {
	"player.setSource"(app, source, options) {
		const file = isRecord(options) ? options.file : undefined;
		const player = playerOf(app);
		if (source !== PLAYER_SOURCES.FILE || typeof file !== "string")
			return refuse(app, "setSource takes FILE and {file}");
		halt(player);
		Object.assign(player, { source: file, length: 0, played: 0, state: PLAYER_STATES.INITIALIZED });
	},
	"player.prepare"(app) {
		const player = playerOf(app);
		if (player.state !== PLAYER_STATES.INITIALIZED) return refuse(app, "prepare needs a source that does not play");
		player.state = PLAYER_STATES.PREPARING;
		later(app, PREPARE_MS, () => prepare(app, player));
	},
	"player.start": begin,
	"player.resume": begin,
	"player.pause"(app) {
		const player = playerOf(app);
		if (player.state !== PLAYER_STATES.PLAY) return refuse(app, "pause: nothing plays");
		rest(app, player);
		player.state = PLAYER_STATES.PAUSING;
		later(app, TURN_MS, () => {
			player.state = PLAYER_STATES.PAUSED;
			tell(app, PLAYER_EVENTS.PAUSE);
		});
	},
	"player.stop"(app) {
		const player = playerOf(app);
		if (player.source === null) return refuse(app, "stop: there is no source");
		halt(player);
		Object.assign(player, { played: 0, state: PLAYER_STATES.INITIALIZED });
		later(app, TURN_MS, () => tell(app, PLAYER_EVENTS.STOP));
	},
	"player.seek": (app, percentage) => {
		const share = numberOr(percentage, -1) / 100;
		return share <= 1 && seek(app, share * playerOf(app).length);
	},
	"player.seekTo": (app, seconds) => seek(app, numberOr(seconds, -1) * 1000),
	"player.getDuration": (app) => seconds(playerOf(app)),
	"player.getVolume": (app) => playerOf(app).volume,
	"player.setVolume"(app, volume) {
		const isKnown = typeof volume === "number" && volume >= 0 && volume <= 100;
		if (isKnown) playerOf(app).volume = volume;
		return isKnown;
	},
	/** Tags are not read: `undefined` is what fails. */
	"player.getTitle": () => undefined,
	"player.getArtist": () => undefined,
	"player.getMediaInfo": (app) => ({ duration: seconds(playerOf(app)) }),
	"player.getStatus": (app) => playerOf(app).state,
	"player.addEventListener"(app, event, ref) {
		if (isRef(ref)) playerOf(app).listeners.push({ event: numberOr(event, -1), ref });
	},
};

/** The methods that a player has on a watch of `apiLevel`. */
export function playerMethods(apiLevel: string): string[] {
	const since: Readonly<Record<string, string>> = { seek: "4.2", seekTo: "4.3" };
	const names = Object.keys(PLAYER_OPERATIONS).map((name) => name.slice("player.".length));
	return names.filter((name) => atLeast(apiLevel, since[name] ?? apiLevel));
}

/** Whole seconds, at least one: 0 is documented as "invalid" (the rounding is INF). */
function seconds({ length, state }: Player): number {
	const isKnown = state >= PLAYER_STATES.PREPARED && length > 0;
	return isKnown ? Math.max(1, Math.round(length / 1000)) : 0;
}

function prepare(app: AppContext, player: Player): void {
	const bytes = player.source === null ? undefined : soundAt(app, player.source);
	const length = bytes && durationMs(bytes);
	const isPlayable = typeof length === "number";
	if (!isPlayable)
		app.log("warn", "@zos/media", `${player.source} ${bytes ? "is neither MP3 nor a recording" : "is not there"}`);
	player.state = isPlayable ? PLAYER_STATES.PREPARED : PLAYER_STATES.INITIALIZED;
	player.length = length ?? 0;
	tell(app, PLAYER_EVENTS.PREPARE, isPlayable);
}

/** DOC: relative to the assets, or `data://` in the app's own folder. */
function soundAt(app: AppContext, source: string): Uint8Array | undefined {
	if (source.startsWith("data://")) return app.system.storage.read(app.appId, source.slice("data://".length));
	return app.package.deviceFiles.get(`assets/${source.replace(/^assets:\/\//, "").replace(/^\//, "")}`);
}

function begin(app: AppContext): void {
	const player = playerOf(app);
	const isPaused = player.state === PLAYER_STATES.PAUSED;
	if (!isPaused && player.state !== PLAYER_STATES.PREPARED) {
		refuse(app, "start: nothing is prepared");
		return;
	}
	player.state = isPaused ? PLAYER_STATES.RESUMING : PLAYER_STATES.STARTING;
	later(app, TURN_MS, () => play(app, player, isPaused));
}

function play(app: AppContext, player: Player, isAgain: boolean): void {
	player.state = PLAYER_STATES.PLAY;
	player.since = app.system.clock.now();
	const bytes = player.source === null ? undefined : soundAt(app, player.source);
	if (!isAgain && bytes)
		app.system.played({ appId: app.appId, at: player.since, ms: player.length, bytes: bytes.slice() });
	tell(app, PLAYER_EVENTS.PLAY, true);
	if (player.state !== PLAYER_STATES.PLAY) return;
	later(app, Math.max(0, player.length - player.played), () => complete(app, player));
	later(app, PROGRESS_MS, () => progress(app, player));
}

function progress(app: AppContext, player: Player): void {
	if (player.state !== PLAYER_STATES.PLAY) return;
	later(app, PROGRESS_MS, () => progress(app, player));
	tell(app, PLAYER_EVENTS.PROGRESS, Math.floor((player.played + app.system.clock.now() - player.since) / 1000));
}

function complete(app: AppContext, player: Player): void {
	halt(player);
	Object.assign(player, { played: 0, state: PLAYER_STATES.PREPARED });
	tell(app, PLAYER_EVENTS.COMPLETE);
}

/** What was played so far is kept. */
function rest(app: AppContext, player: Player): void {
	player.played += app.system.clock.now() - player.since;
	halt(player);
}

/** DOC: it starts from PREPARED, and otherwise goes on as it was. */
function seek(app: AppContext, to: number): boolean {
	const player = playerOf(app);
	const { PREPARED, PAUSED, PLAY } = PLAYER_STATES;
	if (to < 0 || to > player.length || ![PREPARED, PAUSED, PLAY].some((state) => state === player.state)) return false;
	halt(player);
	player.played = to;
	if (player.state === PREPARED) begin(app);
	else if (player.state === PLAY) play(app, player, true);
	return true;
}

function halt(player: Player): void {
	for (const timer of player.timers.splice(0)) timer.cancel();
}

function later(app: AppContext, ms: number, run: () => void): void {
	playerOf(app).timers.push(app.system.clock.after(ms, run));
}

function tell(app: AppContext, event: number, result?: boolean | number): void {
	for (const listener of [...playerOf(app).listeners]) {
		if (listener.event === event && app.alive) app.invoke(listener.ref, result === undefined ? [] : [result]);
	}
}

function refuse(app: AppContext, why: string): void {
	app.log("warn", "@zos/media", why);
}
