/**
 * Many wishes to a watch whose power goes at one write after the other, over a bad radio and with ends that die; and whether each
 * was done once, or said not to be. Runs the packed product. Owns what a person does and what counts; never what is done. Rule:
 * what rang is what the screen showed, and what was said is what stands on the watch; no real time enters.
 */
import { LLMock } from "@copilotkit/aimock";
import { type Deed, isPending, keyOf } from "../../../core/actions/deed.ts";
import type { Row } from "../../../core/ask/journal.ts";
import words from "../../../core/words/en-US.json" with { type: "json" };
import { packPackage } from "../../../packaging/pack.ts";
import { PACKAGES } from "../../../packaging/packages.ts";
import {
	createDesktop,
	createRandom,
	createVirtualClock,
	DEFAULT_PHONE,
	type Desktop,
	type Device,
	type LinkModel,
	openState,
	type Random,
	type State,
	sees,
	tapText,
} from "../../../simulator/index.ts";
import { type Cut, createCut, readDeeds, ringingNow } from "../../acting.ts";
import { readJournal } from "../../records.ts";
import { configure, lastMessage, serverMs } from "../model.ts";
import { KINDS, takingBack, type Wish, wishOf } from "./wishes.ts";

export type ActionsOptions = {
	device: Device;
	asks: number;
	seed: number;
	link: LinkModel;
	/** Share of wishes during which the page is killed at any moment; the Side Service and the radio are as likely to go. */
	kills: number;
	/** Where the sources are that are packed. Default: this project's. */
	root?: string;
	/** Ends as soon as anything counts against the product. */
	untilBroken?: boolean;
};

export type ActionsResult = {
	asks: number;
	/** Actions that they asked for. */
	actions: number;
	/** Heard once, or cancelled. */
	done: number;
	/** Not heard, and shown as missed. */
	missed: number;
	/** The watch said that it was not done, or the question ended in a fault. */
	saidNot: number;
	/** Power cuts that came. */
	cuts: number;
	/** Heard again after it was stopped, or heard though it was cancelled, not done, or never asked for. */
	twice: number;
	/** Neither heard, nor said not to be done, nor shown as missed. */
	silent: number;
	/** Its question is still open after everything was mended. */
	hung: number;
	/** Alarms of the watch that nothing needs any more, and exceptions of the product. */
	left: number;
	seed: number;
};

/** What must be 0. */
export function actionsCountAgainst({ twice, silent, hung, left }: ActionsResult): number {
	return twice + silent + hung + left;
}

/** `complaints`: a line for each action that counts against the product. */
export type ActionsRun = { result: ActionsResult; complaints: string[] };

const COMPANION = PACKAGES.companion.appId;
const RING_PAGE = "page/ring";
const START_MS = Date.UTC(2026, 10, 22, 10, 9);
const MINUTE_MS = 60_000;
/** The link gives up after 70 s; then a person looks again, and again. */
const PATIENCE_MS = 75_000;
const OPENINGS = 8;
const PAUSE_MS = 1_500;
const SETTLE_MS = 300;
/** In it a page or a service is killed, and the radio drops. */
const WINDOW_MS = 2_500;
const AWAY_MS = 15_000;
/** What rang unheard rings once more after five minutes, and then a minute long. */
const HEARD_MS = 8 * MINUTE_MS;
/** Mixed with the seed, so that server, wishes and mishaps are told by different chances. */
const MIX = { mishaps: 0x9e3779b9, wishes: 0x85ebca6b, server: 0xc2b2ae35 } as const;

export async function runActions(options: ActionsOptions): Promise<ActionsRun> {
	const packages = [await packPackage("companion", options.device, options.root)];
	const answers = new Map<string, string>();
	const model = new LLMock({ port: 0, logLevel: "silent", journalMaxEntries: 0 });
	await model.start();
	try {
		model.onMessage(/./, (request) => ({ content: answers.get(lastMessage(request)) ?? "Nothing." }));
		const disk = openState(null);
		configure(disk, `${model.url}/v1`);
		return await wishAll(options, packages, disk, answers);
	} finally {
		await model.stop();
	}
}

type World = {
	desktop: Desktop;
	disk: State;
	cut: Cut;
	random: Random;
	kills: number;
	/** Cuts that came so far. */
	cuts: number;
	/** Keys of deeds, as they were heard, stopped for good, and shown as missed. */
	heard: Set<string>;
	stopped: Set<string>;
	shownMissed: Set<string>;
	again: Set<string>;
};

