/**
 * Many questions over a bad radio with ends that die, and what became of each. Runs the packed product; the phone's end is
 * real zml. Owns which questions are put and in what order; what a person does is person.ts's, what goes wrong mishaps.ts's,
 * what it counts as tally.ts's. Rule: what was sent and paid is read from the model server's journal, never from ours, and
 * no real time enters, so that a run repeats from its seed.
 */
import { LLMock } from "@copilotkit/aimock";
import { packPackage } from "../../packaging/pack.ts";
import {
	createDesktop,
	createRandom,
	createVirtualClock,
	DEFAULT_PHONE,
	type Device,
	type LinkModel,
	openState,
	type Random,
	type State,
} from "../../simulator/index.ts";
import { readJournal } from "../records.ts";
import { createIlls } from "./ills.ts";
import { createMishaps } from "./mishaps.ts";
import { configure, lastMessage, serverMs, within } from "./model.ts";
import { type Asked, createPerson } from "./person.ts";
import { type ChaosResult, countsAgainst, createTally, type Question, type Tally } from "./tally.ts";

export { type ChaosResult, countsAgainst } from "./tally.ts";

export type ChaosOptions = {
	device: Device;
	asks: number;
	seed: number;
	link: LinkModel;
	/** Share of questions during which the Side Service is killed, and the page; other mishaps are parts of it. */
	kills: number;
	/** Where the sources are that are packed. Default: this project's. */
	root?: string;
	/** Ends as soon as anything counts against the product. */
	untilBroken?: boolean;
};

/** `complaints`: a line for each question that counts against the product, and for each exception on the watch. */
export type ChaosRun = { result: ChaosResult; complaints: string[] };

const START_MS = Date.UTC(2026, 10, 22, 10, 9);
/** Share of questions that come from the face; the others are typed, as long as the page is there. */
const TAPS = 0.2;
/** Share of questions after which the next is put without waiting for the answer, how soon, and how many in a row. */
const HASTE = 0.1;
const HASTE_MS = 1_500;
const BURST_MAX = 3;
/** From an answer to the next question, at least and at most. */
const GAP_MS = [3_000, 9_000] as const;
/** Share of questions that are word for word the one before. */
const REPEATS = 0.05;
/** Mixed with the seed, so that radio, mishaps, person and server are told by different chances. */
const MIX = { mishaps: 0x9e3779b9, person: 0x85ebca6b, server: 0xc2b2ae35 } as const;

/** The model server of this run is on loopback, at a free port. */
export async function runChaos(options: ChaosOptions): Promise<ChaosRun> {
	const packages = [await packPackage("companion", options.device, options.root)];
	const model = new LLMock({ port: 0, logLevel: "silent", journalMaxEntries: 0 });
	await model.start();
	try {
		model.onMessage(/./, (request) => ({ content: answerTo(lastMessage(request)) }));
		const state = openState(null);
		configure(state, `${model.url}/v1`);
		const { tally, complaints } = await askAll(options, packages, state, () => sentTimes(model));
		const result = { asks: options.asks, ...tally.result(sentTimes(model)), seed: options.seed };
		return { result, complaints: [...tally.complaints(sentTimes(model)), ...complaints] };
	} finally {
		await model.stop();
	}
}

async function askAll(options: ChaosOptions, packages: readonly string[], state: State, sent: () => SentTimes) {
	const { asks, seed, device, link, kills } = options;
	// The desktop's time counts for nothing: how fast the server is changes nothing.
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const server = createRandom(seed ^ MIX.server);
	const ills = createIlls(state);
	const { clocks } = ills;
	const desktop = await createDesktop({
		...{ device, packages, clock, clocks, state: ills.state, link, seed, serverMs: () => serverMs(server) },
		phone: DEFAULT_PHONE,
	});
	const mishaps = createMishaps(desktop, ills, createRandom(seed ^ MIX.mishaps), kills);
	const person = createPerson(desktop, state);
	const questions = createQuestions(seed, createRandom(seed ^ MIX.person));
	const tally: Tally = createTally();
	const complaints: string[] = [];
	let burst: { asked: Asked; calm: () => void; deathsBefore: number }[] = [];
	for (let at = 0; at < asks; at++) {
		const { question, isTap, hasteMs, gapMs } = questions.next(burst.length);
		const deathsBefore = mishaps.deaths();
		const calm = mishaps.befall(question, isTap);
		burst.push({ asked: await person.put(question, isTap), calm, deathsBefore });
		if (hasteMs !== null && at + 1 < asks) {
			await clock.runFor(hasteMs);
			continue;
		}
		await person.await(burst.map(({ asked }) => asked));
		for (const one of burst) {
			one.calm();
			const serviceDied = mishaps.deaths() > one.deathsBefore;
			tally.add({ question: one.asked.question, rows: person.rowsOf(one.asked), serviceDied });
		}
		tally.look(readJournal(state));
		if (person.isMisled()) complaints.push(`${question.id} has ended, and the page says that it waits`);
		burst = [];
		await clock.runFor(gapMs);
		if (options.untilBroken === true && countsAgainst(tally.result(sent())) > 0) break;
	}
	complaints.push(...desktop.watch.crashes().map((crash) => `the watch crashed: ${JSON.stringify(crash)}`));
	desktop.close();
	return { tally, complaints };
}

/** `hasteMs`: when the next one is put, where nobody waits for this one's answer. */
type Put = { question: Question; isTap: boolean; hasteMs: number | null; gapMs: number };

function createQuestions(seed: number, random: Random): { next(inBurst: number): Put } {
	let at = 0;
	let last = "";
	let isLastHasty = false;
	return {
		next(inBurst) {
			const [isTap, isRepeat, isHasty] = [random.next() < TAPS, random.next() < REPEATS, random.next() < HASTE];
			const hasteMs = random.next() * HASTE_MS;
			const gapMs = within(GAP_MS, random);
			// Two of the same words that are open at once could not be told apart here.
			const text = isRepeat && at > 0 && !isLastHasty ? last : `What is number ${at} of ${seed}?`;
			const isLast = inBurst + 1 >= BURST_MAX;
			const question = { id: `c${seed}x${at}`, text, answer: answerTo(text) };
			at++;
			last = text;
			isLastHasty = isHasty && !isLast;
			return { question, isTap, hasteMs: isLastHasty ? hasteMs : null, gapMs };
		},
	};
}

/** Each question has an answer of its own, so that a strange one shows. */
function answerTo(text: string): string {
	return `Of ${text
		.replace(/[^0-9 ]/g, "")
		.trim()
		.replace(/ +/g, " and ")} nobody knows.`;
}

/** How often each question came to the model. */
type SentTimes = ReadonlyMap<string, number>;

function sentTimes(model: LLMock): SentTimes {
	const times = new Map<string, number>();
	for (const { body } of model.getRequests()) {
		const question = lastMessage(body);
		times.set(question, (times.get(question) ?? 0) + 1);
	}
	return times;
}
