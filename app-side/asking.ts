/**
 * The path of one question by its id: ledger, job, reply. Owns the order of these, and the recordings on
 * their way. Rule: a question is sent at most once by its id: a repeated one joins the running job or gets
 * the stored reply, and one that a dead service sent is `unknown-outcome`.
 */

import { linesFor } from "../core/ask/instructions.ts";
import type { Fault } from "../core/faults.ts";
import { dateOf, isCustomary, tellCoarsely } from "../core/settings/privacy.ts";
import { readSettings, rowOf, SETTING, type Settings } from "../core/settings/settings.ts";
import { chooseRoute, deafness } from "../core/settings/voice.ts";
import { forecastOfWatch, forecastOn } from "../core/weather/forecast.ts";
import type { Answer, AskRequest, Reply } from "../core/wire/protocol.ts";
import { linesOf } from "./action-lines.ts";
import type { AskContext, Input, Weather } from "./answerer.ts";
import { type AskResult, answerQuestion } from "./answering.ts";
import { createJobs, type Job, type Jobs } from "./jobs.ts";
import { put } from "./keeping.ts";
import type { Ledger, LedgerRow, LedgerState } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import { answerOffline, asksForWeather } from "./offline/index.ts";
import type { Ports } from "./ports.ts";
import { LOST, replyTo } from "./replies.ts";
import { withoutSource } from "./source-line.ts";
import { diagnose } from "./voice/diagnostic.ts";
import { listenTo } from "./voice/recording.ts";
import { createUploads, type Piece, type Uploads } from "./voice/uploads.ts";
import { askWeather } from "./weather/open-meteo.ts";

export type Asking = {
	/** Always resolves. What the watch is told of the settings is added by the router. */
	ask(request: AskRequest): Promise<Reply>;
	/** Keeps a piece of a recording and tells how far it has come. */
	take(piece: Piece): Reply;
	/** Drops the running job; the provider's late answer is thrown away, only its cost is kept. */
	cancel(id: string): Reply;
	/** Drops every running job. Returns their ids. */
	dropAll(): string[];
};

/** Stands in the conversation for a spoken question of which nobody has said what it was. */
const SPOKEN = "(spoken)";

/** All that the way of a question needs. */
type Desk = { ports: Ports; ledger: Ledger; memory: Memory; uploads: Uploads; jobs: Jobs };

export function createAsking(ports: Ports, ledger: Ledger, memory: Memory): Asking {
	const uploads = createUploads();
	const jobs = createJobs();
	const desk: Desk = { ports, ledger, memory, uploads, jobs };
	return {
		ask: (request) => ask(desk, request),
		take: (piece) => ({ kind: "got", id: piece.id, at: uploads.take(piece) }),
		cancel: (id) => cancel(desk, id),
		dropAll() {
			const ids = jobs.ids();
			for (const id of ids) jobs.stop(id);
			return ids;
		},
	};
}

async function ask(desk: Desk, request: AskRequest): Promise<Reply> {
	const { ports, ledger, jobs } = desk;
	const { id } = request;
	const running = jobs.find(id);
	if (running !== undefined) return running.reply;
	const known = ledger.find(id);
	const isConfirmed = known?.state === "heard" && request.text !== undefined;
	if (known !== undefined && !isConfirmed) return replyOfRow(ledger, known);
	if (request.late === true) return replyTo(id, faulted({ code: "expired" }));
	const settings = readSettings((key) => ports.storage.get(key));
	if (!settings.ready) return replyTo(id, faulted({ code: "no-key" }));
	if (request.voice === true) return askAloud(desk, request, settings);
	const { text: question } = request;
	return rowOf(settings.provider).usesNetwork
		? begin(desk, request, settings, { kind: "written", question })
		: askHere(desk, request, settings, question);
}

function replyOfRow(ledger: Ledger, row: LedgerRow): Reply {
	if (row.state === "sent") ledger.settle(row.id, faulted(LOST));
	return replyTo(row.id, row);
}

/** What is answered on the phone is not sent, so that nothing has to be stored before. */
async function askHere(desk: Desk, request: AskRequest, settings: Settings, question: string): Promise<Reply> {
	const { ports, ledger } = desk;
	const { provider, model } = settings;
	const weather = asksForWeather(question, request.lang) ? await weatherFor(desk, request, settings) : {};
	const known = ledger.find(request.id);
	if (known !== undefined) return replyOfRow(ledger, known);
	const answer = answerOffline({ ...contextOf(desk, request, settings, weather), question }, ports);
	const state: LedgerState = { state: "answered", answer };
	const receipt = { provider, model, requests: 0, promptTokens: 0, completionTokens: 0, ms: 0 };
	ledger.open({ id: request.id, at: ports.now(), receipt, ...state });
	return replyTo(request.id, state);
}

