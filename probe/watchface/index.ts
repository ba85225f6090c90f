/**
 * The probe's face: what only a face can find out. Steps `exports`, `face`, `files`, `aod` and `launch`. Its screen stands as it
 * is built, since whether anything on it can be renewed is one of the questions.
 */
import { getScene, SCENE_AOD } from "@zos/app";
import { getDeviceInfo } from "@zos/device";
import { launchApp } from "@zos/router";
import { Time } from "@zos/sensor";
import * as ui from "@zos/ui";
import { tryPaths } from "../watch/files.ts";
import { type Box, buttonLook, part, textLook } from "../watch/look.ts";
import { createReadout } from "../watch/readout.ts";
import { createRows } from "../watch/rows.ts";
import { threw, word, wordOf, yesNo } from "../watch/words.ts";

const { createWidget, prop, widget } = ui;

/** Of no app, we hope. */
const MISSING_APP = 99_999;
/** DOC ui/createWidget: normal and always-on, as numbers, because `show_level` may not be exported. */
const ALL_LEVELS = 3;
const TIMER_MS = 300;

const rows = createRows("face");
const showNext = createReadout(rows);
let fault = "none";
let builds = 0;
let resumes = 0;
let launches = 0;
let minutes = 0;
let timer = "silent";
let dark = false;
let drawn = "not asked";
let launched = "none";
let resumed = "none";

/** Nothing may throw out of a callback of the face. */
function guarded(run: () => void): () => void {
	return () => {
		try {
			run();
		} catch (error) {
			fault = threw(error);
		}
	};
}

function sayExports(): void {
	const levels: Record<string, unknown> = Object(ui.show_level);
	const scene = wordOf(() => yesNo(getScene() === SCENE_AOD));
	rows.put(
		"exports",
		[
			`show_level=${word(ui.show_level)}`,
			...["ONLY_NORMAL", "ONLY_AOD", "ONAL_AOD"].map((name) => `${name}=${word(levels[name])}`),
			`getTextLayout=${word(ui.getTextLayout)}`,
			`redraw=${word(ui.redraw)}`,
			`scene_is_aod=${scene}`,
		].join(" "),
	);
}

function sayFace(): void {
	const measured = wordOf(() => ui.getTextLayout("probe", { text_size: 30, text_width: 0, wrapped: 0 }).width > 0);
	rows.put("face", `builds=${builds} measures=${measured} timer=${timer} delegate_resumes=${resumes} fault=${fault}`);
}

function startTimer(): void {
	const fires = guarded(() => {
		timer = "fires";
		sayFace();
	});
	setTimeout(fires, TIMER_MS);
}

function sayFiles(): void {
	rows.put("files", tryPaths());
}

function sayAod(): void {
	rows.put("aod", `minutes=${minutes} drawn=${drawn}`);
}

function sayLaunch(missing: string): void {
	rows.put("launch", `missing=${missing} launch=${launched} resumed=${resumed}`);
}

function launch(): void {
	const missing = wordOf(() => launchApp({ appId: MISSING_APP, url: "page/index", native: false, params: "x" }));
	launched = "begun";
	sayLaunch(missing);
	// The second time what was found goes along, for a watch on which no other app can read the face's file.
	const params = launches++ === 0 ? "probe" : JSON.stringify(rows.all());
	launched = wordOf(() => launchApp({ appId: PROBE_APP_ID, url: "page/index", native: false, params }));
	sayLaunch(missing);
	waitsForResume = () => {
		resumed = "yes";
		sayLaunch(missing);
	};
}

let waitsForResume: (() => void) | null = null;

function answer(seen: string): void {
	drawn = seen;
	sayAod();
}

function build(): void {
	const screen = getDeviceInfo();
	const at = (x: number, y: number, w: number, h: number) => part(screen, x, y, w, h);
	const text = (shown: string, place: Box) =>
		createWidget(widget.TEXT, { ...textLook(screen), ...place, text: shown, show_level: ALL_LEVELS });
	const button = (shown: string, place: Box, tapped: () => void) =>
		createWidget(widget.BUTTON, { ...buttonLook(screen), ...place, text: shown, click_func: guarded(tapped) });
	text("Cover the screen for 2 minutes. Did the dim screen say DARK?", at(0.15, 0.14, 0.7, 0.24));
	const sign = text("LIT", at(0.2, 0.4, 0.6, 0.1));
	button("YES", at(0.16, 0.52, 0.32, 0.14), () => answer("yes"));
	button("NO", at(0.52, 0.52, 0.32, 0.14), () => answer("no"));
	button("LAUNCH", at(0.16, 0.7, 0.32, 0.14), launch);
	button("READ", at(0.52, 0.7, 0.32, 0.14), showNext);
	createWidget(widget.WIDGET_DELEGATE, {
		resume_call: guarded(() => {
			dark = false;
			resumes++;
			sayFace();
			if (waitsForResume !== null) waitsForResume();
			waitsForResume = null;
		}),
		pause_call: guarded(() => {
			dark = true;
		}),
	});
	new Time().onPerMinute(
		guarded(() => {
			if (!dark) return;
			minutes++;
			sign.setProperty(prop.TEXT, "DARK");
			sayAod();
		}),
	);
}

WatchFace({
	build() {
		builds++;
		for (const part of [build, sayExports, sayFiles, sayAod, startTimer, sayFace]) guarded(part)();
	},
});
