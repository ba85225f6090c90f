/**
 * The face: time, date, battery, steps, heart, the last answer or a line of its own, two quick replies, a tap to ask. Owns
 * what is seen when. It reads the glance file when it is seen, and then only: no timer, no polling, no transport. Rule:
 * nothing throws out of a callback, since a face that crashes can put a watch in a boot loop.
 */
import type { FaceLaunch } from "../core/ask/launch.ts";
import { decodeFaceGlance, type FaceGlance, GLANCE_FILE } from "../core/face/glance.ts";
import { personalLine } from "../core/face/personal-line.ts";
import { freshId, now } from "../device/clock.ts";
import { readCompanionFile } from "../device/glance-reader.ts";
import { openCompanion } from "../device/launcher.ts";
import { canvasOf } from "../device/screen.ts";
import { isResting, onMinute, readMoment } from "../device/self.ts";
import {
	createNatives,
	drawPieces,
	forgetPieces,
	onSeen,
	setVisible,
	type WidgetHandle,
} from "../device/widgets/face-widgets.ts";
import { sayAny } from "../device/words.ts";
import { dateLine, faceView } from "./face-view.ts";

const { width, round } = canvasOf();

const DAY_MS = 86_400_000;

let glance: FaceGlance | null = null;
let date = "";
let ownLine = "";
let awake = true;
/** When the last answer came that was here to be seen. */
let seenAt = 0;
let mark: WidgetHandle | null = null;
let markShown = true;
let isFirst = true;
/** What the glance file said when the companion was found missing: until it says something else, the companion is missing. */
let missing = "";

WatchFace({
	/** A watch may call it twice, on a screen that it has emptied (docs/evidence.md, `two-builds`). */
	build() {
		forgetPieces();
		mark = null;
		markShown = true;
		try {
			mark = createNatives(width, round);
		} catch {
			// What the watch draws by itself it lacks; the rest stands.
		}
		look(false);
		try {
			onSeen(look, () => {
				awake = false;
			});
		} catch {
			// Then it is as it was when it was built.
		}
		try {
			if (isFirst)
				onMinute(() => {
					if (awake) paint();
				});
			isFirst = false;
		} catch {
			// Then ages are told when it is looked at.
		}
	},
});

/**
 * Reads what is known now, and shows it. `isSeen` false: it may be built for the always-on display; what is seen is awake,
 * whatever the watch says of the scene (`scene-lies`).
 */
function look(isSeen?: unknown): void {
	awake = true;
	try {
		awake = isSeen !== false || !isResting();
	} catch {
		// Awake, as far as anybody knows.
	}
	try {
		glance = decodeFaceGlance(readCompanionFile(GLANCE_FILE));
		if (glance.at + glance.first === missing) glance.first = "glance.install";
		else missing = "";
		const { self, day, dayOfMonth } = readMoment();
		const [key, n] = personalLine(self);
		const left = glance.ownUntil - now();
		ownLine = glance.own !== "" && left > 0 && left <= DAY_MS ? glance.own : sayAny(key, { n });
		date = dateLine(day, dayOfMonth, sayAny);
	} catch {
		// Then the next look has it.
	}
	paint();
}

/** What has not changed costs no call. */
function paint(): void {
	if (glance === null) return;
	try {
		const { pieces, freshAt } = faceView(glance, { date, ownLine }, width, round, now(), sayAny);
		drawPieces(pieces, tap);
		if (awake) seenAt = freshAt;
		const waits = freshAt !== seenAt;
		if (mark !== null && waits !== markShown) setVisible(mark, waits);
		markShown = waits;
	} catch {
		// Then the next look shows it.
	}
}

/** `asks`: the question; empty to listen for one, null to read. */
function tap(asks: string | null): void {
	if (glance === null) return;
	awake = true;
	const id = freshId();
	let launch: FaceLaunch = { kind: "listen", id };
	if (asks === null) launch = { kind: glance.at > 0 ? "read" : "open" };
	else if (asks !== "") launch = { kind: "ask", id, text: asks };
	try {
		// Since version 3 the file has a width, and the companion its pages.
		openCompanion(launch, now(), glance.show[7] > 0);
		missing = "";
	} catch {
		// As a watch may do for an app that is not there.
		if (missing === "") missing = glance.at + glance.first;
		glance.first = "glance.install";
		paint();
	}
}
