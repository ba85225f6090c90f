/**
 * The face: time, date, battery, the last answer and its age, two quick replies, a tap to ask. Owns its widgets. It reads
 * the glance file when it is seen, and then only: no timer, no polling, no transport. Rule: nothing throws out of a
 * callback, since a face that crashes can put a watch in a boot loop.
 */
import { faceLayoutOf } from "../core/face-layout.ts";
import type { Launch } from "../core/launch.ts";
import { freshId, now } from "../device/clock.ts";
import { BRIGHT, createRestingMark, createSign, createTime, onSeen } from "../device/face-widgets.ts";
import { readGlance } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openCompanion } from "../device/launcher.ts";
import { canvasOf } from "../device/screen.ts";
import { readBattery, readMoment } from "../device/sensors.ts";
import { create, type Piece, remove, show, update, type WidgetHandle } from "../device/widgets.ts";
import { say } from "../device/words.ts";
import { FACE_TAPS, facePieces } from "./face-pieces.ts";
import { type FaceView, faceView, statusOf } from "./face-view.ts";

type Held = { handle: WidgetHandle; piece: Piece; visible: boolean };

const layout = faceLayoutOf(canvasOf());
const held: (Held | undefined)[] = [];
let view: FaceView | null = null;

WatchFace({
	build() {
		attempt(build);
	},
});

function build(): void {
	createTime(layout.time, "digit-");
	createTime(layout.time, "digit-rest-");
	createRestingMark(layout.mark);
	createSign(layout.sign);
	look();
	onSeen(() => attempt(look));
}

/** Shows what is known now; what has not changed costs no call. */
function look(): void {
	view = faceView(attempt(readGlance), statusOf(readMoment(), readBattery(), say), now(), say);
	facePieces(view, layout, say("glance.ask")).forEach(put);
}

function put(piece: Piece | null, index: number): void {
	const old = held[index];
	if (piece === null) {
		if (old?.visible) show(old.handle, false);
		if (old) old.visible = false;
		return;
	}
	if (old === undefined || isOtherColour(old.piece, piece)) {
		if (old) remove(old.handle);
		held[index] = { handle: create(piece, () => attempt(() => tap(index)), BRIGHT), piece, visible: true };
		return;
	}
	if (!old.visible) show(old.handle, true);
	if (JSON.stringify(old.piece) !== JSON.stringify(piece)) update(old.handle, piece);
	held[index] = { handle: old.handle, piece, visible: true };
}

function isOtherColour(a: Piece, b: Piece): boolean {
	return a.kind === "button" && b.kind === "button" && a.fill !== b.fill;
}

function tap(index: number): void {
	const launch = launchOf(index);
	if (launch !== null) openCompanion(launch);
}

function launchOf(index: number): Launch | null {
	if (index === FACE_TAPS.message) return { kind: view?.opens ?? "open" };
	if (index === FACE_TAPS.ask) return { kind: "listen", id: freshId() };
	const chip = view?.chips[index - FACE_TAPS.chips[0]];
	return chip === undefined ? null : { kind: "ask", id: freshId(), text: chip.text };
}
