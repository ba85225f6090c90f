/**
 * What AskFace costs a watch: heap, work, bytes over the link, redraws. Owns what is measured and how; the packed product
 * runs as it is. Rule: simulated time and a model server that says the same each time, so that a figure repeats.
 */
import { LLMock } from "@copilotkit/aimock";
import { SETTING } from "../../core/settings/settings.ts";
import { unpackedScripts } from "../../packaging/bundles.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES, type PackageName } from "../../packaging/packages.ts";
import { ROOT } from "../../packaging/places.ts";
import { sourcesOf } from "../../packaging/stage.ts";
import { createDesktop, type Desktop } from "../../simulator/desktop.ts";
import type { Device } from "../../simulator/devices.ts";
import { type OpenedPackage, openPackage } from "../../simulator/package/open-package.ts";
import { openState, type State } from "../../simulator/state.ts";
import { createVirtualClock } from "../../simulator/virtual-clock.ts";
import { readJournal } from "../records.ts";
import { typeQuestion } from "../typing.ts";

/** Heap in bytes above the watch's own modules, after a collection. */
export type SurfaceCost = {
	name: "face" | "page" | "card" | "workout";
	/** The scripts as packed. */
	codeBytes: number;
	/** Before anything is built. */
	loadedBytes: number;
	heapBytes: number;
	/** The same without the packager's share: what public figures of other apps are measured on. */
	unpacked: { codeBytes: number; heapBytes: number };
	work: number;
	/** In the minute that follows, with nobody touching it. */
	idle: { callbacks: number; redraws: number; minuteTicks: number; timersLeft: number };
};

type PackedCost = Omit<SurfaceCost, "unpacked">;

/** From the first touch to the answer's first page, and the two seconds in which the person reads it. */
export type AskCost = {
	upBytes: number;
	downBytes: number;
	frames: number;
	roundTrips: number;
	screenOnMs: number;
	redraws: number;
	callbacks: number;
	/** Once the answer is there. */
	timersLeft: number;
};

export type Growth = {
	/** Above what the page held before the question. */
	peakInAskBytes: number;
	/** The most in all those turns. */
	peakBytes: number;
	afterEarlyTurnsBytes: number;
	afterTurnsBytes: number;
	afterOpeningsBytes: number;
};

/** How often the page is asked and opened: `earlyTurns` of `turns` come first. */
export type Scale = { earlyTurns: number; turns: number; openings: number };

