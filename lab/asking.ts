/**
 * Asks the whole product a question as a person would: taps the face or the page, says or types it, waits, turns the
 * pages. Owns the steps; decides nothing of the product. What it returns is what the watch shows.
 */

import type { Row } from "../core/ask/journal.ts";
import { usualChips } from "../core/ask/usual-chips.ts";
import { CHIP_MARK, decodeGlance, GLANCE_FILE } from "../core/face/glance.ts";
import type { FaultCode } from "../core/faults.ts";
import { PROVIDERS, SETTING } from "../core/settings/settings.ts";
import { clip, QUESTION_LIMIT } from "../core/wire/protocol.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { packPackage } from "../packaging/pack.ts";
import { PACKAGES, type PackageName } from "../packaging/packages.ts";
import { markBox, readingBox } from "../page/kit/layout.ts";
import {
	createDesktop,
	createVirtualClock,
	type Desktop,
	type Device,
	DOCUMENTED,
	type LinkModel,
	type LogEntry,
	linesIn,
	type MicrophoneOptions,
	NotOnScreen,
	type OpenedPackage,
	openPackage,
	type PhoneProfile,
	type Platform,
	type State,
	tapText,
	textsOf,
	type WatchSettings,
} from "../simulator/index.ts";
import { type Acted, actedOf, letPass, type Rang, readDeeds } from "./acting.ts";
import { costOf, measure, type Receipt, spent } from "./receipt.ts";
import { readJournal } from "./records.ts";
import { lengthOfWav, questionOf, speakQuestion } from "./speaking.ts";

export type Surface = "face" | "page";
/** `recorder` is for a watch that was given a sound (`Bench.audio`); its question is what was heard. */
export type Input = "chip" | "keyboard" | "voice" | "recorder";

/** As `ask --json` prints it. Times in ms of the simulated clock, money in `currency`. */
export type AskResult = {
	ok: boolean;
	fault: FaultCode | null;
	question: string;
	reply: string | null;
	/** What the watch shows, page by page; with a fault its one screen. */
	pages: string[][];
	suggestions: string[];
	/** What the watch did of the answer's actions, in their order. */
	actions: Acted[];
	receipt: Receipt;
};

export type Bench = {
	device: Device;
	state: State;
	now: number;
	phone: PhoneProfile;
	/** Default: as documented. */
	platform?: Platform;
	link: LinkModel;
	/** Simulated ms in one of the desktop's while a request is under way. Default 1. */
	rate?: number;
	/** A WAV file that the watch's microphone hears: then there is one, and no dictation, unless `microphone` says otherwise. */
	audio?: Uint8Array;
	microphone?: Omit<MicrophoneOptions, "wav">;
	/** What the person set on the watch. */
	watchSettings?: Partial<Omit<WatchSettings, "language">>;
	log?: (entry: LogEntry) => void;
};

export type Asker = {
	readonly desktop: Desktop;
	ask(question: string, surface: Surface, input: Input): Promise<AskResult>;
	/** So much time passes with the page closed, in ms; what rings is stopped. */
	after(ms: number): Promise<Rang[]>;
	close(): void;
};

const FACE = PACKAGES.face.appId;
const COMPANION = PACKAGES.companion.appId;

/** The page gives up by itself after 70 s; what is still open by now hangs. */
const HANG_MS = 90_000;
/** Half a minute of sound takes half a minute over a good link, and more over a bad one. */
const VOICE_HANG_MS = 300_000;
const SHORT_MS = 15_000;
/** A radio that drops by chance is back after some seconds, and so is what waits for it; the light is still on then. */
const BACK_SOON_MS = 10_000;
/** For the widgets to be drawn after the last byte was stored. */
const SETTLE_MS = 300;
const PAGES_MAX = 60;
/** The longest label that the Side Service takes. */
const LABEL_LIMIT = 24;