async function wishAll(
	options: ActionsOptions,
	packages: string[],
	disk: State,
	answers: Map<string, string>,
): Promise<ActionsRun> {
	const { asks, seed, device, link, kills } = options;
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const server = createRandom(seed ^ MIX.server);
	const cut = createCut(disk, (run) => void clock.after(0, run));
	const desktop = await createDesktop({
		...{ device, packages, clock, state: cut.state, link, seed, serverMs: () => serverMs(server) },
		...{ phone: DEFAULT_PHONE, settings: { utcOffsetMinutes: 0 } },
	});
	const chances = { random: createRandom(seed ^ MIX.mishaps), kills, cuts: 0 };
	const seen = { heard: new Set<string>(), stopped: new Set<string>(), shownMissed: new Set<string>() };
	const world: World = { desktop, disk, cut, ...chances, ...seen, again: new Set() };
	const count: ActionsResult = {
		...{ asks, actions: 0, done: 0, missed: 0, saidNot: 0, cuts: 0, twice: 0, silent: 0, hung: 0, left: 0, seed },
	};
	const complaints: string[] = [];
	const random = createRandom(seed ^ MIX.wishes);
	const next = new Map<string, number>();
	await open(world);
	for (let at = 0; at < asks; at++) {
		const kind = KINDS[at % KINDS.length] ?? "timer";
		const wish = wishOf(kind, `w${seed}x${at}`, clock.now(), random);
		const back = kind === "cancel" ? takingBack(wish) : null;
		for (const one of back === null ? [wish] : [wish, back]) answers.set(one.text, one.answer);
		const phase = random.next() < 0.6 ? "asked" : "rings";
		const place = `${kind} ${phase}`;
		const writes = next.get(place) ?? 0;
		const before = world.cuts;
		if (back !== null) await put(world, wish);
		if (phase === "asked") arm(world, writes);
		const row = await put(world, back ?? wish);
		const first = back === null ? row : rowOf(world, wish);
		world.cut.calm();
		if (phase === "rings") arm(world, writes);
		await hearAll(world);
		next.set(place, world.cuts > before ? writes + 1 : 0);
		for (const complaint of judge(world, wish, { row, first, back }, count))
			complaints.push(`${place} ${writes}: ${complaint}`);
		if (options.untilBroken === true && complaints.length > 0) break;
	}
	complaints.push(...desktop.watch.crashes().map((crash) => `the watch crashed: ${JSON.stringify(crash)}`));
	desktop.close();
	const left = count.left + desktop.watch.crashes().length;
	return { result: { ...count, left, cuts: world.cuts }, complaints };
}

/** The power goes after so many writes. */
function arm(world: World, writes: number): void {
	const { cut, desktop } = world;
	cut.after(writes, () => {
		world.cuts++;
		desktop.watch.restart();
	});
}

async function open({ desktop: { watch, clock } }: World): Promise<void> {
	watch.launch(COMPANION);
	await clock.runFor(5_000);
	watch.home();
	await clock.runFor(SETTLE_MS);
}

function rowOf({ disk }: World, { id }: Wish): Row | undefined {
	return readJournal(disk).find((row) => row.id === id);
}

/** Until it has ended and the page stands, or patience has. The person taps again where there is nothing. */
async function put(world: World, wish: Wish): Promise<Row | undefined> {
	const { clock, watch, link } = world.desktop;
	const hasEnded = () => (rowOf(world, wish)?.state ?? "open") !== "open";
	const isGone = () => watch.surface()?.appId !== COMPANION;
	if (wish.away) link.disconnect();
	else befall(world);
	for (let again = 0; again < OPENINGS; again++) {
		const { cuts } = world;
		const params = JSON.stringify({ id: wish.id, text: wish.text });
		watch.launch(COMPANION, { url: "page/ask", params });
		await clock.runFor(SETTLE_MS);
		await clock.runUntil(() => hasEnded() || isGone(), PATIENCE_MS);
		await clock.runFor(PAUSE_MS);
		if (hasEnded() && !isGone() && cuts === world.cuts) break;
		await hear(world);
	}
	if (wish.away) link.reconnect();
	return rowOf(world, wish);
}

function befall({ desktop: { clock, link, phone, watch }, random, kills }: World): void {
	const soon = (run: () => void) => {
		const [happens, atMs] = [random.next() < kills, random.next() * WINDOW_MS];
		if (happens) clock.after(atMs, run);
	};
	soon(() => watch.kill(COMPANION));
	soon(() => phone.kill(COMPANION));
	soon(() => {
		link.disconnect();
		clock.after(AWAY_MS, () => link.reconnect());
	});
}

