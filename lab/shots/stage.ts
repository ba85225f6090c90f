/**
 * One watch and phone for one journey, as they stand before its first picture. Owns how a state comes about: only by what
 * the product itself stores and reads, so the journal's rows, the phone's settings and the link. Rule: the clock starts at
 * 10:09 of the same day every time, and nothing real is waited for but a provider on loopback: two runs draw the same pixels.
 */

import { ENDINGS, encodeOutcome, encodeQuestion, fileOf, type Row } from "../../core/ask/journal.ts";
import { encodeLaunch, type Launch } from "../../core/ask/launch.ts";
import { toAscii } from "../../core/json.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import type { Words } from "../../packaging/words.ts";
import {
	createDesktop,
	createVirtualClock,
	type Desktop,
	type Device,
	GOOD_LINK,
	type LinkModel,
	type OpenedPackage,
	openState,
	plainSensors,
	type State,
} from "../../simulator/index.ts";
import type { Sample } from "./samples.ts";
import { openTranscriber, transcriberSettings, voice } from "./transcriber.ts";

export const FACE = PACKAGES.face.appId;
export const COMPANION = PACKAGES.companion.appId;
export const WORKOUT = PACKAGES.workout.appId;

/** Time and date of every picture, from DOC watchface/specification, "Default data". The date is 02/08 (its page in Chinese). */
const START_MS = Date.UTC(2026, 1, 8, 10, 9);
/** From the same list, which has nothing else that a screen of ours shows. */
const SHOWN = { battery: 75, steps: 8670, heartRate: 86 };
const BRIGHT_TIME_MS = 600_000;
const SYNC_MS = 5_000;
/** For what a launch or a tap starts to be drawn. */
const SETTLE_MS = 400;

export type Setup = {
	/** The journal, the newest first. */
	rows?: (sample: Sample, now: number) => Row[];
	/** Settings of the phone. They reach the watch as they would: it is opened once. */
	settings?: Readonly<Record<string, string>>;
	link?: Partial<LinkModel>;
	/** Spoken questions: `deaf` to a provider that is not there, `hears` to one that understands the sample's question. */
	voice?: "deaf" | "hears";
};

export type Canvas = {
	device: Device;
	language: string;
	words: Words;
	sample: Sample;
	packages: readonly OpenedPackage[];
};

export type Stage = Canvas & {
	desktop: Desktop;
	state: State;
	say(key: string): string;
	/** Opens the companion with what the face or the card would hand it, and lets it settle. */
	open(launch: Launch): Promise<void>;
	/** Lets the companion write its glance file, and ends it as soon as the page that it leads to stands. */
	glance(): Promise<void>;
	settle(ms?: number): Promise<void>;
	/** Nothing runs afterwards. */
	close(): void;
};

export async function setStage(canvas: Canvas, setup: Setup): Promise<Stage> {
	const { device, language, packages, words } = canvas;
	const clock = createVirtualClock({ start: START_MS });
	const state = openState(null);
	const storage = state.settings(COMPANION);
	const transcriber = setup.voice === "hears" ? await openTranscriber(canvas.sample.question) : undefined;
	const chosen =
		setup.voice === undefined ? setup.settings : { ...transcriberSettings(transcriber?.url), ...setup.settings };
	for (const [key, value] of Object.entries(chosen ?? {})) storage.set(key, value, "desktop");
	const settings = { utcOffsetMinutes: 0, brightTimeMs: BRIGHT_TIME_MS, aod: true };
	const link = { ...GOOD_LINK, ...setup.link };
	const sound = transcriber === undefined ? {} : { wav: voice() };
	const microphone = setup.voice === undefined ? {} : { microphone: { present: true, dictation: false, ...sound } };
	const sensors = { ...plainSensors(), ...SHOWN };
	const desktop = await createDesktop({
		device,
		language,
		packages,
		clock,
		state,
		settings,
		sensors,
		link,
		...microphone,
	});
	const { watch } = desktop;
	const settle = (ms = SETTLE_MS) => clock.runFor(ms);
	if (chosen) await openOnce(desktop, state);
	writeRows(state, setup.rows?.(canvas.sample, clock.now()) ?? []);
	return {
		...canvas,
		desktop,
		state,
		say: (key) => words[key] ?? key,
		async open(launch) {
			watch.launch(COMPANION, { params: encodeLaunch(launch) });
			await settle();
		},
		async glance() {
			watch.launch(COMPANION);
			await clock.runFor(1);
			watch.kill(COMPANION);
		},
		settle,
		close() {
			desktop.close();
			transcriber?.close();
		},
	};
}

async function openOnce({ clock, watch }: Desktop, state: State): Promise<void> {
	watch.launch(COMPANION);
	const knows = () => state.watch.read(COMPANION, "look.json") !== undefined;
	if (!(await clock.runUntil(knows, SYNC_MS))) throw new Error("the phone never told the watch its settings");
	watch.home();
}

/** In ASCII, as the watch writes them. */
function writeRows({ watch }: State, rows: readonly Row[]): void {
	const put = (path: string, text: string) => watch.write(COMPANION, path, new TextEncoder().encode(toAscii(text)));
	rows.forEach((row, at) => {
		const entry = { n: rows.length - at, id: row.id };
		put(fileOf(entry, ENDINGS.question), encodeQuestion(row, entry.n));
		if (row.state !== "open") put(fileOf(entry, ENDINGS[row.state]), encodeOutcome(row.id, row));
	});
}
