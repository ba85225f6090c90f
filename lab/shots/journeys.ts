/**
 * Every state that is drawn, as journeys: how the watch was set up, and what a person does from one picture to the next.
 * Owns the names of the states; the drawing is `shoot.ts`'s.
 */
import { FAULTS, type FaultCode } from "../../core/faults.ts";
import { encodeNotes, NOTES_MAX } from "../../core/settings/notes.ts";
import { SETTING } from "../../core/settings/settings.ts";
import { sees, tapText } from "../../simulator/index.ts";
import { answered, asking, faulted, planned, several } from "./rows.ts";
import { COMPANION, FACE, type Setup, type Stage, WORKOUT } from "./stage.ts";

/** What there is a picture of. */
export type Screen = { surface: Surface; state: string };
export type Surface = "face" | "page" | "card" | "workout";
export const SURFACES: readonly Surface[] = ["face", "page", "card", "workout"];

/** `act` brings the state about; false where this watch has no such state. */
type Step = { state: string; act: (stage: Stage) => unknown };
export type Journey = { surface: Surface; setup: Setup; steps: readonly Step[] };

/** The phone's handshake comes through, the question does not within a minute. */
const SLOW_LINK_BYTES_A_SECOND = 10;
/** A recording of some seconds takes a while. */
const SENDING_BYTES_A_SECOND = 1_200;
const SPEAKING_MS = 4_000;
const SENDING_MS = 3_000;
const HEARING_MS = 60_000;
/** The workout extension looks at the run so often, or a little oftener. */
const LOOK_MS = 3_500;
const NO_KEY = { [SETTING.provider]: "openai" };
const TURNS_MAX = 30;

const short = answered(({ short: text, next }) => ({ text, next: [...next] }));
const long = answered(({ long: text, next }) => ({ text, next: [...next] }));
const alone = answered(({ short: text }) => ({ text }));
const brief = answered(() => ({
	text: "10:09",
	use: { requests: 1, promptTokens: 412, completionTokens: 9, costMicros: 130 },
}));
const noting = answered(({ short: text, cue }) => ({ text: cue, actions: [{ do: "note", text }] }));
const NOTES_FULL = encodeNotes({ texts: Array.from({ length: NOTES_MAX }, (_, at) => `${at}`), asked: [] });
const old = answered(({ short: text }) => ({ text }), 185);

export const JOURNEYS: readonly Journey[] = [
	{ surface: "face", setup: {}, steps: [{ state: "not-set-up", act: showFace }] },
	face("ready", {}),
	face("no-key", { settings: NO_KEY }),
	face("asking", { rows: asking }),
	face("answer", { rows: short }),
	{ surface: "face", setup: { rows: short }, steps: [{ state: "aod-answer", act: glanceThen(restFirst) }] },
	face("old-answer", { rows: old }, { state: "aod", act: rest }),
	face("long-answer", { rows: long }),
	face("fault", { rows: faulted("no-network") }),
	face("over-budget", { rows: faulted("over-budget") }),
	face("phone-away", { rows: short }, { state: "phone-away", act: ({ desktop }) => desktop.link.disconnect() }),
	page({}, { state: "home", act: open }, { state: "chips", act: tap("page.more") }),
	page({ settings: NO_KEY }, { state: "home-no-key", act: open }),
	page(
		{ rows: several },
		{ state: "home-answer", act: open },
		{ state: "history", act: tap("page.history") },
		{ state: "history-next", act: ({ desktop }) => desktop.watch.swipe("up") },
	),
	page({}, { state: "typing", act: listen }),
	page(
		{ link: { rate: SLOW_LINK_BYTES_A_SECOND } },
		{ state: "waiting-3s", act: waitFor(3_000) },
		{ state: "waiting-15s", act: ({ settle }) => settle(12_000) },
	),
	page(
		{ voice: "deaf", link: { rate: SENDING_BYTES_A_SECOND } },
		{ state: "recording", act: speak },
		{ state: "sending", act: send },
	),
	page({ voice: "hears" }, { state: "heard", act: beHeard }),
	page({ rows: alone }, { state: "reading-short", act: read }, { state: "after-short", act: turnToEnd }),
	page({ rows: brief }, { state: "reading-brief", act: read }, { state: "receipt", act: hold }),
	page(
		{ rows: long },
		{ state: "reading-long", act: read },
		{ state: "reading-long-2", act: ({ desktop }) => desktop.watch.swipe("up") },
		{ state: "after-long", act: turnToEnd },
	),
	page(
		{ rows: long },
		{
			state: "reading-question",
			act: async (stage) => {
				await read(stage);
				stage.desktop.watch.swipe("down");
			},
		},
	),
	page({ rows: long, settings: { [SETTING.size]: "large" } }, { state: "reading-large", act: read }),
	page({ rows: long, settings: { [SETTING.size]: "small" } }, { state: "reading-small", act: read }),
	page({ rows: noting }, { state: "note", act: read }, { state: "note-asked", act: tap("ring.keep") }),
	page({ rows: noting, settings: { [SETTING.notes]: NOTES_FULL } }, { state: "note-full", act: read }),
	...faultCodes().map((code) => page({ rows: faulted(code) }, { state: `fault-${code}`, act: read })),
	page({ rows: faulted("rate-limited", 30) }, { state: "fault-rate-limited-30s", act: read }),
	card("none", null),
	card("ready", {}),
	card("no-key", { settings: NO_KEY }),
	card("asking", { rows: asking }),
	card("answer", { rows: short }),
	card("fault", { rows: faulted("no-network") }),
	card("over-budget", { rows: faulted("over-budget") }),
	workout("none", null),
	workout("ready", {}),
	workout("asking", { rows: asking }),
	workout("answer", { rows: short }),
	workout("long-answer", { rows: long }),
	workout("fault", { rows: faulted("no-network") }),
	workout("over-budget", { rows: faulted("over-budget") }),
	workout("pace", { rows: planned }, tap("run.pace")),
	workout("to-go", { rows: planned }, tap("run.left")),
	workout("average", { rows: short }, tap("run.pace")),
	workout("cheer", { rows: short }, tap("run.cheer")),
	workout("cue", { rows: planned }, runTo("4.12", "00:24:45")),
	workout("reached", { rows: planned }, reach),
	workout("not-started", { rows: planned }, stand),
];