/** Packs face and companion, and starts a watch and a phone with them. `settings` go into the phone's storage first. */
export async function createAsker(bench: Bench, settings: Readonly<Record<string, string>>): Promise<Asker> {
	const packages = [await openedOnce("face", bench.device), await openedOnce("companion", bench.device)];
	const storage = bench.state.settings(COMPANION);
	for (const [key, value] of Object.entries(settings)) storage.set(key, value, "desktop");
	// A key that is given for this run is given for the address of this run, as by the settings page.
	for (const { id } of PROVIDERS) {
		const isGiven = settings[SETTING.key(id)] !== undefined && settings[SETTING.host(id)] === undefined;
		if (isGiven) storage.remove(SETTING.host(id), "desktop");
	}
	const clock = createVirtualClock({ start: bench.now, ...(bench.rate === undefined ? {} : { rate: bench.rate }) });
	const { device, state, phone, platform = DOCUMENTED, link, log, watchSettings } = bench;
	const microphone = bench.audio && { wav: bench.audio, present: true, dictation: false, ...bench.microphone };
	const given = {
		...(log ? { log } : {}),
		...(microphone ? { microphone } : {}),
		...(watchSettings ? { settings: watchSettings } : {}),
	};
	const desktop = await createDesktop({
		device,
		packages,
		clock,
		state,
		phone,
		platform,
		link,
		seed: seedOf(state),
		...given,
	});
	const soundMs = bench.audio === undefined ? 0 : lengthOfWav(bench.audio);
	return {
		desktop,
		ask: (question, surface, input) =>
			ask(desktop, state, { question, surface, input, soundMs, backSoon: link.drop > 0 }),
		after: (ms) => letPass(desktop, state, ms),
		close: () => desktop.close(),
	};
}

/** Opened packages, by watch and path. A package is not changed by running, and to open one takes as long as a short answer. */
const opened = new Map<string, OpenedPackage>();

async function openedOnce(name: PackageName, device: Device): Promise<OpenedPackage> {
	const path = await packPackage(name, device);
	const key = `${device.id} ${path}`;
	const known = opened.get(key) ?? openPackage(path, device);
	opened.set(key, known);
	return known;
}

/** Another at each run over one state, so that a question asked at the same `now` again gets an id of its own. */
function seedOf(state: State): number {
	let seed = 1;
	for (const unit of readJournal(state).flatMap(({ id }) => [...id])) seed = Math.imul(seed, 31) + unit.charCodeAt(0);
	return seed >>> 0;
}

/** The watch could not even take the question. */
const NOTHING_ASKED = { ok: false, question: "", reply: null, suggestions: [], actions: [] };

type Asking = { question: string; surface: Surface; input: Input; soundMs: number; backSoon: boolean };

async function ask(desktop: Desktop, state: State, asking: Asking): Promise<AskResult> {
	const { clock, watch } = desktop;
	if (asking.input === "chip") putChipFirst(state, asking.question);
	await openOnce(desktop, state, asking);
	const before = measure(desktop);
	const known = new Set(readJournal(state).map((row) => row.id));
	const tappedAt = clock.now();
	const reason = await put(desktop, asking);
	if (reason !== null) {
		const receipt = { ...costOf(state, ""), ...spent(before, measure(desktop)), firstPageMs: null };
		return { ...NOTHING_ASKED, fault: reason, pages: [seen(desktop)], receipt };
	}
	/** A person does not wait while they speak. */
	const askedAt = asking.input === "recorder" ? clock.now() : tappedAt;
	const limitMs = asking.input === "recorder" ? VOICE_HANG_MS : HANG_MS;
	const find = () => readJournal(state).find((row) => !known.has(row.id));
	const waits = () => seen(desktop).includes(words["fault.phone-away"]);
	const isOver = () => (find()?.state ?? "open") !== "open";
	const settled = await clock.runUntil(() => isOver() || waits(), limitMs);
	if (asking.backSoon) await clock.runUntil(isOver, BACK_SOON_MS);
	await clock.runFor(SETTLE_MS);
	const row = find();
	if (!settled || row === undefined)
		throw new Error(`the question hangs; the watch shows ${JSON.stringify(seen(desktop))}`);
	const firstPageMs = row.state === "answered" ? clock.now() - SETTLE_MS - askedAt : null;
	const pages = row.state === "answered" ? await readPages(desktop) : [seen(desktop)];
	const after = measure(desktop);
	watch.home();
	await clock.runFor(SETTLE_MS);
	const actions = actedOf(row, readDeeds(state));
	return resultOf(row, pages, actions, { ...costOf(state, row.id), ...spent(before, after), firstPageMs });
}

/** A quick reply made for the question, before those that are there. */
function putChipFirst(state: State, question: string): void {
	const storage = state.settings(COMPANION);
	const label = clip(question.replace(/\s+/g, " ").trim(), LABEL_LIMIT);
	const usual = usualChips((key) => words[key]).find(({ text }) => text === question);
	storage.set(SETTING.chips, JSON.stringify([usual ?? { label, text: question }]), "desktop");
}

