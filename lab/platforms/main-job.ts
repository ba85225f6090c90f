/**
 * What AskFace is for, done once by a person on one platform: a tap on the face, an answer and its pages, the history, a typed
 * and a spoken question, the card, a run and the settings page. Owns the steps and what a person must see after each; the
 * platform is simulator/platform's. Rule: how often a question was asked is read from the model server's journal.
 */
import { LLMock } from "@copilotkit/aimock";
import { GLANCE_FILE } from "../../core/face/glance.ts";
import { SETTING } from "../../core/settings/settings.ts";
import words from "../../core/words/en-US.json" with { type: "json" };
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import {
	createDesktop,
	createRandom,
	createVirtualClock,
	type Desktop,
	type Device,
	findDevice,
	linesIn,
	type OpenedPackage,
	openPackage,
	openState,
	type Platform,
	type SettingsNode,
	type State,
	sees,
	tapText,
	textsOf,
} from "../../simulator/index.ts";
import { readJournal } from "../records.ts";
import { voice } from "../shots/transcriber.ts";
import { typeQuestion } from "../typing.ts";
import { allowanceFor } from "./allowances.ts";

/** One thing that failed: what was done, and what the person saw instead of what they should. */
export type Failure = { step: string; why: string };

const FACE = PACKAGES.face.appId;
const COMPANION = PACKAGES.companion.appId;
const WORKOUT = PACKAGES.workout.appId;
const START_MS = Date.UTC(2026, 10, 22, 10, 9);
const KEY = "sk-platform-0000";

/** A square screen with keyboard, card and bar, and a watch that records. */
const TYPING_WATCH = "bip6";
const SPEAKING_WATCH = "gtr4";

const SAID = "How far is the moon?";
const HEARD = "Some 384,000 km.";
const LONG = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");

/** What stands on the face: ours, or the usual one. */
const CHIPS = [
	["Chip", "What is a chip?"],
	[words["chip.1"], words["chip.1.text"]],
	[words["chip.2"], words["chip.2.text"]],
] as const;

const DRAW_MS = 400;
/** A phone that sleeps takes up to 24 s for each way, and the person waits. */
const PATIENCE_MS = 100_000;
const SERVER_MS = [300, 1_500] as const;

/** Every step in turn; one that fails does not end the others. */
export async function runMainJob(platform: Platform): Promise<Failure[]> {
	const model = new LLMock({ port: 0, logLevel: "silent", journalMaxEntries: 0 });
	await model.start();
	try {
		model.onMessage(/./, (request) => ({ content: answerTo(lastMessage(request)) }));
		return [...(await typing(platform, model)), ...(await speaking(platform, model))];
	} finally {
		await model.stop();
	}
}

type Job = {
	platform: Platform;
	desktop: Desktop;
	state: State;
	/** How often the model was asked this. */
	asked(question: string): number;
	failures: Failure[];
};

async function typing(platform: Platform, model: LLMock): Promise<Failure[]> {
	const job = await begin(platform, model, TYPING_WATCH, {
		[SETTING.provider]: "openai",
		[SETTING.baseUrl("openai")]: `${model.url}/v1`,
		[SETTING.key("openai")]: KEY,
		[SETTING.chips]: JSON.stringify([{ label: "Chip", text: "What is a chip?" }]),
	});
	for (const [name, step] of STEPS) await attempt(job, name, step);
	return end(job);
}

async function speaking(platform: Platform, model: LLMock): Promise<Failure[]> {
	const job = await begin(platform, model, SPEAKING_WATCH, {
		[SETTING.provider]: "gemini",
		[SETTING.baseUrl("gemini")]: `${model.url}/v1beta`,
		[SETTING.key("gemini")]: "AIzaSyPlatform-000000000000000000000000",
		[SETTING.consent]: JSON.stringify({ gemini: "2026-05-13" }),
	});
	await attempt(job, "spoken question", speak);
	return end(job);
}

async function begin(
	platform: Platform,
	model: LLMock,
	id: string,
	settings: Readonly<Record<string, string>>,
): Promise<Job> {
	const device = deviceOf(id);
	const packages = await packagesFor(device);
	const state = openState(null);
	for (const [key, value] of Object.entries(settings)) state.settings(COMPANION).set(key, value, "desktop");
	const clock = createVirtualClock({ start: START_MS, rate: 0 });
	const random = createRandom(1);
	const serverMs = () => SERVER_MS[0] + random.next() * (SERVER_MS[1] - SERVER_MS[0]);
	const microphone = id === SPEAKING_WATCH ? { microphone: { wav: voice(), present: true } } : {};
	const desktop = await createDesktop({ device, packages, clock, state, platform, serverMs, ...microphone });
	const asked = (question: string) => model.getRequests().filter(({ body }) => lastMessage(body) === question).length;
	return { platform, desktop, state, asked, failures: [] };
}