/** The page closed, until nothing is to ring any more; then the person opens the app once, and sees what was missed. */
async function hearAll(world: World): Promise<void> {
	const { desktop, disk } = world;
	const { clock, watch } = desktop;
	watch.home();
	const isUp = () => watch.surface()?.url === RING_PAGE && watch.surface()?.appId === COMPANION;
	const last = () =>
		Math.max(
			0,
			...readDeeds(disk)
				.filter(isPending)
				.map(({ at = 0 }) => at),
		);
	while (last() > 0) {
		const untilMs = last() + HEARD_MS - clock.now();
		if (untilMs <= 0 || !(await clock.runUntil(isUp, untilMs))) break;
		await hear(world);
	}
	world.cut.calm();
	watch.launch(COMPANION);
	await clock.runFor(PAUSE_MS);
	await hear(world);
	watch.home();
	await clock.runFor(SETTLE_MS);
}

/** Stops what rings, and puts away what was missed, as long as there is any. */
async function hear(world: World): Promise<void> {
	const { desktop, disk } = world;
	const { clock, watch } = desktop;
	await clock.runFor(SETTLE_MS);
	while (watch.surface()?.url === RING_PAGE && watch.surface()?.appId === COMPANION) {
		const deed = ringingNow(desktop, disk);
		const missed = readDeeds(disk).find(({ state }) => state === "missed");
		if (deed !== null) {
			if (world.stopped.has(deed.key)) world.again.add(deed.key);
			world.heard.add(deed.key);
		} else if (missed !== undefined && sees(watch, words["page.done"])) world.shownMissed.add(missed.key);
		const key = deed === null ? words["page.done"] : words["ring.stop"];
		if (!sees(watch, key)) return;
		const { cuts } = world;
		tapText(watch, key);
		await clock.runFor(SETTLE_MS);
		if (deed !== null && cuts === world.cuts) world.stopped.add(deed.key);
	}
}

type Ends = { row: Row | undefined; first: Row | undefined; back: Wish | null };

/** Counts what became of a wish; a line for each thing that counts against the product. */
function judge(world: World, wish: Wish, { row, first, back }: Ends, count: ActionsResult): string[] {
	const deeds = readDeeds(world.disk);
	const found: string[] = [];
	const blame = (what: "twice" | "silent" | "hung" | "left", why: string) => {
		count[what]++;
		found.push(`${wish.id} ${what}, ${why}; ${JSON.stringify(deeds.filter(({ key }) => key.startsWith(wish.id)))}`);
	};
	const cancel = back === null ? undefined : deeds.find(({ key }) => key === keyOf(back.id, 0));
	for (let place = 0; place < wish.rings; place++) {
		count.actions++;
		const key = keyOf(wish.id, place);
		const fate = fateOf(world, key, first, { deed: deeds.find((one) => one.key === key), cancel });
		if (fate === "done" || fate === "missed" || fate === "saidNot") count[fate]++;
		else blame(fate, JSON.stringify(first?.state));
	}
	if (back !== null) {
		count.actions++;
		if (row === undefined || row.state === "open") blame("hung", "the cancelling");
		else if (cancel?.state === "done") count.done++;
		else if (row.state === "faulted" || cancel !== undefined || !hasActions(row)) count.saidNot++;
		else blame("silent", "the cancelling");
	}
	for (const { alarm } of world.desktop.watch.alarms())
		if (alarm.url === RING_PAGE) blame("left", `alarm ${alarm.id}, of ${alarm.param}`);
	return found;
}

function hasActions(row: Row | undefined): boolean {
	return row?.state === "answered" && (row.answer.actions ?? []).length > 0;
}

type Fate = "done" | "missed" | "saidNot" | "twice" | "silent" | "hung";

function fateOf(
	{ heard, again, shownMissed }: World,
	key: string,
	row: Row | undefined,
	{ deed, cancel }: { deed: Deed | undefined; cancel: Deed | undefined },
): Fate {
	if (row === undefined || row.state === "open") return "hung";
	const isHeard = heard.has(key);
	if (again.has(key)) return "twice";
	if (!hasActions(row)) return isHeard ? "twice" : "saidNot";
	if (deed?.state === "undone") return isHeard || cancel?.state !== "done" ? "twice" : "done";
	if (deed?.state === "failed" || deed?.state === "refused") return isHeard ? "twice" : "saidNot";
	if (isHeard) return "done";
	return shownMissed.has(key) ? "missed" : "silent";
}