/** The person opens AskFace once, so that the watch learns how it should look, and goes back to the face. */
async function openOnce(desktop: Desktop, state: State, { question, surface, input }: Asking): Promise<void> {
	const { clock, watch, link } = desktop;
	const asked = clip(question, QUESTION_LIMIT);
	const knows = () => {
		const bytes = state.watch.read(COMPANION, GLANCE_FILE);
		const { state: seen, chips } = decodeGlance(bytes === undefined ? "" : new TextDecoder().decode(bytes));
		return seen !== "absent" && (input !== "chip" || chips.split(CHIP_MARK).includes(asked));
	};
	watch.showFace(FACE);
	for (let tries = 0; tries < 8 && !knows(); tries++) {
		watch.launch(COMPANION);
		await clock.runUntil(knows, SHORT_MS);
		await clock.runFor(SETTLE_MS);
		watch.home();
	}
	if (!knows()) throw new Error("the companion never wrote the quick reply to its glance file");
	const { framesDown } = link.counters();
	if (surface === "page") watch.launch(COMPANION);
	await clock.runFor(SETTLE_MS);
	if (surface === "page") await clock.runUntil(() => link.counters().framesDown > framesDown, SHORT_MS);
}

/** From the first touch to the question's being asked. The fault that the watch shows where it comes to none. */
async function put(desktop: Desktop, { question, surface, input, soundMs }: Asking): Promise<FaultCode | null> {
	const { watch } = desktop;
	if (input === "chip") {
		tapChip(desktop, question);
		return null;
	}
	const isFace = surface === "face";
	const way = isFace ? words["glance.ask"] : firstWay(desktop, input);
	tapText(watch, way);
	if (input === "recorder") return speakQuestion(desktop, soundMs);
	await keyboardOpens(desktop);
	if (input === "keyboard" && watch.keyboard()?.inputType === "VOICE") {
		watch.cancelKeyboard();
		await desktop.clock.runFor(SETTLE_MS);
		tapText(watch, words["page.type"]);
		await keyboardOpens(desktop);
	}
	const done = input === "voice" ? watch.dictate(question) : watch.type(question);
	if (!done) throw new Error("the watch's keyboard did not take the question");
	return null;
}

function firstWay(desktop: Desktop, input: Input): string {
	const shown = seen(desktop);
	if (shown.includes(words["page.ask"])) return words["page.ask"];
	return input === "keyboard" ? words["page.type"] : words["page.speak"];
}

async function keyboardOpens({ clock, watch }: Desktop): Promise<void> {
	const opened = await clock.runUntil(() => watch.keyboard() !== null, SHORT_MS);
	if (!opened) throw new Error("the watch's keyboard did not open");
}

/** The chip's label may be cut to its box; chips stand below the last question, which may be the same. */
function tapChip({ watch }: Desktop, question: string): void {
	const label = clip(question.replace(/\s+/g, " ").trim(), LABEL_LIMIT);
	const isChip = (text: string) => text !== "" && label.startsWith(text.replace(/…$/, "").trim());
	const [lowest] = textsOf(watch)
		.filter(({ text }) => isChip(text))
		.sort((a, b) => b.box.y - a.box.y);
	if (lowest === undefined) throw new NotOnScreen(label, seen({ watch }));
	watch.tap(lowest.box.x + lowest.box.w / 2, lowest.box.y + lowest.box.h / 2);
}

function seen({ watch }: Pick<Desktop, "watch">): string[] {
	return linesIn(watch, { y: 0, h: watch.scene().height });
}

/** Turns the pages to the last one; the page mark says how many there are. */
async function readPages(desktop: Desktop): Promise<string[][]> {
	const { clock, watch } = desktop;
	/** A Bip Max gives an app less than its screen. */
	const { width, height, shape } = watch.scene();
	const canvas = { width, height, round: shape === "round" };
	const pages: string[][] = [];
	let last = 1;
	while (pages.length < last && pages.length < PAGES_MAX) {
		pages.push(linesIn(watch, readingBox(canvas)));
		const mark = linesIn(watch, markBox(canvas)).map((text) => /^\d+ \/ (\d+)$/.exec(text)?.[1]);
		last = Number(mark.find((count) => count !== undefined) ?? 1);
		if (pages.length < last) watch.swipe("up");
		await clock.runFor(SETTLE_MS);
	}
	return pages;
}

function resultOf(row: Row, pages: string[][], actions: Acted[], receipt: Receipt): AskResult {
	const about = { question: questionOf(row), pages, actions, receipt };
	switch (row.state) {
		case "answered": {
			const { text, next = [] } = row.answer;
			return { ok: true, fault: null, reply: text, suggestions: next, ...about };
		}
		case "faulted":
			return { ok: false, fault: row.fault.code, reply: null, suggestions: [], ...about };
		case "open":
			return { ok: false, fault: "phone-away", reply: null, suggestions: [], ...about };
	}
}
