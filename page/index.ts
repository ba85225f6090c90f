/** The one page of the mini program: puts the watch's ports together and runs the ask page on them. */

import { partOf } from "../core/ask/ranking.ts";
import { usualChips } from "../core/ask/usual-chips.ts";
import { DEFAULT_ACCENT } from "../core/ink.ts";
import type { Role } from "../core/settings/roles.ts";
import type { Look } from "../core/wire/protocol.ts";
import { freshId, now } from "../device/clock.ts";
import { takeLaunch } from "../device/companion-data.ts";
import { hold, isScreenOn, release } from "../device/display.ts";
import { files } from "../device/files.ts";
import { listenToGestures, type Swipe, stopGestures } from "../device/gestures.ts";
import { attempt } from "../device/guard.ts";
import { buzz } from "../device/haptics.ts";
import { closeKeyboard, openKeyboard, waysToType } from "../device/keyboard.ts";
import { languageTag } from "../device/language.ts";
import { openPhone, type Phone } from "../device/link/phone.ts";
import { createRecorder } from "../device/recorder.ts";
import { canvasOf, heightOf, hideStatusBar, measure } from "../device/screen.ts";
import { readFacts, readMoment } from "../device/sensors.ts";
import { sounds } from "../device/sounds.ts";
import { timers } from "../device/timers.ts";
import { create, hide, remove, settle, update } from "../device/widgets/widgets.ts";
import { say } from "../device/words.ts";
import { isAfterWorkout } from "../device/workout.ts";
import { createDrawing } from "./kit/draw.ts";
import { layoutOf } from "./kit/layout.ts";
import { createRuntime, type Runtime } from "./runtime.ts";

let runtime: Runtime | null = null;
let phone: Phone | null = null;
let pageParams: unknown;

/** What puts it together is called once and then let go, for the heap's sake. */
let begin: (() => void) | null = () => {
	hideStatusBar();
	phone = openPhone();
	runtime = createRuntime({
		files,
		link: phone.link,
		timers,
		drawing: createDrawing({ create, update, hide, remove, settle }, (tap) => runtime?.dispatch(tap)),
		tools: { layout: layoutOf(canvasOf()), say, measure },
		heightOf,
		ways: waysToType(),
		recorder: createRecorder(files, timers),
		sounds,
		openKeyboard,
		closeKeyboard,
		hold,
		release,
		isScreenOn,
		buzz,
		now,
		freshId,
		language: languageTag,
		facts: (wants) => attempt(() => readFacts(wants)),
		part: () => partOf(readMoment().minutes, isAfterWorkout(now())),
		defaults,
	});
	listenToGestures(swiped, (by) => runtime?.dispatch({ kind: "turn", by }));
	runtime.open(takeLaunch(pageParams));
};

Page({
	onInit(params) {
		pageParams = params;
	},
	/** A watch may call it twice, the second time on a screen that it has emptied (docs/evidence.md, `two-builds`). */
	build() {
		if (begin !== null) begin();
		else runtime?.drawAgain();
		begin = null;
	},
	onDestroy() {
		stopGestures();
		runtime?.close();
		runtime = null;
		phone?.close();
		phone = null;
	},
});

/** Swipes turn pages. To the right is the system's way out; from an answer or a list it leads home first. */
function swiped(swipe: Swipe): boolean {
	const kind = runtime?.state().view.kind;
	if (kind !== "reading" && kind !== "history" && kind !== "chips") return swipe !== "right";
	if (swipe === "right") runtime?.dispatch({ kind: "home" });
	else runtime?.dispatch({ kind: "turn", by: swipe === "down" ? -1 : 1 });
	return true;
}

/** Until the phone has said how it should look. */
function defaults(preset?: Role): Look {
	return {
		rev: 0,
		chips: usualChips(say, preset),
		accent: DEFAULT_ACCENT,
		size: "medium",
		ready: true,
	};
}
