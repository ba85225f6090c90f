/**
 * Many questions over a bad radio with ends that die, and what became of each. Runs the packed product; the phone's end is
 * real zml. Owns putting the questions and counting; what goes wrong is mishaps.ts's. Rule: what was sent and paid is read
 * from the model server's journal, never from ours, and no real time enters, so that a run repeats from its seed.
 */
import { LLMock } from "@copilotkit/aimock";
import type { Row } from "../../core/journal.ts";
import { SETTING } from "../../core/settings.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import { createDesktop, type Desktop } from "../desktop.ts";
import type { Device } from "../devices.ts";
import type { LinkModel } from "../link/link.ts";
import { DEFAULT_PHONE } from "../phone/profile.ts";
import { createRandom } from "../random.ts";
import { readJournal } from "../records.ts";
import { openState, type State } from "../state.ts";
import { typeQuestion } from "../typing.ts";
import { createVirtualClock } from "../virtual-clock.ts";
import { createMishaps } from "./mishaps.ts";

export type ChaosOptions = { device: Device; asks: number; seed: number; link: LinkModel };

/** Counts of questions. */
export type ChaosResult = {
	asks: number;
	answered: number;
	/** Ended in any other fault. */
	faulted: number;
	/** The service died between sending and storing; told to the person and not sent again. */
	unknownOutcome: number;
	/** Gone from the watch, or answered by the model while the watch shows neither that nor `unknown-outcome`. */
	lost: number;
	/** More than one row of the watch's journal. */
	doubled: number;
	/** More than one request at the model server. */
	billedTwice: number;
	/** Still open after everything was mended and the page opened again and again. */
	hung: number;
	seed: number;
};

const COMPANION = PACKAGES.companion.appId;
const START_MS = Date.UTC(2026, 10, 22, 10, 9);
/** The link gives up after 70 s; then a person looks again, and again. */
const PATIENCE_MS = 75_000;
const OPENINGS = 12;
/** Between two questions. */
const PAUSE_MS = 1_000;
/** Share of questions that come from the face; the others are typed, as long as the page is there. */
const TAPS = 0.1;
/** Mixed with the seed, so that radio and mishaps are told by different chances. */
const MISHAP_SEED = 0x9e3779b9;

/** What the face launches the page with. */
type Params = { id: string; text: string };

type Fate = "answered" | "faulted" | "unknownOutcome" | "gone" | "hung";

/** The model server of this run is on loopback, at a free port. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
	const packages = [await packPackage("companion", options.device)];
	const model = new LLMock({ port: 0, logLevel: "silent", journalMaxEntries: 0 });
	await model.start();
	try {
		model.onMessage(/./, { content: "It is what it is." });
		const state = openState(null);
		configure(state, `${model.url}/v1`);
		const { fates, doubled } = await askAll(options, packages, state);
		return { asks: options.asks, ...count(fates, sentTimes(model)), doubled, seed: options.seed };
	} finally {
		await model.stop();
	}
}

async function askAll({ asks, seed, device, link }: ChaosOptions, packages: readonly string[], state: State) {
	// Simulated time stands still while a request is at the server: how fast that is changes nothing.
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const desktop = await createDesktop({ device, packages, clock, state, phone: DEFAULT_PHONE, link, seed });
	const fates = new Map<string, Fate>();
	let doubled = 0;
	const random = createRandom(seed ^ MISHAP_SEED);
	const mishaps = createMishaps(desktop, state, random);
	for (let at = 0; at < asks; at++) {
		const question = questionOf(seed, at);
		const calm = mishaps.befall();
		const rows = await ask(desktop, state, { id: `c${seed}x${at}`, text: question }, random.next() < TAPS);
		calm();
		if (rows.length > 1) doubled++;
		fates.set(question, fateOf(rows[0]));
	}
	desktop.close();
	return { fates, doubled };
}

function configure(state: State, baseUrl: string): void {
	const storage = state.settings(COMPANION);
	const settings: [string, string][] = [
		[SETTING.provider, "openai"],
		[SETTING.baseUrl("openai"), baseUrl],
		[SETTING.key("openai"), "sk-chaos-0000"],
	];
	for (const [key, value] of settings) storage.set(key, value, "desktop");
}

function questionOf(seed: number, at: number): string {
	return `What is number ${at} of ${seed}?`;
}

/**
 * By a tap on the face, or typed into the page where it is open; and what a person does then: looks, and opens the page
 * again where it is gone or still waits.
 */
async function ask(desktop: Desktop, state: State, params: Params, isTap: boolean): Promise<Row[]> {
	const { clock, watch } = desktop;
	const rowsNow = () => readJournal(state).filter(({ question }) => question === params.text);
	let changed = true;
	const stop = watch.onChange(() => {
		changed = true;
	});
	const isOver = () => {
		if (!changed) return false;
		changed = false;
		return watch.surface()?.appId !== COMPANION || isSettled(rowsNow());
	};
	if (!isTap) await typeQuestion(desktop, COMPANION, params.text);
	if (isTap || rowsNow().length === 0) watch.launch(COMPANION, { params });
	await clock.runUntil(isOver, PATIENCE_MS);
	for (let again = 1; again < OPENINGS && !isSettled(rowsNow()); again++) {
		watch.home();
		await clock.runFor(PAUSE_MS);
		// A tap whose page died before it stored anything is tapped again.
		if (rowsNow().length === 0) watch.launch(COMPANION, { params });
		else watch.launch(COMPANION);
		changed = true;
		await clock.runUntil(isOver, PATIENCE_MS);
	}
	stop();
	await clock.runFor(PAUSE_MS);
	return rowsNow();
}

function isSettled(rows: readonly Row[]): boolean {
	return rows.length > 0 && rows.every((row) => row.state !== "open");
}

function fateOf(row: Row | undefined): Fate {
	if (row === undefined) return "gone";
	if (row.state === "open") return "hung";
	if (row.state === "answered") return "answered";
	return row.fault.code === "unknown-outcome" ? "unknownOutcome" : "faulted";
}

/** How often each question came to the model. */
function sentTimes(model: LLMock): Map<string, number> {
	const times = new Map<string, number>();
	for (const { body } of model.getRequests()) {
		const question = lastMessage(body);
		times.set(question, (times.get(question) ?? 0) + 1);
	}
	return times;
}

function lastMessage(body: unknown): string {
	const messages = typeof body === "object" && body !== null && "messages" in body ? body.messages : [];
	const last: unknown = Array.isArray(messages) ? messages[messages.length - 1] : undefined;
	return typeof last === "object" && last !== null && "content" in last ? String(last.content) : "";
}

function count(fates: ReadonlyMap<string, Fate>, sent: ReadonlyMap<string, number>) {
	const all = [...fates];
	const of = (fate: Fate) => all.filter(([, one]) => one === fate).length;
	// A fault other than `unknown-outcome` says that there is no answer: where the model gave one, it is lost.
	const isLost = ([question, fate]: [string, Fate]) => fate === "gone" || (fate === "faulted" && sent.has(question));
	// An answer that was never asked for is one too many.
	const isMadeUp = ([question, fate]: [string, Fate]) => fate === "answered" && !sent.has(question);
	return {
		answered: of("answered"),
		faulted: of("faulted"),
		unknownOutcome: of("unknownOutcome"),
		lost: all.filter((one) => isLost(one) || isMadeUp(one)).length,
		billedTwice: [...sent.values()].filter((times) => times > 1).length,
		hung: of("hung"),
	};
}
