/**
 * What each surface costs a watch when it opens, and when it is left alone. Owns how each is reached by a person, and what is
 * counted. Rule: every page of the companion's manifest is measured, by the name of what it shows, or by its own where no way
 * leads to it.
 */
import { type Deed, encodeDeeds } from "../../core/actions/deed.ts";
import type { Counters } from "../../simulator/index.ts";
import {
	answered,
	askOnFace,
	COMPANION,
	FACE,
	newest,
	openAnswer,
	SETTLE_MS,
	type Stage,
	speak,
	WORKOUT,
} from "./stage.ts";

export type SurfaceCost = {
	/** `face`, `card`, `workout`; of the companion what it shows (`home`, `ask`, `read`, `speak`, `say`, `rings`, `ring`, `service`), else the path of a page. */
	name: string;
	/** The script that runs. */
	url: string;
	/** The scripts as packed, `app.js` too. */
	codeBytes: number;
	/** Heap in bytes above the watch's own modules, after a collection, before anything is built. */
	loadedBytes: number;
	/** The same when it stands. */
	heapBytes: number;
	/** Until it stands: calls and backward jumps of our own code, and of the simulator's in the same engine. */
	ownWork: number;
	bridgeWork: number;
	/** Texts that the watch was asked to measure (`getTextLayout`) until it stands. */
	layoutCalls: number;
	redraws: number;
	/** In the minute that follows, with nobody touching it. */
	idle: { callbacks: number; redraws: number; minuteTicks: number; timersLeft: number };
};

type Way = {
	readonly name: string;
	readonly appId: number;
	/** What is done before it is measured. */
	readonly before?: (stage: Stage) => void | Promise<void>;
	readonly open: (stage: Stage) => void;
	/** The model's, simulated ms: so long that it is measured while the page waits. */
	readonly thinkingMs?: number;
};

const MINUTE_MS = 60_000;
const DRAW_MS = 50;
/** What runs by itself once a surface is called, without waiting for anybody. */
const BUILD_MS = 1;

/** In the order of a day: the journal has an answer by now, which all of them show. */
const WAYS: readonly Way[] = [
	{ name: "face", appId: FACE, open: ({ desktop }) => desktop.watch.showFace(FACE) },
	{ name: "home", appId: COMPANION, open: ({ desktop }) => desktop.watch.launch(COMPANION) },
	{ name: "read", appId: COMPANION, open: openAnswer },
	{ name: "card", appId: COMPANION, open: ({ desktop }) => desktop.watch.showCard(COMPANION) },
	{ name: "workout", appId: WORKOUT, open: ({ desktop }) => desktop.watch.startWorkout(WORKOUT) },
	{ name: "rings", appId: COMPANION, before: (stage) => setRing(stage, 10 * MINUTE_MS), open: opening("act", "rings") },
	{ name: "ring", appId: COMPANION, before: (stage) => setRing(stage, 0), open: opening("ring", "ring") },
	{ name: "ask", appId: COMPANION, open: askOnFace, thinkingMs: 2 * MINUTE_MS },
];

/** Something is to ring in so many ms, as the watch keeps it. */
function setRing({ desktop, state }: Stage, inMs: number): void {
	const ring: Deed = {
		key: "a/0",
		do: "timer",
		label: "Tea",
		state: "doing",
		at: desktop.clock.now() + inMs,
		seconds: 600,
	};
	state.watch.write(COMPANION, "deeds.json", new TextEncoder().encode(encodeDeeds([ring])));
}

function opening(page: string, kind: "rings" | "ring"): Way["open"] {
	const params = JSON.stringify({ kind });
	return ({ desktop }) => desktop.watch.launch(COMPANION, { url: `page/${page}`, params });
}

const SPEAKING: Way = {
	name: "speak",
	appId: COMPANION,
	async before({ desktop: { watch, clock } }) {
		watch.launch(COMPANION);
		await clock.runFor(DRAW_MS);
	},
	open: speak,
};

/** On a stage where a question was answered. Leaves the last question open. */
export async function measureSurfaces(stage: Stage): Promise<SurfaceCost[]> {
	const costs: SurfaceCost[] = [];
	for (const way of WAYS.filter((one) => one.name !== "card" || stage.desktop.device.secondaryWidget)) {
		costs.push(await measure(stage, way));
	}
	return costs;
}

