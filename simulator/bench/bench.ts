/**
 * What AskFace costs a watch: heap, work, bytes over the link, redraws. Owns what is measured and how; the packed product
 * runs as it is. Rule: simulated time and a model server that says the same each time, so that a figure repeats.
 */
import { LLMock } from "@copilotkit/aimock";
import { SETTING } from "../../core/settings.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import { createDesktop, type Desktop } from "../desktop.ts";
import type { Device } from "../devices.ts";
import { type OpenedPackage, openPackage } from "../package/open-package.ts";
import { readJournal } from "../records.ts";
import { openState, type State } from "../state.ts";
import { typeQuestion } from "../typing.ts";
import { createVirtualClock } from "../virtual-clock.ts";

/** Heap in bytes above the watch's own modules, after a collection. */
export type SurfaceCost = {
	name: "face" | "page" | "card" | "workout";
	/** The scripts as packed, minified. */
	codeBytes: number;
	heapBytes: number;
	work: number;
	/** In the minute that follows, with nobody touching it. */
	idle: { callbacks: number; redraws: number; minuteTicks: number; timersLeft: number };
};

export type AskCost = { upBytes: number; downBytes: number; frames: number; roundTrips: number };

export type Growth = {
	/** Above what the page held before the question. */
	peakInAskBytes: number;
	after20Bytes: number;
	after200Bytes: number;
	after50OpeningsBytes: number;
};

export type Bench = {
	device: string;
	surfaces: SurfaceCost[];
	/** Of 60 characters answered by 300: the first of an app start, and the next. */
	firstAsk: AskCost;
	nextAsk: AskCost;
	/** Simulated, from the first touch to the answer's first page, with a model that answers at once. */
	firstPageMs: number;
	growth: Growth;
};

const COMPANION = PACKAGES.companion.appId;
const FACE = PACKAGES.face.appId;
const WORKOUT = PACKAGES.workout.appId;
const START_MS = Date.UTC(2026, 10, 22, 10, 9);
const MINUTE_MS = 60_000;
const SETTLE_MS = 2_000;
const ASK_MS = 60_000;
const TURNS = 200;
const EARLY_TURNS = 20;
const OPENINGS = 50;

const QUESTION = "How long should I boil an egg if I like it soft and warm up?";
const ANSWER =
	"Six minutes from a rolling boil gives a soft and warm yolk for a medium egg that comes from the fridge. Put it in cold water straight after that so it stops cooking. Add half a minute for a large egg, and another half a minute if you are above a thousand metres. A pinch of salt helps with the shell.";

export async function runBench(device: Device): Promise<Bench> {
	const names = ["face", "companion", "workout"] as const;
	const packages = await Promise.all(names.map(async (name) => openPackage(await packPackage(name, device), device)));
	const model = new LLMock({ port: 0, logLevel: "silent" });
	await model.start();
	try {
		model.onMessage(/Turn/, { content: ANSWER + ANSWER });
		model.onMessage(/./, { content: ANSWER });
		return await runWith(`${model.url}/v1`, device, packages);
	} finally {
		await model.stop();
	}
}

async function runWith(baseUrl: string, device: Device, packages: readonly OpenedPackage[]): Promise<Bench> {
	const state = openState(null);
	configure(state, baseUrl);
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const desktop = await createDesktop({ device, packages, clock, state });
	try {
		const asks = await measureAsks(desktop, state);
		const surfaces = await measureSurfaces(desktop, packages);
		return { device: device.id, surfaces, ...asks, growth: await measureGrowth(desktop, state) };
	} finally {
		desktop.close();
	}
}

function configure(state: State, baseUrl: string): void {
	const storage = state.settings(COMPANION);
	storage.set(SETTING.provider, "openai", "desktop");
	storage.set(SETTING.baseUrl("openai"), baseUrl, "desktop");
	storage.set(SETTING.key("openai"), "sk-bench-0000", "desktop");
}

/** In the order of a day: the journal has an answer by now, which all of them show. */
async function measureSurfaces(desktop: Desktop, packages: readonly OpenedPackage[]): Promise<SurfaceCost[]> {
	const { watch } = desktop;
	const code = (appId: number, folders: readonly string[]) => codeBytes(packages, appId, folders);
	return [
		await measure(desktop, "face", FACE, code(FACE, ["app.js", "watchface/"]), () => watch.showFace(FACE)),
		await measure(desktop, "page", COMPANION, code(COMPANION, ["app.js", "page/"]), () => watch.launch(COMPANION)),
		await measure(desktop, "card", COMPANION, code(COMPANION, ["app.js", "app-widget/"]), () =>
			watch.showCard(COMPANION),
		),
		await measure(desktop, "workout", WORKOUT, code(WORKOUT, ["app.js", "data-widget/"]), () =>
			watch.startWorkout(WORKOUT),
		),
	];
}