/** Opened once a process: every run begins with the same packages. */
const opened = new Map<string, Promise<OpenedPackage[]>>();

function packagesFor(device: Device): Promise<OpenedPackage[]> {
	const known = opened.get(device.id) ?? openAll(device);
	opened.set(device.id, known);
	return known;
}

async function openAll(device: Device): Promise<OpenedPackage[]> {
	const paths = await Promise.all((["face", "companion", "workout"] as const).map((one) => packPackage(one, device)));
	return paths.map((path) => openPackage(path, device));
}

function end({ desktop, failures }: Job): Failure[] {
	for (const crash of desktop.watch.crashes())
		failures.push({ step: "no crash", why: `${crash.where}: ${crash.message}` });
	for (const { level, text } of desktop.entries()) {
		if (level === "error" && text.includes("a text scrolls")) failures.push({ step: "no text scrolls", why: text });
	}
	desktop.close();
	return failures;
}

type Step = (job: Job) => Promise<string | null>;

async function attempt(job: Job, name: string, step: Step): Promise<void> {
	const allowed = allowanceFor(job.platform.names, name);
	let why: string | null;
	job.desktop.watch.setScreen("on");
	try {
		why = await step(job);
	} catch (error) {
		why = error instanceof Error ? error.message : String(error);
	}
	if (why === null) return;
	// Whoever looks again is told.
	job.desktop.watch.setScreen("on");
	await job.desktop.clock.runFor(DRAW_MS);
	const seen = seenNow(job.desktop);
	if (allowed?.some((text) => seen.some((line) => line.includes(text)))) return;
	job.failures.push({ step: name, why: `${why}; it shows ${JSON.stringify(seen)}` });
}

/** In the order in which a person comes to do them. */
const STEPS: readonly (readonly [string, Step])[] = [
	["face before the first launch", faceStands],
	["first launch", firstLaunch],
	["quick reply on the face", chipOnFace],
	["answer on the face", answerOnFace],
	["tap on the answer", tapOnAnswer],
	["typed question of many pages", manyPages],
	["left while it was asked", leftAndBack],
	["history", history],
	["same launch twice", launchTwice],
	["plain opening", plainOpening],
	["card", card],
	["run", run],
	["settings page", settingsPage],
];

async function faceStands({ desktop }: Job): Promise<string | null> {
	desktop.watch.showFace(FACE);
	await desktop.clock.runFor(DRAW_MS);
	const shown = textsOf(desktop.watch).map(({ text }) => text);
	if (!shown.includes(words["glance.ask"])) return "the key to ask is not there";
	return shown.length >= 3 ? null : "date and message are not there";
}

async function firstLaunch(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	watch.launch(COMPANION);
	const isReady = await clock.runUntil(() => sees(watch, "Chip") || canAsk(job), PATIENCE_MS);
	await clock.runFor(DRAW_MS);
	// The phone says how it should look when it answers; the glance file is written then.
	await clock.runUntil(() => job.state.watch.read(COMPANION, GLANCE_FILE) !== undefined, 5_000);
	await clock.runFor(30_000);
	watch.home();
	await clock.runFor(DRAW_MS);
	watch.setScreen("off");
	watch.setScreen("on");
	return isReady ? null : "the first page is empty";
}

function canAsk({ desktop }: Job): boolean {
	return sees(desktop.watch, words["page.type"]) || sees(desktop.watch, words["page.ask"]);
}

async function chipOnFace(job: Job): Promise<string | null> {
	const { watch } = job.desktop;
	// A phone that sleeps has not told its own quick replies yet.
	const [label, question] = CHIPS.find(([one]) => sees(watch, one)) ?? ["Chip", "What is a chip?"];
	return asks(job, question, async () => tapText(watch, label));
}

/** Puts a question, waits for its end, and says what is wrong: no answer in sight, or another count at the server. */
async function asks(job: Job, question: string, put: () => Promise<void>): Promise<string | null> {
	const { clock, watch } = job.desktop;
	await put();
	const answer = answerTo(question).split(" ").slice(0, 3);
	const isAnswered = () => answer.every((word) => seenNow(job.desktop).join(" ").includes(word));
	await clock.runUntil(() => isAnswered() || sees(watch, words["page.anyway"]), PATIENCE_MS);
	if (sees(watch, words["page.anyway"])) {
		tapText(watch, words["page.anyway"]);
		await clock.runUntil(isAnswered, PATIENCE_MS);
	}
	await clock.runFor(DRAW_MS);
	if (!isAnswered()) return `no answer to ${JSON.stringify(question)}`;
	const times = job.asked(question);
	return times === 1 ? null : `asked ${times} times`;
}