/** On a stage whose face is in front: what looks for an answer while no page is open, as it waits for the phone. */
export async function measureService(stage: Stage): Promise<SurfaceCost> {
	const { clock, watch } = stage.desktop;
	const isWoken = () => watch.services(COMPANION).length > 0;
	stage.thinkingMs = 2 * MINUTE_MS;
	askOnFace(stage);
	await clock.runFor(SETTLE_MS);
	watch.home();
	watch.setScreen("off");
	const atFirst = watch.counters(COMPANION);
	if (!(await clock.runUntil(isWoken, 2 * MINUTE_MS))) throw new Error("no service looks for the answer");
	await clock.runFor(DRAW_MS);
	const { loaded, now: heapBytes } = watch.heap(COMPANION);
	const [url = ""] = watch.services(COMPANION);
	const { work, bridgeWork, layouts, redraws } = differenceOf(atFirst, watch.counters(COMPANION));
	await clock.runUntil(() => !isWoken(), MINUTE_MS);
	const atRest = watch.counters(COMPANION);
	await clock.runFor(MINUTE_MS);
	const idle = differenceOf(atRest, watch.counters(COMPANION));
	stage.thinkingMs = 0;
	return {
		name: "service",
		url,
		codeBytes: codeBytes(stage, COMPANION, ["app", url]),
		loadedBytes: loaded,
		heapBytes,
		ownWork: work,
		bridgeWork,
		layoutCalls: layouts,
		redraws,
		idle: idleOf(idle),
	};
}

/** While the sound of an answer is made. */
const SAYING: Way = {
	name: "say",
	appId: COMPANION,
	async before(stage) {
		askOnFace(stage);
		await answered(stage, undefined);
		await stage.desktop.clock.runFor(SETTLE_MS);
		stage.desktop.watch.kill(COMPANION);
	},
	open(stage) {
		const params = JSON.stringify({ kind: "row", id: newest(stage) });
		stage.desktop.watch.launch(COMPANION, { url: "page/say", params });
	},
	thinkingMs: 2 * MINUTE_MS,
};

/** On a stage that is spoken to. */
export async function measureSpeaking(stage: Stage): Promise<SurfaceCost> {
	return measure(stage, SPEAKING);
}

/** On a stage that is spoken to, and where nothing was asked. */
export async function measureSaying(stage: Stage): Promise<SurfaceCost> {
	return measure(stage, SAYING);
}

/** Pages of the companion that none of `known` shows, each opened as it is. */
export async function measureOthers(stage: Stage, known: readonly SurfaceCost[]): Promise<SurfaceCost[]> {
	const pages = stage.packages.flatMap(({ manifest }) => manifest.modules.pages);
	const costs: SurfaceCost[] = [];
	for (const url of pages.filter((page) => known.every((cost) => cost.url !== page))) {
		const open = ({ desktop }: Stage) => desktop.watch.launch(COMPANION, { url });
		costs.push(await measure(stage, { name: url, appId: COMPANION, open }));
	}
	return costs;
}

async function measure(stage: Stage, { name, appId, before, open, thinkingMs = 0 }: Way): Promise<SurfaceCost> {
	const { clock, watch } = stage.desktop;
	watch.kill(appId);
	await before?.(stage);
	stage.thinkingMs = thinkingMs;
	const atFirst = watch.counters(appId);
	open(stage);
	await clock.runFor(BUILD_MS);
	const built = differenceOf(atFirst, watch.counters(appId));
	const url = watch.surface()?.url ?? "";
	await clock.runFor(SETTLE_MS);
	if (watch.surface()?.url !== url) throw new Error(`${name}: ${url} gave way to ${watch.surface()?.url}`);
	const atRest = watch.counters(appId);
	const { loaded, now: heapBytes } = watch.heap(appId);
	await clock.runFor(MINUTE_MS);
	const idle = differenceOf(atRest, watch.counters(appId));
	const timersLeft = watch.counters(appId).timersLeft;
	watch.setScreen("on");
	watch.home();
	stage.thinkingMs = 0;
	return {
		name,
		url,
		codeBytes: codeBytes(stage, appId, ["app", url]),
		loadedBytes: loaded,
		heapBytes,
		ownWork: built.work,
		bridgeWork: built.bridgeWork,
		layoutCalls: built.layouts,
		redraws: built.redraws,
		idle: idleOf({ ...idle, timersLeft }),
	};
}

function idleOf({ callbacks, redraws, minuteTicks, timersLeft }: Counters): SurfaceCost["idle"] {
	return { callbacks, redraws, minuteTicks, timersLeft };
}

/** What was counted from `before` to `after`; `timersLeft` is no count. */
export function differenceOf(before: Counters, after: Counters): Counters {
	const difference = { ...after };
	for (const name of Object.keys(difference) as (keyof Counters)[]) difference[name] -= before[name];
	return { ...difference, timersLeft: after.timersLeft };
}

function codeBytes({ packages }: Stage, appId: number, paths: readonly string[]): number {
	const files = packages.find((opened) => opened.appId === appId)?.deviceFiles;
	return paths.reduce((sum, path) => sum + (files?.get(`${path}.js`)?.length ?? 0), 0);
}