async function askAloud(desk: Desk, request: AskRequest, settings: Settings): Promise<Reply> {
	const { ports, ledger, uploads } = desk;
	const { id } = request;
	const file = uploads.whole(id);
	if (file === undefined) return { kind: "got", id, at: uploads.got(id) };
	put(ports.storage, SETTING.voiceDiagnostic, diagnose(file));
	if (chooseRoute(settings) === null) return replyTo(id, faulted({ code: deafness(settings) }));
	const heard = listenTo(file, ports.now());
	if (heard.kind === "speech") return begin(desk, request, settings, heard);
	const state = faulted(heard.fault);
	ledger.open({ id, at: ports.now(), ...state });
	uploads.drop(id);
	return replyTo(id, state);
}

function begin(desk: Desk, request: AskRequest, settings: Settings, input: Input): Promise<Reply> {
	const { ports, ledger, uploads, jobs } = desk;
	const { id } = request;
	if (!ledger.open({ id, at: ports.now(), state: "sent" })) {
		ports.log(`ask ${id} not begun: not stored`);
		const state = faulted({ code: "request-refused", unstored: true });
		ledger.refuse({ id, at: ports.now(), ...state });
		return Promise.resolve(replyTo(id, state));
	}
	const job = jobs.begin(id);
	const answer = (weather: Weather) => {
		const context = contextOf(desk, request, settings, weather);
		return answerQuestion(ports, { settings, context, input, isStopped: () => job.stopped });
	};
	const weather = isWeatherTold(settings) ? weatherFor(desk, request, settings) : {};
	(weather instanceof Promise ? weather.then(answer) : answer(weather))
		.then((result) => finish(desk, request, input, job, result))
		.catch((error) => {
			ports.log(`ask ${id} broke: ${error instanceof Error ? error.name : typeof error}`);
			job.settle(replyTo(id, faulted(LOST)));
		})
		.finally(() => {
			uploads.drop(id);
			jobs.end(id, job);
		});
	return job.reply;
}

function contextOf(desk: Desk, { talk, lang, facts }: AskRequest, settings: Settings, weather: Weather): AskContext {
	const { length, place } = settings;
	const { forecast } = weather;
	const told = linesFor(settings, tellCoarsely({ lang, nowMs: desk.ports.now(), place, facts, forecast }));
	const turns = desk.memory.turns(talk);
	return { turns, length, told, lang, place, weather, ...(facts === undefined ? {} : { facts }) };
}

/** To a provider, or to the built-in assistant by a question that is not known before it was listened to. */
function isWeatherTold({ provider, share }: Settings): boolean {
	return share.includes("weather") || !rowOf(provider).usesNetwork;
}

/** The watch's own, else that of the place in the settings if it may be asked for. */
function weatherFor({ ports }: Desk, { lang, facts }: AskRequest, settings: Settings): Weather | Promise<Weather> {
	const { place, asksWeather } = settings;
	const forecast = forecastOfWatch(facts?.weather ?? "");
	if (forecast !== undefined) return { forecast };
	if (!asksWeather || place === "") return {};
	return askWeather(ports, place).then((asked) => {
		if ("why" in asked) return asked;
		return { forecast: forecastOn(asked.days, facts?.date ?? dateOf(ports.now()), isCustomary(lang) ? "F" : "C") };
	});
}

function finish({ ports, ledger, memory }: Desk, request: AskRequest, input: Input, job: Job, result: AskResult): void {
	const { id, talk } = request;
	const { provider, model, cost } = result;
	const receipt = { provider, model, ...cost };
	if (job.stopped) {
		ledger.settle(id, { state: "cancelled" }, receipt);
		return;
	}
	const state = stateOf(result);
	// First the watch gets it, then it is stored: no storage may keep back what was paid for.
	job.settle(replyTo(id, state));
	ledger.settle(id, state, receipt);
	if (result.kind === "answer") {
		const question = input.kind === "written" ? input.question : (result.heard ?? SPOKEN);
		memory.add(talk, { question, answer: rememberedAs(result.answer) });
	}
	ports.log(`ask ${id} ${result.kind === "fault" ? result.fault.code : result.kind} in ${cost.ms} ms`);
}

/** With what it asked of the watch, so that the next question may change it, and whether that was in vain. */
function rememberedAs({ text, actions = [], unset }: Answer): string {
	const last = unset === true ? ["(The watch set nothing: there was no line.)"] : linesOf(actions);
	return [withoutSource(text), ...last].filter((part) => part !== "").join("\n");
}

function cancel({ ledger, uploads, jobs }: Desk, id: string): Reply {
	uploads.drop(id);
	// A cancel may overtake its question on the link: the question must find it.
	if (jobs.stop(id)) ledger.settle(id, { state: "cancelled" });
	else if (ledger.find(id) === undefined) ledger.foresee(id);
	return { kind: "cancelled", id };
}

function faulted(fault: Fault): LedgerState {
	return { state: "faulted", fault };
}

function stateOf(result: AskResult): LedgerState {
	const heard = result.heard === undefined ? {} : { heard: result.heard };
	switch (result.kind) {
		case "answer":
			return { state: "answered", answer: { ...result.answer, ...heard } };
		case "heard":
			return { state: "heard", text: result.heard };
		case "fault":
			return { state: "faulted", fault: result.fault, ...heard };
	}
}