async function answerOnFace({ desktop }: Job): Promise<string | null> {
	const { clock, watch } = desktop;
	watch.home();
	await clock.runFor(DRAW_MS);
	watch.setScreen("off");
	watch.setScreen("on");
	await clock.runFor(DRAW_MS);
	return seenNow(desktop).join(" ").includes("somebody knows") ? null : "the answer is not on the face";
}

async function tapOnAnswer({ desktop }: Job): Promise<string | null> {
	const { clock, watch } = desktop;
	const text = textsOf(watch).find((one) => one.text.includes("somebody"));
	if (text === undefined) return "there is nothing to tap";
	watch.tap(text.box.x + text.box.w / 2, text.box.y + text.box.h / 2);
	await clock.runFor(2 * DRAW_MS);
	return watch.surface()?.appId === COMPANION ? null : "the tap opened nothing";
}

async function manyPages(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	const wrong = await asks(job, "Many words", () => typed(job, "Many words"));
	if (wrong !== null) return wrong;
	const read: string[] = [];
	for (let turns = 0; turns < 20 && !read.includes("word59"); turns++) {
		read.push(...seenNow(job.desktop).join(" ").split(/\s+/));
		watch.swipe("up");
		await clock.runFor(DRAW_MS);
	}
	const missing = LONG.split(" ").filter((word) => !read.includes(word));
	return missing.length === 0 ? null : `${missing.length} words are nowhere: ${missing.slice(0, 3).join(" ")}`;
}

async function typed(job: Job, question: string): Promise<void> {
	const { clock, watch } = job.desktop;
	if (watch.surface()?.appId !== COMPANION) watch.launch(COMPANION);
	await clock.runFor(2 * DRAW_MS);
	for (let tries = 0; tries < 4 && !sees(watch, words["page.type"]); tries++) {
		watch.swipe("right");
		await clock.runFor(DRAW_MS);
		if (watch.surface()?.appId !== COMPANION) watch.launch(COMPANION);
		await clock.runFor(2 * DRAW_MS);
	}
	if (!(await typeQuestion(job.desktop, COMPANION, question))) throw new Error("it cannot be typed");
}

async function leftAndBack(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	const question = "Is it left?";
	return asks(job, question, async () => {
		await typed(job, question);
		await clock.runUntil(() => job.asked(question) > 0, PATIENCE_MS);
		watch.home();
		await clock.runFor(4_000);
		watch.launch(COMPANION);
		await clock.runFor(3_000);
		if (!seenNow(job.desktop).join(" ").includes("left?") && sees(watch, words["page.history"])) {
			tapText(watch, words["page.history"]);
			await clock.runFor(DRAW_MS);
			const row = textsOf(watch).find(({ text }) => text.startsWith(question));
			if (row !== undefined) watch.tap(row.box.x + row.box.w / 2, row.box.y + row.box.h / 2);
		}
	});
}

async function history({ desktop }: Job): Promise<string | null> {
	const { clock, watch } = desktop;
	watch.home();
	await clock.runFor(DRAW_MS);
	watch.launch(COMPANION);
	await clock.runFor(3 * DRAW_MS);
	for (let tries = 0; tries < 3 && !sees(watch, words["page.history"]); tries++) {
		watch.swipe("right");
		await clock.runFor(DRAW_MS);
		if (watch.surface()?.appId !== COMPANION) watch.launch(COMPANION);
		await clock.runFor(2 * DRAW_MS);
	}
	tapText(watch, words["page.history"]);
	await clock.runFor(DRAW_MS);
	const shown = seenNow(desktop).join(" ");
	return shown.includes("Many words") && shown.includes("left?") ? null : "the questions are not in the history";
}

async function launchTwice(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	const question = "Only once?";
	const launch = () => watch.launch(COMPANION, { params: { id: "twice-1", text: question } });
	// What a launch from elsewhere than the face brings to an app that waits is told to nobody.
	if (job.platform.watch.warmApp && job.platform.watch.launchParams === "app") return null;
	return asks(job, question, async () => {
		launch();
		await clock.runFor(500);
		launch();
	});
}

async function plainOpening(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	const before = readJournal(job.state).length;
	watch.home();
	await clock.runFor(20_000);
	watch.launch(COMPANION);
	await clock.runFor(5_000);
	if (watch.keyboard() !== null) return "an old launch opened the keyboard";
	return readJournal(job.state).length === before ? null : "an old launch asked again";
}

