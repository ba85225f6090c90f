/**
 * The workout extension: live sport values, the last answer in few words, three questions that the watch answers by itself,
 * and the cues of a run's plan. Owns its widgets. All of it is on the watch already: no transport. It looks at the run only
 * while cues are left to say, or something said is to go again, and never while it is paused. Rule: nothing throws out of
 * it, since it runs inside somebody's workout.
 */
import { type CueState, dueCue, isOver, type Run } from "../core/cues.ts";
import { decodeGlance, decodeGlancePlan, type Glance, type GlancePlan, PLAN_LIMIT_MS } from "../core/glance.ts";
import { answerRun, type RunQuestion } from "../core/pacing.ts";
import { now } from "../device/clock.ts";
import { readGlanceText } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { buzz } from "../device/haptics.ts";
import { languageTag } from "../device/language.ts";
import { canvasOf, heightOf, measure } from "../device/screen.ts";
import { createSportValue, readRun } from "../device/sport.ts";
import { timers } from "../device/timers.ts";
import { create, update, type WidgetHandle } from "../device/widgets.ts";
import { workoutLayoutOf } from "./layout.ts";
import { sayFrom, workoutList } from "./words.ts";
import { fitted, workoutText } from "./workout-view.ts";

const WHITE = 0xffffff;
const DIM = 0xa6a6ad;
const FILL = 0x26262a;
const PRESSED = 0x3d3d43;
const USUAL_ACCENT = 0x3ddc97;

const LOOK_MS = 3_000;
/** How long something said stays, before the last answer is back. */
const SAID_MS = 30_000;

const QUESTIONS: readonly RunQuestion[] = ["pace", "left", "cheer"];
const LABELS = ["run.pace", "run.left", "run.cheer"] as const;

const layout = workoutLayoutOf(canvasOf());
const say = sayFrom(workoutList(attempt(languageTag) ?? ""));

let message: WidgetHandle | null = null;
let shown = "";
let glance: Glance | null = null;
let plan: GlancePlan | null = null;
let cues: CueState = null;
let said: { text: string; until: number } | null = null;
let timer = 0;

DataWidget({
	build() {
		attempt(build);
	},
	onResume() {
		attempt(look);
	},
	onPause() {
		attempt(stop);
	},
	onDestroy() {
		attempt(stop);
	},
});

function build(): void {
	const { values, valueSize, labelSize, buttons, buttonSizes } = layout;
	attempt(() => {
		createSportValue(1, "HR", values[0], valueSize, labelSize, DIM);
		createSportValue(2, "PACE", values[1], valueSize, labelSize, DIM);
		createSportValue(3, "DISTANCE_TOTAL", values[2], valueSize, labelSize, DIM);
	});
	buttons.forEach((box, index) => {
		const text = say(LABELS[index] ?? "run.pace");
		const room = box.w - box.h * 0.5;
		const size = buttonSizes.find((one) => measure(text, one) <= room) ?? buttonSizes[buttonSizes.length - 1] ?? 0;
		const piece = { kind: "button" as const, ...box, text, size, color: WHITE, fill: FILL, pressed: PRESSED };
		create(piece, () => attempt(() => ask(QUESTIONS[index] ?? "pace")));
	});
	look();
}

function look(): void {
	const text = readGlanceText();
	glance = text === null ? null : decodeGlance(text);
	const found = text === null ? null : decodeGlancePlan(text);
	const fresh = found !== null && now() - found.at < PLAN_LIMIT_MS ? found : null;
	if (fresh?.at !== plan?.at) cues = null;
	plan = fresh;
	paint();
	start();
}

function paint(): void {
	const { text, isAnswer } = said === null ? workoutText(glance, say) : { text: said.text, isAnswer: true };
	if (message !== null && text === shown) return;
	shown = text;
	const box = layout.message;
	const fits = (part: string, size: number) => heightOf(part, size, box.w) <= box.h;
	const color = said !== null ? (glance?.accent ?? USUAL_ACCENT) : isAnswer ? WHITE : DIM;
	const piece = { kind: "text" as const, ...box, ...fitted(text, layout.messageSizes, fits), color, wrap: true };
	if (message === null) message = create(piece, () => undefined);
	else update(message, piece);
}

function tell(text: string): void {
	said = { text, until: now() + SAID_MS };
	paint();
	start();
}

function ask(question: RunQuestion): void {
	readRun((run) => {
		const { key, values } = answerRun(question, run, plan?.goal);
		tell(say(key, values));
	});
}

function start(): void {
	const waits = plan !== null && plan.cues.length > 0 && !isOver(cues);
	if (timer === 0 && (waits || said !== null)) timer = timers.set(() => attempt(turn), LOOK_MS);
}

function stop(): void {
	if (timer !== 0) timers.clear(timer);
	timer = 0;
}

function turn(): void {
	timer = 0;
	if (said !== null && now() >= said.until) {
		said = null;
		paint();
	}
	if (plan !== null) readRun((run) => run !== null && attempt(() => follow(run)));
	start();
}

function follow(run: Run): void {
	if (plan === null) return;
	const { cue, state } = dueCue(plan, cues, run);
	cues = state;
	if (cue === null) return;
	buzz();
	tell(cue.text);
}
