/**
 * The whole packed chain for tests: watch, link, phone and a base URL, asked as a person would. Owns where questions are
 * sent and what is on the screen; the steps of a person are simulator/'s.
 */
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { type Asker, type Bench, createAsker } from "../lab/asking.ts";
import { PACKAGES } from "../packaging/packages.ts";
import {
	DEFAULT_PHONE,
	type Desktop,
	type Device,
	drawScene,
	findDevice,
	GOOD_LINK,
	inkOutside,
	linesIn,
	openState,
	type State,
	tapText,
	textsOf,
} from "../simulator/index.ts";

export const COMPANION = PACKAGES.companion.appId;

/** A Sunday, 10:09 in UTC. */
export const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);

/** While a request is under way simulated time hardly flows, so that a busy desktop never looks like a slow provider. */
const CALM_RATE = 0.1;
/** Simulated ms for widgets to be drawn, and for the longest question to end. */
const SETTLE_MS = 300;
const LONGEST_MS = 90_000;

export type Chain = { asker: Asker; desktop: Desktop; state: State; set(key: string, value: string): void };

export type ChainOptions = Partial<Bench> & { baseUrl: string; key?: string; provider?: ProviderId; model?: string };

export function deviceOf(id: string): Device {
	const device = findDevice(id);
	if (device === undefined) throw new Error(`no watch is called ${id}`);
	return device;
}

/** A Balance 2 with OpenAI's row, unless told otherwise. */
export async function startChain(options: ChainOptions): Promise<Chain> {
	const { baseUrl, key = "sk-test-0000-1111-2222", provider = "openai", model = "gpt-5.4-mini", ...given } = options;
	const bench: Bench = {
		device: deviceOf("balance2"),
		state: openState(null),
		now: NOW_MS,
		phone: DEFAULT_PHONE,
		link: GOOD_LINK,
		rate: CALM_RATE,
		...given,
	};
	const asker = await createAsker(bench, {
		[SETTING.provider]: provider,
		[SETTING.baseUrl(provider)]: baseUrl,
		[SETTING.key(provider)]: key,
		[SETTING.model(provider)]: model,
	});
	const { state } = bench;
	return {
		asker,
		desktop: asker.desktop,
		state,
		set: (name, value) => state.settings(COMPANION).set(name, value, "desktop"),
	};
}

/** All texts of the screen from top to bottom, in one. */
export function screenText({ watch }: Desktop): string {
	return linesIn(watch, { y: 0, h: watch.scene().height })
		.join(" ")
		.replace(/[ \n]+/g, " ");
}

/** The lines of text that pass the edge of the glass at their height. */
export function linesOutside({ watch }: Desktop): string[] {
	const scene = watch.scene();
	return inkOutside(drawScene(scene), scene).map(({ text }) => text);
}

/** Taps, and waits until the screen stands still. */
export async function tap(desktop: Desktop, text: string): Promise<void> {
	tapText(desktop.watch, text);
	await desktop.clock.runFor(SETTLE_MS);
}

/** Waits until the screen shows a text that has `part` in it. */
export async function waitFor(desktop: Desktop, part: string): Promise<void> {
	const shown = await desktop.clock.runUntil(() => screenText(desktop).includes(part), LONGEST_MS);
	if (!shown) throw new Error(`"${part}" never came; the watch shows ${screenText(desktop)}`);
	await desktop.clock.runFor(SETTLE_MS);
}

/** From the face to the screen of a question that was asked, by the companion's history. */
export async function openFromHistory(desktop: Desktop, question: string): Promise<void> {
	desktop.watch.launch(COMPANION);
	await waitFor(desktop, words["page.history"]);
	await tap(desktop, words["page.history"]);
	await tap(desktop, question);
}

/** Turns the pages of the answer on the screen, and calls `visit` at each. */
export async function turnPages(desktop: Desktop, visit: () => void): Promise<void> {
	const marks = () => textsOf(desktop.watch).map(({ text }) => /^(\d+) \/ (\d+)$/.exec(text));
	for (;;) {
		visit();
		const mark = marks().find((found) => found !== null);
		if (mark === undefined || mark?.[1] === mark?.[2]) return;
		desktop.watch.swipe("up");
		await desktop.clock.runFor(SETTLE_MS);
	}
}
