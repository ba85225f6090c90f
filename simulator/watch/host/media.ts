/**
 * The recorder of `@zos/media` (DOC media/Recorder.mdx). Owns its states and its file; the sound is the microphone's. Rule:
 * the file is whole only some time after `stop` (COM), and what was in it before stays behind the sound unless the app
 * has emptied it.
 */
import type { Timer } from "../../clock.ts";
import { type AppContext, type Operations, perApp } from "../context.ts";
import { type FunctionRef, isRecord, isRef } from "../values.ts";
import { cleanPath } from "./files.ts";

export const MEDIA_IDS = { PLAYER: 0, RECORDER: 1 } as const;
export const CODECS = { OPUS: 0, MP3: 1 } as const;
export const RECORDER_EVENTS = { START: 0, STOP: 1 } as const;
export const RECORDER_STATES = { IDLE: 0, PREPARING: 1, STARTING: 2, RECORDING: 3 } as const;

/** Undocumented, but every app that records lists it (COM). */
const PERMISSION = "device:os.mic";
/** INF: until sound comes in, until STOP is told, and until the file is whole. */
const BEGIN_MS = 80;
const STOP_MS = 40;
const FLUSH_MS = 450;
/** What is not on the disk yet when the recording stops. */
const UNFLUSHED_MS = 600;

type Recorder = {
	state: number;
	path: string | null;
	since: number;
	listeners: { event: number; ref: FunctionRef }[];
	timers: Timer[];
};

/** Whether the app's recorder hears nothing. */
export const hearingOf = perApp(() => ({ isDeaf: false }));

const recorders = new WeakMap<AppContext, Recorder>();

export const MEDIA_OPERATIONS: Operations = {
	/** True where there is one; the same for every call. */
	"media.recorder"(app) {
		needPermission(app);
		if (app.system.microphone.present === false) return false;
		if (!recorders.has(app)) open(app);
		return true;
	},
	"media.setFormat"(app, codec, options) {
		const path = isRecord(options) ? options.target_file : undefined;
		if (codec !== CODECS.OPUS || typeof path !== "string") return app.refuse("@zos/media: a format other than OPUS");
		recorderOf(app).path = cleanPath(path);
	},
	"media.start"(app) {
		const recorder = recorderOf(app);
		if (recorder.path === null || recorder.state !== RECORDER_STATES.IDLE) return;
		recorder.state = RECORDER_STATES.STARTING;
		later(app, BEGIN_MS, () => begin(app, recorder));
	},
	"media.stop"(app) {
		const recorder = recorderOf(app);
		const { path, since, state } = recorder;
		recorder.state = RECORDER_STATES.IDLE;
		if (path === null || state !== RECORDER_STATES.RECORDING) return;
		const ms = app.system.clock.now() - since;
		write(app, path, ms - UNFLUSHED_MS);
		later(app, STOP_MS, () => tell(app, RECORDER_EVENTS.STOP, undefined));
		later(app, FLUSH_MS, () => write(app, path, ms));
	},
	"media.getStatus": (app) => recorderOf(app).state,
	"media.addEventListener"(app, event, ref) {
		if (isRef(ref)) recorderOf(app).listeners.push({ event: Number(event), ref });
	},
};

function needPermission(app: AppContext): void {
	if (app.package.manifest.permissions.includes(PERMISSION)) return;
	throw new Error(`no permission: @zos/media needs "${PERMISSION}" in app.json`);
}

function open(app: AppContext): void {
	const recorder: Recorder = { state: RECORDER_STATES.IDLE, path: null, since: 0, listeners: [], timers: [] };
	recorders.set(app, recorder);
	app.atEnd(() => {
		for (const timer of recorder.timers) timer.cancel();
	});
}

function recorderOf(app: AppContext): Recorder {
	return recorders.get(app) ?? app.refuse("@zos/media: a recorder that was not created");
}

function begin(app: AppContext, recorder: Recorder): void {
	if (recorder.state !== RECORDER_STATES.STARTING) return;
	const { refused } = app.system.microphone;
	recorder.state = refused ? RECORDER_STATES.IDLE : RECORDER_STATES.RECORDING;
	recorder.since = app.system.clock.now();
	tell(app, RECORDER_EVENTS.START, !refused);
}

function tell(app: AppContext, event: number, result: boolean | undefined): void {
	for (const listener of [...recorderOf(app).listeners]) {
		if (listener.event === event && app.alive) app.invoke(listener.ref, [result]);
	}
}

function later(app: AppContext, ms: number, run: () => void): void {
	recorderOf(app).timers.push(app.system.clock.after(ms, run));
}

function write(app: AppContext, path: string, ms: number): void {
	const { storage, microphone } = app.system;
	const sound = hearingOf(app).isDeaf ? microphone.silence(Math.max(0, ms)) : microphone.record(Math.max(0, ms));
	const before = storage.read(app.appId, path) ?? new Uint8Array();
	const file = new Uint8Array(Math.max(before.length, sound.length));
	file.set(before);
	file.set(sound);
	storage.write(app.appId, path, file);
}
