/**
 * The path of one question: settings, ledger, provider, clean text, reply. Owns the running jobs. Rule: a question is sent at
 * most once by its id: a repeated one joins the running job or gets the stored reply, and one that a dead service sent is
 * `unknown-outcome`.
 */
import type { Fault } from "../core/faults.ts";
import { linesOf, tellCoarsely } from "../core/privacy.ts";
import type { Answer, AskRequest, Reply } from "../core/protocol.ts";
import { findPreset, isReady, keyOf, type ProviderId, readSettings, type Settings } from "../core/settings.ts";
import { type Cost, exchange } from "./exchange.ts";
import type { Ledger, LedgerRow, LedgerState, Receipt } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import { answerOffline } from "./offline/index.ts";
import type { Ports } from "./ports.ts";
import { createPrompt, createTestPrompt } from "./prompt.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
import type { Endpoint, Prompt } from "./providers/provider.ts";
import { readReply } from "./reply-format.ts";
import { createPurse } from "./spending.ts";
import { createUploads, type Piece } from "./voice/uploads.ts";

/** What became of a connection test; `by` names who answered. */
export type TestOutcome = { ok: true; by: string } | { ok: false; fault: Fault };

export type Asking = {
	/** Always resolves; the look is the router's to add. */
	ask(request: AskRequest): Promise<Reply>;
	/** Keeps a piece of a recording and tells how far it has come. */
	take(piece: Piece): Reply;
	/** Drops the running job; the provider's late answer is thrown away, only its cost is kept. */
	cancel(id: string): Reply;
	/** The smallest real question through the same path; the memory and the ledger do not see it. */
	test(): Promise<TestOutcome>;
	/** Drops every running job without a trace. */
	dropAll(): void;
};

type Written = Extract<AskRequest, { text: string }>;
type Job = { reply: Promise<Reply>; settle: (reply: Reply) => void; stopped: boolean };
type Result = { cost: Cost } & ({ kind: "answer"; answer: Answer } | { kind: "fault"; fault: Fault });

