/** The page on which a question is spoken to the watch's recorder. Only records: what is recorded is the next page's to ask. */

import { DEFAULT_ACCENT } from "../core/ink.ts";
import { VOICE_LIMIT_MS } from "../core/wire/protocol.ts";
import { now } from "../device/clock.ts";
import { hold, isScreenOn, release } from "../device/display.ts";
import { files } from "../device/files.ts";
import { readLook } from "../device/glance-store.ts";
import { createRecorder } from "../device/recorder.ts";
import { timers } from "../device/timers.ts";
import { tools } from "./kit/desk.ts";
import { countOn } from "./kit/elapsed.ts";
import { go, onLeave } from "./kit/go.ts";
import type { Recording, Tap } from "./kit/model.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { faultView } from "./views/fault-view.ts";
import { recordingView } from "./views/recording-view.ts";

const TICK_MS = 1_000;

const recorder = createRecorder(files, timers);
const { accent } = readLook(files) ?? { accent: DEFAULT_ACCENT };
/** Null where the watch does not record. */
let recording: (Recording & { since: number }) | null = null;
let timer = 0;

export function openSpeaking(): void {
	onLeave(closeSpeaking);
	openScreen(tapped);
	record();
}

function closeSpeaking(): void {
	timers.clear(timer);
	if (recording !== null) recorder.drop();
	release();
}

function record(): void {
	recording = { since: now(), seconds: 0, stage: "opening" };
	recorder.start(listening);
	hold(2 * VOICE_LIMIT_MS);
	timer = timers.set(tick, TICK_MS);
	paint();
}

function listening(records: boolean): void {
	if (recording === null) return;
	if (records) recording = { ...recording, since: now(), stage: "listening" };
	else {
		recording = null;
		timers.clear(timer);
		release();
	}
	paint();
}

/** After half a minute nothing more is heard. */
function tick(): void {
	timer = timers.set(tick, TICK_MS);
	if (recording?.stage !== "listening" || !isScreenOn()) return;
	recording = countOn(recording, now());
	paint();
	if (recording.seconds * 1000 >= VOICE_LIMIT_MS) spoken();
}

function spoken(): void {
	if (recording?.stage !== "listening") return;
	recording = { ...recording, stage: "ending" };
	recorder.stop(() => {
		// It is no longer to be dropped: the next page takes it.
		recording = null;
		go("ask", { kind: "spoken" });
	});
	paint();
}

function tapped({ kind }: Tap): void {
	if (kind === "spoken") spoken();
	else if (kind === "retry") record();
	else if (kind === "cancel" || kind === "home") go("index", { kind: "home" });
}

function paint(): void {
	if (recording !== null) draw(recordingView(recording, accent, tools));
	else draw(faultView({ question: "", fault: { code: "no-microphone" } }, accent, tools));
}
