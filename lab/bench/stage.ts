/**
 * A watch and a phone set up to be measured, and what a person does with them. Owns the settings, the question and its answer;
 * what it costs is measured elsewhere. Rule: simulated time and a model that says the same each time, so that a figure repeats.
 */
import { LLMock } from "@copilotkit/aimock";
import { SETTING } from "../../core/settings/settings.ts";
import words from "../../core/words/en-US.json" with { type: "json" };
import { PACKAGES } from "../../packaging/packages.ts";
import {
	createDesktop,
	createVirtualClock,
	type Desktop,
	type Device,
	type OpenedPackage,
	openState,
	type State,
	sees,
	tapText,
	textsOf,
} from "../../simulator/index.ts";
import { wavFile } from "../../simulator/testing.ts";
import { readJournal } from "../records.ts";
import { typeQuestion } from "../typing.ts";

export type Stage = {
	readonly desktop: Desktop;
	readonly state: State;
	readonly packages: readonly OpenedPackage[];
	/** Simulated ms that the model takes from now on. */
	thinkingMs: number;
};

export type Setting = {
	readonly device: Device;
	readonly packages: readonly OpenedPackage[];
	readonly modelUrl: string;
	/** A microphone and a player, nothing that makes words of speech on the watch, and somebody who speaks answers. */
	readonly isSpokenTo?: boolean;
};

export const COMPANION = PACKAGES.companion.appId;
export const FACE = PACKAGES.face.appId;
export const WORKOUT = PACKAGES.workout.appId;

/** For a screen to come to rest, and for a person to read it. */
export const SETTLE_MS = 2_000;
const ASK_MS = 60_000;
const RATE = 16_000;
const SILENCE_S = 60;
const START_MS = Date.UTC(2026, 10, 22, 10, 9);

/** 60 characters, answered by 300. */
export const QUESTION = "How long should I boil an egg if I like it soft and warm up?";
const ANSWER =
	"Six minutes from a rolling boil gives a soft and warm yolk for a medium egg that comes from the fridge. Put it in cold water straight after that so it stops cooking. Add half a minute for a large egg, and another half a minute if you are above a thousand metres. A pinch of salt helps with the shell.";
const ANSWER_BEGINS = ANSWER.slice(0, 6);

/** A question of 60 characters that is answered by 600. */
const TURN = /^Turn/;

/** Quick replies, for the face and for a watch without a keyboard: the question, and a turn. */
const CHIPS = [
	{ label: "Egg", text: QUESTION },
	{ label: "Turn", text: turn(0) },
] as const;

export async function withModel<T>(work: (url: string) => Promise<T>): Promise<T> {
	const model = new LLMock({ port: 0, logLevel: "silent" });
	await model.start();
	try {
		model.onMessage(TURN, { content: ANSWER + ANSWER });
		model.onMessage(/./, { content: ANSWER });
		return await work(`${model.url}/v1`);
	} finally {
		await model.stop();
	}
}

/** The person has opened the companion once, so that the face knows their quick replies; the face is in front. */
export async function onStage<T>(setting: Setting, work: (stage: Stage) => Promise<T>): Promise<T> {
	const { device, packages, modelUrl, isSpokenTo } = setting;
	const state = openState(null);
	const storage = state.settings(COMPANION);
	storage.set(SETTING.provider, "openai", "desktop");
	storage.set(SETTING.baseUrl("openai"), modelUrl, "desktop");
	storage.set(SETTING.key("openai"), "sk-bench-0000", "desktop");
	storage.set(SETTING.chips, JSON.stringify(CHIPS), "desktop");
	if (isSpokenTo === true) storage.set(SETTING.speaker, "openai", "desktop");
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const microphone = { wav: silence(), present: true, dictation: false };
	const serverMs = () => stage.thinkingMs;
	const options = { device, packages, clock, state, serverMs, ...(isSpokenTo ? { microphone } : {}) };
	const stage: Stage = { desktop: await createDesktop(options), state, packages, thinkingMs: 0 };
	try {
		const { watch } = stage.desktop;
		watch.showFace(FACE);
		watch.launch(COMPANION);
		await clock.runFor(SETTLE_MS);
		watch.home();
		await clock.runFor(SETTLE_MS);
		return await work(stage);
	} finally {
		stage.desktop.close();
	}
}

/** Taps the question on the face. */
export function askOnFace({ desktop }: Stage): void {
	tapText(desktop.watch, CHIPS[0].label);
}

/** Types a question on the page, or taps a quick reply where the watch has no keyboard. */
export async function askOnPage({ desktop }: Stage, question: string): Promise<void> {
	const { watch, clock, device } = desktop;
	if (device.systemKeyboard) {
		if (!(await typeQuestion(desktop, COMPANION, question))) throw new Error("the page did not take the question");
		return;
	}
	const { label } = CHIPS[TURN.test(question) ? 1 : 0];
	if (!sees(watch, label)) watch.swipe("right");
	await clock.runFor(50);
	tapText(watch, label);
}

/** Until the newest question, which is none of `known`, is answered. */
export async function answered({ desktop, state }: Stage, known: string | undefined): Promise<void> {
	const isThere = () => {
		const [row] = readJournal(state);
		return row !== undefined && row.id !== known && row.state === "answered";
	};
	if (!(await desktop.clock.runUntil(isThere, ASK_MS))) throw new Error("a question was not answered");
}

export function newest({ state }: Stage): string | undefined {
	return readJournal(state)[0]?.id;
}

/** Until the watch shows the answer's first page. */
export async function shown({ desktop }: Stage): Promise<void> {
	const isShown = () => textsOf(desktop.watch).some(({ text }) => text.startsWith(ANSWER_BEGINS));
	if (!(await desktop.clock.runUntil(isShown, ASK_MS))) throw new Error("no answer was shown");
}

/** Taps the answer that the face shows. */
export function openAnswer({ desktop: { watch } }: Stage): void {
	const line = textsOf(watch).find(({ text }) => text.startsWith(ANSWER_BEGINS));
	if (line === undefined) throw new Error("the face shows no answer");
	tapText(watch, line.text);
}

/** Taps what begins to listen, on the page. */
export function speak({ desktop: { watch } }: Stage): void {
	const way = [words["page.speak"], words["page.ask"]].find((text) => sees(watch, text));
	tapText(watch, way ?? words["page.speak"]);
}

export function turn(at: number): string {
	return `Turn ${at}: ${QUESTION}`.slice(0, QUESTION.length);
}

/** A WAV file of a minute. */
function silence(): Uint8Array {
	return wavFile(new Float32Array(RATE * SILENCE_S), { samplesPerSecond: RATE, bits: 16, channels: 1 });
}