async function card({ desktop }: Job): Promise<string | null> {
	const { clock, watch } = desktop;
	watch.home();
	watch.setScreen("on");
	watch.showCard(COMPANION);
	await clock.runFor(DRAW_MS);
	if (!sees(watch, words["glance.ask"])) return "the card has no key to ask";
	const answer = textsOf(watch).find(({ text }) => text.includes("knows"));
	if (answer === undefined) return "the card does not show the last answer";
	watch.tap(answer.box.x + answer.box.w / 2, answer.box.y + answer.box.h / 2);
	await clock.runFor(3 * DRAW_MS);
	return watch.surface()?.kind === "page" ? null : "a tap on the card opens nothing";
}

async function run({ desktop }: Job): Promise<string | null> {
	const { clock, watch } = desktop;
	watch.home();
	watch.startWorkout(WORKOUT);
	await clock.runFor(DRAW_MS);
	const before = seenNow(desktop).join(" ");
	tapText(watch, words["run.cheer"]);
	await clock.runFor(2_000);
	const cheers = [1, 2, 3, 4].map((n) => Reflect.get(words, `run.cheer.${n}`) as string);
	const after = seenNow(desktop).join(" ");
	if (!cheers.some((cheer) => after.includes(cheer.split(" ")[0] ?? cheer))) return "no cheer came";
	tapText(watch, words["run.left"]);
	await clock.runFor(2_000);
	watch.home();
	return before === "" ? "the run's page was empty" : null;
}

async function settingsPage({ desktop }: Job): Promise<string | null> {
	const { clock, phone } = desktop;
	const page = phone.settingsPage(COMPANION);
	const shown = textIn(page?.render() ?? null);
	if (!shown.includes("OpenAI")) return `the settings do not name the provider: ${shown.slice(0, 80)}`;
	const storage = phone.settings(COMPANION);
	storage.set(SETTING.command, JSON.stringify({ nonce: "platform-1", do: "test" }), "page");
	const isTested = () => (storage.get(SETTING.outcome) ?? "").includes('"ok":true');
	return (await clock.runUntil(isTested, PATIENCE_MS)) ? null : `the test says ${storage.get(SETTING.outcome)}`;
}

async function speak(job: Job): Promise<string | null> {
	const { clock, watch } = job.desktop;
	watch.showFace(FACE);
	watch.launch(COMPANION);
	// The phone says who listens; a person comes back when it has.
	await clock.runFor(30_000);
	watch.home();
	watch.setScreen("on");
	watch.launch(COMPANION);
	await clock.runUntil(() => sees(watch, words["page.speak"]) || sees(watch, words["page.ask"]), PATIENCE_MS);
	tapText(watch, sees(watch, words["page.ask"]) ? words["page.ask"] : words["page.speak"]);
	const listens = await clock.runUntil(() => sees(watch, words["page.record"]), PATIENCE_MS);
	if (!listens) return "it never listens";
	await clock.runFor(5_000);
	tapText(watch, words["page.send"]);
	const isHeard = () => seenNow(job.desktop).join(" ").includes("384");
	await clock.runUntil(
		() => isHeard() || sees(watch, words["fault.unclear-speech"]) || sees(watch, words["page.anyway"]),
		PATIENCE_MS,
	);
	if (sees(watch, words["page.anyway"])) {
		tapText(watch, words["page.anyway"]);
		await clock.runUntil(() => isHeard() || sees(watch, words["fault.unclear-speech"]), PATIENCE_MS);
	}
	await clock.runFor(DRAW_MS);
	return isHeard() ? null : "what was said got no answer";
}

function seenNow({ watch }: Desktop): string[] {
	return linesIn(watch, { y: 0, h: watch.scene().height });
}

function textIn(node: SettingsNode | null): string {
	return node === null ? "" : JSON.stringify(node);
}

function deviceOf(id: string): Device {
	const device = findDevice(id);
	if (device === undefined) throw new Error(`no watch is called ${id}`);
	return device;
}

function answerTo(question: string): string {
	if (question === "Many words") return LONG;
	if (question.includes("recording")) return `~~ ${SAID}\n${HEARD}`;
	return `Of ${question.replace(/\W+/g, " ").trim()} somebody knows.`;
}

function lastMessage(body: unknown): string {
	const messages = typeof body === "object" && body !== null && "messages" in body ? body.messages : [];
	const last: unknown = Array.isArray(messages) ? messages[messages.length - 1] : undefined;
	const content: unknown = typeof last === "object" && last !== null && "content" in last ? last.content : "";
	return typeof content === "string" ? content : JSON.stringify(content);
}