/** All that there are, in the order in which they are drawn. */
export const SCREENS: readonly Screen[] = JOURNEYS.flatMap(({ surface, steps }) =>
	steps.filter(({ state }) => state !== "").map(({ state }) => ({ surface, state })),
);

function face(state: string, setup: Setup, ...more: Step[]): Journey {
	const first: Step = { state, act: glanceThen(showFace) };
	const again = more.some((step) => step.state === state);
	return { surface: "face", setup, steps: again ? [{ ...first, state: "" }, ...more] : [first, ...more] };
}

function page(setup: Setup, ...steps: Step[]): Journey {
	return { surface: "page", setup, steps };
}

/** `setup` null: the companion was never opened. */
function card(state: string, setup: Setup | null): Journey {
	const show = ({ desktop }: Stage) => desktop.watch.showCard(COMPANION);
	return { surface: "card", setup: setup ?? {}, steps: [{ state, act: setup === null ? show : glanceThen(show) }] };
}

/** `act` comes after the extension is shown. */
function workout(state: string, setup: Setup | null, act: Step["act"] = () => true): Journey {
	const show = ({ desktop }: Stage) => desktop.watch.startWorkout(WORKOUT);
	const begin = setup === null ? show : glanceThen(show);
	const steps: Step[] = [{ state, act: async (stage) => [await begin(stage), await act(stage)].at(-1) }];
	return { surface: "workout", setup: setup ?? {}, steps };
}

function runTo(km: string, time: string): Step["act"] {
	return async ({ desktop: { watch }, settle }) => {
		watch.sensors.sport.DISTANCE_TOTAL = { value: km, label: "km" };
		watch.sensors.sport.DURATION_NET = { value: time, label: "Duration" };
		await settle(LOOK_MS);
	};
}

/** Past the goal, asked how far it is. */
async function reach(stage: Stage): Promise<unknown> {
	await runTo("5.01", "00:27:52")(stage);
	return tap("run.left")(stage);
}

/** Before the first metre, asked about the pace. */
async function stand(stage: Stage): Promise<unknown> {
	stage.desktop.watch.sensors.sport.PACE = { value: "--", label: "/km" };
	await runTo("0.00", "00:00:04")(stage);
	return tap("run.pace")(stage);
}

function glanceThen(show: (stage: Stage) => void): Step["act"] {
	return async (stage) => {
		await stage.glance();
		show(stage);
	};
}

function showFace({ desktop }: Stage): void {
	desktop.watch.showFace(FACE);
}

function rest({ desktop }: Stage): void {
	desktop.watch.setScreen("aod");
}

/** The answer came while the screen rested, and was never seen. */
function restFirst(stage: Stage): void {
	rest(stage);
	showFace(stage);
}

function open(stage: Stage): Promise<void> {
	return stage.open({ kind: "open" });
}

function read(stage: Stage): Promise<void> {
	return stage.open({ kind: "read" });
}

/** A long press in the middle of the screen. */
function hold({ desktop: { watch } }: Stage): void {
	const { width, height } = watch.scene();
	watch.longPress(width / 2, height / 2);
}

function tap(key: string): Step["act"] {
	return async (stage) => {
		if (!sees(stage.desktop.watch, stage.say(key))) return false;
		tapText(stage.desktop.watch, stage.say(key));
		await stage.settle();
		return true;
	};
}

/** Under the system's keyboard, which the watch draws. */
async function listen(stage: Stage): Promise<boolean> {
	await stage.open({ kind: "listen", id: "shot-1" });
	return stage.desktop.watch.keyboard() !== null;
}

/** Into the watch's recorder, where the page shows that it listens. */
async function speak(stage: Stage): Promise<boolean> {
	const { desktop, say, settle } = stage;
	await stage.open({ kind: "listen", id: "shot-1" });
	if (!(await desktop.clock.runUntil(() => sees(desktop.watch, say("page.record")), HEARING_MS))) return false;
	await settle(SPEAKING_MS);
	return true;
}

async function send({ desktop, say, settle }: Stage): Promise<boolean> {
	if (!sees(desktop.watch, say("page.send"))) return false;
	tapText(desktop.watch, say("page.send"));
	await settle(SENDING_MS);
	return true;
}

async function beHeard(stage: Stage): Promise<boolean> {
	const { desktop, say } = stage;
	if (!(await speak(stage)) || !(await send(stage))) return false;
	return desktop.clock.runUntil(() => sees(desktop.watch, say("page.heard")), HEARING_MS);
}

function waitFor(ms: number): Step["act"] {
	return async (stage) => {
		await stage.open({ kind: "ask", id: "shot-1", text: stage.sample.question });
		await stage.settle(ms);
	};
}

/** The page after the last page of an answer is where "Done" is. */
async function turnToEnd({ desktop, say, settle }: Stage): Promise<boolean> {
	for (let turn = 0; turn < TURNS_MAX && !sees(desktop.watch, say("page.done")); turn++) {
		desktop.watch.swipe("up");
		await settle(100);
	}
	return sees(desktop.watch, say("page.done"));
}

function faultCodes(): FaultCode[] {
	return Object.keys(FAULTS).filter((code): code is FaultCode => code in FAULTS);
}
