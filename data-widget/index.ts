/**
 * The workout extension: live sport values, the last answer in few words, three questions that the watch answers by itself,
 * and the cues of a run's plan. Owns its widgets. All of it is on the watch already: no transport. It looks at the run only
 * while cues are left to say, or something said is to go again, and never while it is paused. Rule: nothing throws out of
 * it, since it runs inside somebody's workout.
 */

import { FRESH_MS, GLANCE_FILE, NO_PLAN, PLAN_FILE, PLAN_LIMIT_MS, readLike } from "../core/face/glance.ts";
import { AMBER, DEFAULT_ACCENT, DIM, FILL, WHITE } from "../core/ink.ts";
import { dueCue, type Run } from "../core/run/due-cues.ts";
import { answerRun, type RunQuestion } from "../core/run/pacing.ts";
import { cutToFit } from "../core/text/cut-to-fit.ts";
import { now } from "../device/clock.ts";
import { metersAUnit } from "../device/distance-unit.ts";
import { readCompanionFile } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { buzz } from "../device/haptics.ts";
import { languageTag } from "../device/language.ts";
import { canvasOf, heightOf, measure } from "../device/screen.ts";
import { createSportValue, readRun, type SportValue } from "../device/sport.ts";
import { timers } from "../device/timers.ts";
import { createKey, createText, removeWidget, settle, type WidgetHandle } from "../device/widgets/plain-widgets.ts";
import { placeButtons, workoutLayoutOf } from "./layout.ts";
import { sayFrom, workoutList } from "./words.ts";

const LOOK_MS = 3_000;
/** How long something said stays, before the last answer is back. */
const SAID_MS = 30_000;

/** A comma, no decimal one, before more than a short word: what is said in two parts stands on lines of their own. */
const COMMA = /([,،，、])( |(?!\d))(?=.{5})/;
/** Of the width of the words. */
const NARROWEST = 0.6;

const language = attempt(languageTag) ?? "";
/** As they are read, which in Arabic is from the right. */
const [QUESTIONS, VALUES]: [readonly RunQuestion[], readonly SportValue[]] =
	language === "ar-EG"
		? [
				["cheer", "left", "pace"],
				["PACE", "HR", "DISTANCE_TOTAL"],
			]
		: [
				["pace", "left", "cheer"],
				["HR", "PACE", "DISTANCE_TOTAL"],
			];

const layout = workoutLayoutOf(canvasOf());
const { message: place, messageSizes } = layout;
const say = sayFrom(workoutList(language));
const unit = metersAUnit();

/** What is read of the glance file. */
const NOTHING = { v: 2, accent: DEFAULT_ACCENT, at: 0, run: "" };

let message: WidgetHandle | null = null;
let shown = "";
let accent = DEFAULT_ACCENT;
let answer = "";
let plan = NO_PLAN;
/** Of the plan, what was not said yet. */
let cues: string[] = [];
let said = "";
/** Its colour. */
let tone = DEFAULT_ACCENT;
let saidUntil = 0;
let timer = 0;

function begin(): void {
	const { values, valueSize, labelSize } = layout;
	attempt(() => {
		values.forEach((box, index) => {
			createSportValue(index + 1, VALUES[index] ?? "HR", box, valueSize, labelSize, DIM);
		});
	});
	const labels = QUESTIONS.map((question) => say(`run.${question}`));
	const { size, boxes } = placeButtons(layout, labels, measure);
	boxes.forEach((box, index) => {
		const question = QUESTIONS[index] ?? "pace";
		createKey(box, labels[index] ?? "", size, WHITE, FILL, () => attempt(() => ask(question)));
	});
	message = null;
	shown = "";
	look();
}

DataWidget({
	/** A watch may call it twice, the second time on a screen that it has emptied (docs/evidence.md, `two-builds`). */
	build() {
		attempt(begin);
	},
	onResume() {
		attempt(look);
	},
	onPause: rest,
	onDestroy: rest,
});

function look(): void {
	const glance = readLike(readCompanionFile(GLANCE_FILE), NOTHING);
	accent = glance.accent;
	/** An old one has nothing to do with this run. */
	answer = Math.abs(now() - glance.at) < FRESH_MS ? glance.run : "";
	const found = readLike(readCompanionFile(PLAN_FILE), NO_PLAN);
	const fresh = Math.abs(now() - found.at) < PLAN_LIMIT_MS ? found : NO_PLAN;
	if (fresh.at !== plan.at) cues = fresh.cues === "" ? [] : fresh.cues.split("\n");
	plan = fresh;
	paint();
	start();
}

/** What is said goes before the last answer. With neither, nothing is promised that a run cannot keep. */
function paint(): void {
	const text = said || answer || say("run.hint");
	if (text === shown) return;
	shown = text;
	const color = text === said ? tone : text === answer ? WHITE : DIM;
	const { h } = place;
	let { w } = place;
	let size = 0;
	const fits = (part: string) => heightOf(part, size, w) <= h;
	let words = text === said ? text.replace(COMMA, "$1\n") : text;
	for (size of messageSizes) if (color !== DIM && fits(words)) break;
	if (!fits(words)) words = cutToFit(text, fits);
	/** As narrow as it may be on as many lines, so that no word stands alone on the last, and none is cut. */
	const apart = `${words}\n${words.split(" ").join("\n")}`;
	const high = heightOf(apart, size, w);
	while (w > NARROWEST * place.w && heightOf(apart, size, w - size) === high) w -= size;
	/** What says something else is another widget: some watches never renew a text (COM). */
	const old = message;
	if (old !== null) removeWidget(old);
	message = createText({ x: place.x + ((place.w - w) >> 1), y: place.y, w, h }, words, size, color);
	if (old !== null) settle();
}

function tell(text: string, color: number): void {
	said = text;
	tone = color;
	saidUntil = now() + SAID_MS;
	paint();
	start();
}

function ask(question: RunQuestion): void {
	readRun(unit, (run) => {
		const { key, values } = answerRun(question, run, plan, unit);
		const { km } = values;
		if (km !== undefined) values.km = km.replace(".", say("number.decimal"));
		tell(say(key, values), key === "run.behind" ? AMBER : key === "run.ahead" ? DEFAULT_ACCENT : accent);
	});
}

function start(): void {
	if (timer === 0 && (cues.length > 0 || said !== "")) timer = timers.set(() => attempt(turn), LOOK_MS);
}

function rest(): void {
	if (timer !== 0) attempt(() => timers.clear(timer));
	timer = 0;
}

function turn(): void {
	timer = 0;
	/** A clock that was set back would keep it for long. */
	if (said !== "" && Math.abs(now() - saidUntil + SAID_MS) >= SAID_MS) {
		said = "";
		paint();
	}
	if (cues.length > 0) readRun(unit, follow);
	start();
}

function follow(run: Run | null): void {
	if (run === null) return;
	const due = dueCue(cues, run);
	cues = due.left;
	if (due.say === "") return;
	buzz();
	tell(due.say, accent);
}