export function createAsking(ports: Ports, ledger: Ledger, memory: Memory): Asking {
	const jobs = new Map<string, Job>();
	const uploads = createUploads();
	const get = (key: string) => ports.storage.get(key);

	function ask(request: AskRequest): Promise<Reply> {
		const { id } = request;
		const running = jobs.get(id);
		if (running !== undefined) return running.reply;
		const known = ledger.find(id);
		if (known !== undefined) return Promise.resolve(replyOfRow(known));
		if (request.voice === true) return Promise.resolve({ kind: "got", id, at: uploads.got(id) });
		const settings = readSettings(get);
		return settings.provider === "offline"
			? Promise.resolve(askOffline(request, settings))
			: askOnline(request, settings, settings.provider);
	}

	function replyOfRow(row: LedgerRow): Reply {
		if (row.state === "sent") ledger.settle(row.id, { state: "faulted", fault: LOST });
		return replyTo(row.id, row.state === "sent" ? { state: "faulted", fault: LOST } : row);
	}

	function askOffline(request: Written, settings: Settings): Reply {
		const answer = answerOffline(request, ports.now());
		const state = { state: "answered", answer } as const;
		const receipt = receiptOf(settings, { requests: 0, promptTokens: 0, completionTokens: 0, ms: 0 });
		ledger.open({ id: request.id, at: ports.now(), receipt, ...state });
		return replyTo(request.id, state);
	}

	function askOnline(request: Written, settings: Settings, provider: OnlineId): Promise<Reply> {
		const { id, text, talk, lang, facts } = request;
		if (!isReady(settings, keyOf(get, provider))) return Promise.resolve(replyTo(id, faulted({ code: "no-key" })));
		const turns = memory.turns(talk);
		const known = { lang, nowMs: ports.now(), place: settings.place, facts };
		const told = linesOf(settings.share, tellCoarsely(known));
		const prompt = createPrompt({ question: text, turns, length: settings.length, told });
		ledger.open({ id, at: ports.now(), state: "sent" });
		const job = createJob();
		jobs.set(id, job);
		run(settings, provider, prompt, () => job.stopped)
			.then((result) => finish(request, settings, job, result))
			.catch((error) => {
				ports.log(`ask ${id} broke: ${nameOf(error)}`);
				job.settle(replyTo(id, faulted(LOST)));
			})
			.finally(() => {
				if (jobs.get(id) === job) jobs.delete(id);
			});
		return job.reply;
	}

	async function run(
		settings: Settings,
		provider: OnlineId,
		prompt: Prompt,
		isStopped: () => boolean,
	): Promise<Result> {
		const endpoint: Endpoint = { baseUrl: settings.baseUrl, model: settings.model, key: keyOf(get, provider) };
		const outcome = await exchange(ports, createPurse(ports), PROVIDERS[provider], endpoint, prompt, isStopped);
		if (outcome.kind === "fault") return outcome;
		const { cost } = outcome;
		const answer = readReply(outcome.text, outcome.cut);
		if (answer.text === "") return { kind: "fault", fault: { code: "empty-answer" }, cost };
		const { requests, promptTokens, completionTokens, costMicros } = cost;
		const use = { requests, promptTokens, completionTokens, ...(costMicros === undefined ? {} : { costMicros }) };
		return {
			kind: "answer",
			answer: { ...answer, by: nameFor(settings), use },
			cost,
		};
	}

	function finish({ id, text, talk }: Written, settings: Settings, job: Job, result: Result): void {
		const receipt = receiptOf(settings, result.cost);
		if (job.stopped) {
			ledger.settle(id, { state: "cancelled" }, receipt);
			return;
		}
		const state: LedgerState =
			result.kind === "answer" ? { state: "answered", answer: result.answer } : faulted(result.fault);
		ledger.settle(id, state, receipt);
		if (result.kind === "answer") memory.add(talk, { question: text, answer: result.answer.text });
		ports.log(`ask ${id} ${result.kind === "answer" ? "answered" : result.fault.code} in ${receipt.ms} ms`);
		job.settle(replyTo(id, state));
	}

	function cancel(id: string): Reply {
		const job = jobs.get(id);
		const reply: Reply = { kind: "cancelled", id };
		if (job !== undefined) {
			stop(job, id);
			ledger.settle(id, { state: "cancelled" });
		} else if (ledger.find(id) === undefined) {
			// A cancel that overtook its question on the link: the question must find it.
			ledger.open({ id, at: ports.now(), state: "cancelled" });
		}
		return reply;
	}

	function stop(job: Job, id: string): void {
		job.stopped = true;
		jobs.delete(id);
		job.settle({ kind: "cancelled", id });
	}

	async function test(): Promise<TestOutcome> {
		const settings = readSettings(get);
		const { provider } = settings;
		if (provider === "offline") return { ok: true, by: nameFor(settings) };
		if (!isReady(settings, keyOf(get, provider))) return { ok: false, fault: { code: "no-key" } };
		const result = await run(settings, provider, createTestPrompt(), () => false);
		return result.kind === "answer" ? { ok: true, by: nameFor(settings) } : { ok: false, fault: result.fault };
	}

	return {
		ask,
		take: (piece) => ({ kind: "got", id: piece.id, at: uploads.take(piece) }),
		cancel,
		test,
		dropAll() {
			for (const [id, job] of jobs) stop(job, id);
		},
	};
}

const LOST: Fault = { code: "unknown-outcome" };

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

function replyTo(id: string, outcome: LedgerState): Reply {
	switch (outcome.state) {
		case "answered":
			// The text of an old answer is dropped in time: it was charged and is gone.
			return outcome.answer === undefined
				? { kind: "fault", id, fault: LOST }
				: { kind: "answer", id, answer: outcome.answer };
		case "faulted":
			return { kind: "fault", id, fault: outcome.fault };
		case "sent":
			return { kind: "fault", id, fault: LOST };
		case "cancelled":
			return { kind: "cancelled", id };
	}
}

function receiptOf({ provider, model }: Settings, cost: Cost): Receipt {
	return { provider, model, ...cost };
}

function nameFor({ provider, model }: { provider: ProviderId; model: string }): string {
	const name = findPreset(provider)?.name ?? provider;
	return model === "" ? name : `${name} ${model}`;
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}