function codeBytes(packages: readonly OpenedPackage[], appId: number, folders: readonly string[]): number {
	const files = packages.find((opened) => opened.appId === appId)?.deviceFiles ?? new Map<string, Uint8Array>();
	let bytes = 0;
	for (const [path, content] of files) {
		if (path.endsWith(".js") && folders.some((folder) => path.startsWith(folder))) bytes += content.length;
	}
	return bytes;
}

async function measure(
	{ clock, watch }: Desktop,
	name: SurfaceCost["name"],
	appId: number,
	bytes: number,
	open: () => void,
): Promise<SurfaceCost> {
	watch.kill(appId);
	const workBefore = watch.counters(appId).work;
	open();
	const work = watch.counters(appId).work - workBefore;
	await clock.runFor(SETTLE_MS);
	const before = watch.counters(appId);
	const heapBytes = watch.heap(appId).now;
	await clock.runFor(MINUTE_MS);
	const after = watch.counters(appId);
	const idle = {
		callbacks: after.callbacks - before.callbacks,
		redraws: after.redraws - before.redraws,
		minuteTicks: after.minuteTicks - before.minuteTicks,
		timersLeft: after.timersLeft,
	};
	watch.setScreen("on");
	watch.home();
	return { name, codeBytes: bytes, heapBytes, work, idle };
}

async function measureAsks(desktop: Desktop, state: State) {
	const { clock, watch } = desktop;
	watch.launch(COMPANION);
	await clock.runFor(SETTLE_MS);
	watch.home();
	const startedAt = clock.now();
	const firstAsk = await costOf(desktop, async () => {
		watch.launch(COMPANION, { params: { id: "bench1", text: QUESTION } });
		await settled(desktop, state, 1);
	});
	const firstPageMs = clock.now() - startedAt;
	const nextAsk = await costOf(desktop, () => ask(desktop, state, QUESTION));
	return { firstAsk, nextAsk, firstPageMs };
}

async function costOf({ link, clock }: Desktop, act: () => Promise<void>): Promise<AskCost> {
	const before = link.counters();
	await act();
	await clock.runFor(SETTLE_MS);
	const after = link.counters();
	const gone = (name: keyof typeof after) => after[name] - before[name];
	return {
		upBytes: gone("bytesUp"),
		downBytes: gone("bytesDown"),
		frames: gone("framesUp") + gone("framesDown"),
		roundTrips: gone("handshakesUp") + gone("dataFramesUp"),
	};
}

async function ask(desktop: Desktop, state: State, question: string): Promise<void> {
	const last = readJournal(state)[0]?.id;
	if (!(await typeQuestion(desktop, COMPANION, question))) throw new Error("the page did not take the question");
	await desktop.clock.runUntil(() => readJournal(state)[0]?.id !== last, ASK_MS);
	await settled(desktop, state, 1);
}

async function settled({ clock }: Desktop, state: State, rows: number): Promise<void> {
	const isThere = () => readJournal(state).filter((row) => row.state === "answered").length >= rows;
	const isOver = () => isThere() && readJournal(state)[0]?.state === "answered";
	if (!(await clock.runUntil(isOver, ASK_MS))) throw new Error("a question was not answered");
}

async function measureGrowth(desktop: Desktop, state: State): Promise<Growth> {
	const { clock, watch } = desktop;
	watch.launch(COMPANION, { params: { read: 1 } });
	await clock.runFor(SETTLE_MS);
	const before = watch.heap(COMPANION);
	await ask(desktop, state, turn(0));
	const peakInAskBytes = watch.heap(COMPANION).peak - before.now;
	let after20Bytes = 0;
	for (let at = 1; at <= TURNS; at++) {
		await ask(desktop, state, turn(at));
		await clock.runFor(SETTLE_MS);
		if (at === EARLY_TURNS) after20Bytes = watch.heap(COMPANION).now;
	}
	const after200Bytes = watch.heap(COMPANION).now;
	for (let at = 0; at < OPENINGS; at++) {
		watch.home();
		watch.launch(COMPANION, { params: { read: 1 } });
		await clock.runFor(SETTLE_MS);
	}
	return { peakInAskBytes, after20Bytes, after200Bytes, after50OpeningsBytes: watch.heap(COMPANION).now };
}

function turn(at: number): string {
	return `Turn ${at}: ${QUESTION}`.slice(0, 60);
}
