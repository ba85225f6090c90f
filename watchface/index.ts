/**
 * The face: time, date, battery, steps, heart, the last answer or a line of its own, two quick replies, a tap to ask. Owns
 * its widgets. It reads the glance file when it is seen, and then only: no timer, no polling, no transport. Rule: nothing
 * throws out of a callback, since a face that crashes can put a watch in a boot loop.
 */
import { faceLayoutOf, placeTexts } from "../core/face-layout.ts";
import { decodeGlance, GLANCE_FILE, NO_GLANCE } from "../core/glance.ts";
import type { Launch } from "../core/launch.ts";
import type { Box } from "../core/screen.ts";
import { freshId, now } from "../device/clock.ts";
import {
	createButton,
	createLine,
	createNatives,
	createTouch,
	onSeen,
	removeButton,
	setLine,
	setVisible,
	type WidgetHandle,
} from "../device/face-widgets.ts";
import { readCompanionFile } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openCompanion } from "../device/launcher.ts";
import { canvasOf, heightOf } from "../device/screen.ts";
import { isResting, onMinute, readSelf } from "../device/self.ts";
import { say } from "../device/words.ts";
import { faceButtons } from "./face-buttons.ts";
import { dateLine, faceView, SOFT } from "./face-view.ts";

const { texts, natives } = faceLayoutOf(canvasOf());
/** Of the message's width; no word of ours is wider. */
const NARROWEST = 0.6;

let glance = NO_GLANCE;
let self = readSelf();
let awake = true;
/** When the last answer came that was here to be seen. */
let seenAt = 0;
/** Date, message and note, what each says and how it looks. */
const lines: WidgetHandle[] = [];
const shown: string[] = [];
const looks: string[] = [];
let mark: WidgetHandle | null = null;
let markShown = true;
let buttons: WidgetHandle[] = [];
let buttonsShown = "";

/** What makes the widgets is called once and then let go, for the heap's sake. */
let begin: (() => void) | null = () => {
	mark = attempt(() => createNatives(natives));
	for (const size of [texts.statusSize, texts.messageSize, texts.noteSize]) lines.push(createLine(size));
	const { message, note } = texts;
	createTouch({ x: message.x, y: message.y, w: message.w, h: note.y + note.h - message.y }, () =>
		tap({ kind: glance.at > 0 ? "read" : "open" }),
	);
	look();
	onSeen(look, () => {
		awake = false;
	});
	attempt(() => onMinute(() => awake && attempt(paint)));
};

WatchFace({
	build() {
		if (begin !== null) attempt(begin);
		begin = null;
	},
});

/** Reads what is known now. */
function look(): void {
	awake = attempt(isResting) !== true;
	/** What the card and a run show is nothing that a face need hold. */
	glance = Object.assign(decodeGlance(readCompanionFile(GLANCE_FILE)), { text: "", run: "" });
	self = readSelf();
	attempt(paint);
}

/** Shows it; what has not changed costs no call. */
function paint(): void {
	const view = faceView(glance, self, now(), say);
	const size = attempt(() => sizeOf(view.message)) ?? texts.message;
	const [message, note] = placeTexts(texts, size, view.note !== "", glance.chips !== "");
	paintLine(0, texts.status, dateLine(self.day, self.dayOfMonth, say), SOFT);
	paintLine(1, message, view.message, view.messageColor);
	paintLine(2, note, view.note, view.noteColor);
	const freshAt = view.isFresh ? glance.at : 0;
	if (awake) seenAt = freshAt;
	const waits = freshAt !== seenAt;
	if (mark !== null && waits !== markShown) setVisible(mark, waits);
	markShown = waits;
	paintButtons();
}

/** As narrow as it may be on as many lines: then no word stands alone on the last. */
function sizeOf(text: string): { w: number; h: number } {
	const size = texts.messageSize;
	let { w } = texts.message;
	const h = heightOf(text, size, w);
	while (w > NARROWEST * texts.message.w && heightOf(text, size, w - size) === h) w -= size;
	return { w, h };
}

function paintLine(index: number, box: Box, text: string, color: number): void {
	const line = lines[index];
	const look = `${color} ${box.y} ${box.w}`;
	const isSame = looks[index] === look;
	if (line === undefined || (isSame && shown[index] === text)) return;
	shown[index] = text;
	looks[index] = look;
	setLine(line, isSame ? { text } : Object.assign({ text, color }, box));
}

function paintButtons(): void {
	const looks = faceButtons(glance, texts, say("glance.ask"));
	const key = glance.chips + glance.accent;
	if (key === buttonsShown) return;
	buttonsShown = key;
	buttons.forEach(removeButton);
	buttons = looks.map((look) =>
		createButton(look, () =>
			tap(look.asks === "" ? { kind: "listen", id: freshId() } : { kind: "ask", id: freshId(), text: look.asks }),
		),
	);
}

function tap(launch: Launch): void {
	attempt(() => openCompanion(launch));
}
