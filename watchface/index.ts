/**
 * The face: time, date, battery, steps, heart, the last answer or a line of its own, two quick replies, a tap to ask. Owns
 * its widgets. It reads the glance file when it is seen, and then only: no timer, no polling, no transport. Rule: nothing
 * throws out of a callback, since a face that crashes can put a watch in a boot loop.
 */
import { faceLayoutOf } from "../core/face-layout.ts";
import type { Glance } from "../core/glance.ts";
import type { Launch } from "../core/launch.ts";
import { freshId, now } from "../device/clock.ts";
import {
	createButton,
	createLine,
	createNatives,
	onSeen,
	removeButton,
	setLine,
	setVisible,
	type WidgetHandle,
} from "../device/face-widgets.ts";
import { readGlance } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openCompanion } from "../device/launcher.ts";
import { canvasOf } from "../device/screen.ts";
import { isResting, type Moment, onMinute, readSelf } from "../device/self.ts";
import { say } from "../device/words.ts";
import { faceButtons } from "./face-buttons.ts";
import { dateLine, faceView, SOFT } from "./face-view.ts";

const layout = faceLayoutOf(canvasOf());
let glance: Glance | null = null;
let self: Moment | null = null;
let opens: "read" | "open" = "open";
let awake = true;
/** The last answer that was here to be seen. */
let seenId = "";
/** Date, message and note, with what each shows; then the mark and the buttons. */
const lines: WidgetHandle[] = [];
const shown: { text: string; color: number }[] = [];
let mark: WidgetHandle | null = null;
let markShown = true;
let buttons: WidgetHandle[] = [];
let buttonsShown = "";

/** What makes the widgets is called once and then let go, for the heap's sake. */
let begin: (() => void) | null = () => {
	mark = attempt(() => createNatives(layout));
	const read = () => tap({ kind: opens });
	lines.push(
		createLine(layout.status, layout.statusSize, false, read),
		createLine(layout.message, layout.messageSize, true, read),
		createLine(layout.note, layout.noteSize, false, read),
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
	glance = attempt(readGlance);
	self = readSelf();
	attempt(paint);
}

/** Shows it; what has not changed costs no call. */
function paint(): void {
	if (self === null) return;
	const view = faceView(glance, self, now(), say);
	opens = view.opens;
	const texts = [dateLine(self.day, self.dayOfMonth, say), view.message, view.note];
	const colors = [SOFT, view.messageColor, view.noteColor];
	lines.forEach((line, index) => {
		const text = texts[index] ?? "";
		const color = colors[index] ?? SOFT;
		const old = shown[index];
		if (old?.text === text && old.color === color) return;
		shown[index] = { text, color };
		setLine(line, text, old?.color === color ? undefined : color);
	});
	const id = view.isFresh ? (glance?.last?.id ?? "") : "";
	if (awake) seenId = id;
	const waits = id !== seenId;
	if (mark !== null && waits !== markShown) setVisible(mark, waits);
	markShown = waits;
	paintButtons();
}

function paintButtons(): void {
	const looks = faceButtons(glance, layout, say("glance.ask"));
	const key = JSON.stringify(looks);
	if (key === buttonsShown) return;
	buttonsShown = key;
	buttons.forEach(removeButton);
	buttons = looks.map((look, index) =>
		createButton(look, () => {
			const chip = index < looks.length - 1 ? glance?.chips[index] : undefined;
			tap(chip ? { kind: "ask", id: freshId(), text: chip.text } : { kind: "listen", id: freshId() });
		}),
	);
}

function tap(launch: Launch): void {
	attempt(() => openCompanion(launch));
}
