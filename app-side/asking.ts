/**
 * The path of one question by its id: ledger, job, reply. Owns the running jobs, and the recordings on their way. Rule: a
 * question is sent at most once by its id: a repeated one joins the running job or gets the stored reply, and one that a
 * dead service sent is `unknown-outcome`.
 */
import type { Fault } from "../core/faults.ts";
import { tellCoarsely } from "../core/settings/privacy.ts";
import { linesFor } from "../core/settings/rules.ts";
import { isReady, keyOf, readSettings, SETTING, type Settings } from "../core/settings/settings.ts";
import { chooseRoute, deafness } from "../core/settings/voice-settings.ts";
import type { AskRequest, Reply } from "../core/wire/protocol.ts";
import { answerQuestion, type Result } from "./answering.ts";
import type { Around, Subject } from "./errand.ts";
import { put } from "./keeping.ts";
import type { Ledger, LedgerRow, LedgerState } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import { answerOffline } from "./offline/index.ts";
import type { Ports } from "./ports.ts";
import { LOST, replyTo } from "./replies.ts";
import { diagnose } from "./voice/diagnostic.ts";
import { listenTo } from "./voice/recording.ts";
import { createUploads, type Piece } from "./voice/uploads.ts";

export type Asking = {
	/** Always resolves; the look is the router's to add. */
	ask(request: AskRequest): Promise<Reply>;
	/** Keeps a piece of a recording and tells how far it has come. */
	take(piece: Piece): Reply;
	/** Drops the running job; the provider's late answer is thrown away, only its cost is kept. */
	cancel(id: string): Reply;
	/** Drops every running job. Returns their ids. */
	dropAll(): string[];
};

type Job = { reply: Promise<Reply>; settle: (reply: Reply) => void; stopped: boolean };

/** Stands in the conversation for a spoken question of which nobody has said what it was. */
const SPOKEN = "(spoken)";

export function createAsking(ports: Ports, ledger: Ledger, memory: Memory): Asking {
	const jobs = new Map<string, Job>();
	const uploads = createUploads();
	const get = (key: string) => ports.storage.get(key);

	async function ask(request: AskRequest): Promise<Reply> {
		const { id } = request;
		const running = jobs.get(id);
		if (running !== undefined) return running.reply;
		const known = ledger.find(id);
		const isConfirmed = known?.state === "heard" && request.text !== undefined;
		if (known !== undefined && !isConfirmed) return replyOfRow(known);
		if (request.late === true) return replyTo(id, faulted({ code: "expired" }));
		const settings = readSettings(get);
		if (!isReady(settings, keyOf(get, settings.provider))) return replyTo(id, faulted({ code: "no-key" }));
		if (request.voice === true) return askAloud(request, settings);
		const { text } = request;
		return settings.provider === "offline"
			? askOffline(request, settings, text)
			: begin(request, settings, { kind: "text", text });
	}

	function replyOfRow(row: LedgerRow): Reply {
		if (row.state === "sent") ledger.settle(row.id, faulted(LOST));
		return replyTo(row.id, row);
	}

	function askOffline(request: AskRequest, { provider, model }: Settings, text: string): Reply {
		const answer = answerOffline({ ...request, text }, ports);
		const state: LedgerState = { state: "answered", answer };
		const receipt = { provider, model, requests: 0, promptTokens: 0, completionTokens: 0, ms: 0 };
		ledger.open({ id: request.id, at: ports.now(), receipt, ...state });
		return replyTo(request.id, state);
	}

	async function askAloud(request: AskRequest, settings: Settings): Promise<Reply> {
		const { id } = request;
		const file = uploads.whole(id);
		if (file === undefined) return { kind: "got", id, at: uploads.got(id) };
		put(ports.storage, SETTING.voiceDiagnostic, diagnose(file));
		if (chooseRoute(get, settings.provider) === null) {
			return replyTo(id, faulted({ code: deafness(get, settings.provider) }));
		}
		const heard = listenTo(file, ports.now());
		if (heard.kind === "speech") return begin(request, settings, heard);
		const state = faulted(heard.fault);
		ledger.open({ id, at: ports.now(), ...state });
		uploads.drop(id);
		return replyTo(id, state);
	}

	function begin(request: AskRequest, settings: Settings, subject: Subject): Promise<Reply> {
		const { id } = request;
		const around = aroundOf(request, settings);
		if (!ledger.open({ id, at: ports.now(), state: "sent" })) {
			ports.log(`ask ${id} not begun: not stored`);
			const state = faulted({ code: "request-refused", unstored: true });
			ledger.refuse({ id, at: ports.now(), ...state });
			return Promise.resolve(replyTo(id, state));
		}
		const job = createJob();
		jobs.set(id, job);
		answerQuestion(ports, around, subject, () => job.stopped)
			.then((result) => finish(request, subject, job, result))
			.catch((error) => {
				ports.log(`ask ${id} broke: ${error instanceof Error ? error.name : typeof error}`);
				job.settle(replyTo(id, faulted(LOST)));
			})
			.finally(() => {
				uploads.drop(id);
				if (jobs.get(id) === job) jobs.delete(id);
			});
		return job.reply;
	}

	function aroundOf({ talk, lang, facts }: AskRequest, settings: Settings): Around {
		const { length, place } = settings;
		const told = linesFor(settings, tellCoarsely({ lang, nowMs: ports.now(), place, facts }));
		return { turns: memory.turns(talk), length, told, lang, ...(facts === undefined ? {} : { facts }) };
	}

	function finish({ id, talk }: AskRequest, subject: Subject, job: Job, result: Result): void {
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
			const question = subject.kind === "text" ? subject.text : (result.heard ?? SPOKEN);
			memory.add(talk, { question, answer: result.answer.text });
		}
		ports.log(`ask ${id} ${result.kind === "fault" ? result.fault.code : result.kind} in ${cost.ms} ms`);
	}

	function cancel(id: string): Reply {
		const job = jobs.get(id);
		const reply: Reply = { kind: "cancelled", id };
		uploads.drop(id);
		if (job !== undefined) {
			stop(job, id);
			ledger.settle(id, { state: "cancelled" });
		} else if (ledger.find(id) === undefined) {
			// A cancel that overtook its question on the link: the question must find it.
			ledger.foresee(id);
		}
		return reply;
	}

	function stop(job: Job, id: string): void {
		job.stopped = true;
		jobs.delete(id);
		job.settle({ kind: "cancelled", id });
	}

	return {
		ask,
		take: (piece) => ({ kind: "got", id: piece.id, at: uploads.take(piece) }),
		cancel,
		dropAll() {
			const ids = [...jobs.keys()];
			for (const [id, job] of jobs) stop(job, id);
			return ids;
		},
	};
}

function createJob(): Job {
	let settle: (reply: Reply) => void = () => undefined;
	const reply = new Promise<Reply>((resolve) => {
		settle = resolve;
	});
	return { reply, settle, stopped: false };
}

function faulted(fault: Fault): LedgerState {
	return { state: "faulted", fault };
}

function stateOf(result: Result): LedgerState {
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