export type Bench = {
	device: string;
	scale: Scale;
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

export const FULL: Scale = { earlyTurns: 20, turns: 200, openings: 50 };

const QUESTION = "How long should I boil an egg if I like it soft and warm up?";
const ANSWER =
	"Six minutes from a rolling boil gives a soft and warm yolk for a medium egg that comes from the fridge. Put it in cold water straight after that so it stops cooking. Add half a minute for a large egg, and another half a minute if you are above a thousand metres. A pinch of salt helps with the shell.";

const NAMES = ["face", "companion", "workout"] as const;

export async function runBench(device: Device, scale: Scale = FULL): Promise<Bench> {
	const packages = await Promise.all(NAMES.map(async (name) => openPackage(await packPackage(name, device), device)));
	const unpacked = await Promise.all(packages.map((opened, index) => withoutPackager(opened, NAMES[index] ?? "face")));
	const model = new LLMock({ port: 0, logLevel: "silent" });
	await model.start();
	try {
		model.onMessage(/Turn/, { content: ANSWER + ANSWER });
		model.onMessage(/./, { content: ANSWER });
		const baseUrl = `${model.url}/v1`;
		const plain = await onDesktop(baseUrl, device, unpacked, async (desktop, state) => {
			await measureAsks(desktop, state);
			return measureSurfaces(desktop, unpacked);
		});
		return await onDesktop(baseUrl, device, packages, async (desktop, state) => {
			const asks = await measureAsks(desktop, state);
			const packed = await measureSurfaces(desktop, packages);
			const surfaces = packed.map((cost, index) => withUnpacked(cost, plain[index] ?? cost));
			const growth = await measureGrowth(desktop, state, scale);
			return { device: device.id, scale, surfaces, ...asks, growth };
		});
	} finally {
		await model.stop();
	}
}

function withUnpacked(cost: PackedCost, { codeBytes, heapBytes }: PackedCost): SurfaceCost {
	return { ...cost, unpacked: { codeBytes, heapBytes } };
}

/** The same package with the scripts that the packager was given. */
async function withoutPackager(opened: OpenedPackage, name: PackageName): Promise<OpenedPackage> {
	const files = new Map(opened.deviceFiles);
	for (const [path, script] of Object.entries(await unpackedScripts(sourcesOf(PACKAGES[name]), ROOT))) {
		files.set(path, new TextEncoder().encode(script));
	}
	return { ...opened, deviceFiles: files };
}

async function onDesktop<T>(
	baseUrl: string,
	device: Device,
	packages: readonly OpenedPackage[],
	work: (desktop: Desktop, state: State) => Promise<T>,
): Promise<T> {
	const state = openState(null);
	configure(state, baseUrl);
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const desktop = await createDesktop({ device, packages, clock, state });
	try {
		return await work(desktop, state);
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
async function measureSurfaces(desktop: Desktop, packages: readonly OpenedPackage[]): Promise<PackedCost[]> {
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
): Promise<PackedCost> {
	watch.kill(appId);
	const workBefore = watch.counters(appId).work;
	open();
	const work = watch.counters(appId).work - workBefore;
	await clock.runFor(SETTLE_MS);
	const before = watch.counters(appId);
	const { loaded, now: heapBytes } = watch.heap(appId);
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
	return { name, codeBytes: bytes, loadedBytes: loaded, heapBytes, work, idle };
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

async function costOf({ link, clock, watch }: Desktop, act: () => Promise<void>): Promise<AskCost> {
	const counters = () => ({ ...link.counters(), ...watch.counters(COMPANION) });
	const before = counters();
	await act();
	await clock.runFor(SETTLE_MS);
	const after = counters();
	const gone = (name: keyof typeof after) => after[name] - before[name];
	return {
		upBytes: gone("bytesUp"),
		downBytes: gone("bytesDown"),
		frames: gone("framesUp") + gone("framesDown"),
		roundTrips: gone("handshakesUp") + gone("dataFramesUp"),
		screenOnMs: gone("screenOnMs"),
		redraws: gone("redraws"),
		callbacks: gone("callbacks"),
		timersLeft: after.timersLeft,
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

async function measureGrowth(desktop: Desktop, state: State, scale: Scale): Promise<Growth> {
	const { clock, watch } = desktop;
	watch.launch(COMPANION, { params: { read: 1 } });
	await clock.runFor(SETTLE_MS);
	const before = watch.heap(COMPANION);
	await ask(desktop, state, turn(0));
	const peakInAskBytes = watch.heap(COMPANION).peak - before.now;
	let afterEarlyTurnsBytes = 0;
	for (let at = 1; at <= scale.turns; at++) {
		await ask(desktop, state, turn(at));
		await clock.runFor(SETTLE_MS);
		if (at === scale.earlyTurns) afterEarlyTurnsBytes = watch.heap(COMPANION).now;
	}
	const { now: afterTurnsBytes, peak: peakBytes } = watch.heap(COMPANION);
	for (let at = 0; at < scale.openings; at++) {
		watch.home();
		watch.launch(COMPANION, { params: { read: 1 } });
		await clock.runFor(SETTLE_MS);
	}
	const afterOpeningsBytes = watch.heap(COMPANION).now;
	return { peakInAskBytes, peakBytes, afterEarlyTurnsBytes, afterTurnsBytes, afterOpeningsBytes };
}

function turn(at: number): string {
	return `Turn ${at}: ${QUESTION}`.slice(0, 60);
}
