/**
 * Every decoder of what comes from outside, and what each keeps to whatever it is given. Owns the table; the cases are
 * fuzz.ts's. Rule: a decoder gives a value or none, never an exception, and a value that it gave is one that it takes.
 */
import { decodeLedger } from "../../app-side/ledger.ts";
import { PROVIDERS } from "../../app-side/providers/index.ts";
import { readFrames } from "../../app-side/voice/opus-frames.ts";
import { readBudget } from "../../core/budget.ts";
import { decodeText, encodeText } from "../../core/digrams.ts";
import { isFaultCode } from "../../core/faults.ts";
import { addPart, join, type Part, readFrame } from "../../core/frames.ts";
import { decodeGlance, decodeRunPlan } from "../../core/glance.ts";
import { encodeGlance } from "../../core/glance-writing.ts";
import { decodeOutcome, decodeQuestion, encodeOutcome, encodeQuestion } from "../../core/journal.ts";
import { decodeLaunch } from "../../core/launch.ts";
import { ANSWER_LIMIT, decodeReply, QUESTION_LIMIT } from "../../core/protocol.ts";
import { decodeRequest } from "../../core/request-decoder.ts";
import { lookOf, readSettings } from "../../core/settings.ts";
import { packReply, packRequest, unpackReply, unpackRequest } from "../../core/wire.ts";

/** `check` is null where all is well, else what is wrong. An exception is always wrong. */
export type Target = { name: string } & (
	| { takes: "value"; check(value: unknown): string | null }
	| { takes: "text"; check(text: string): string | null }
	| { takes: "bytes"; check(bytes: Uint8Array): string | null }
);

const ENDPOINT = { baseUrl: "https://example.org/v1", model: "m", key: "k" };

const same = (one: unknown, other: unknown, what: string) =>
	JSON.stringify(one) === JSON.stringify(other) ? null : `${what} is not itself again`;

function checkRequest(value: unknown): string | null {
	const request = decodeRequest(value);
	if (!request.ok) return null;
	if (request.value.method === "ask" && (request.value.text?.length ?? 0) > QUESTION_LIMIT)
		return "a question too long";
	return same(decodeRequest(unpackRequest(packRequest(request.value))), request, "a request");
}

function checkReply(value: unknown): string | null {
	const reply = decodeReply(value);
	if (!reply.ok) return null;
	if (reply.value.kind === "answer" && reply.value.answer.text.length > ANSWER_LIMIT) return "an answer too long";
	if (reply.value.kind === "fault" && !isFaultCode(reply.value.fault.code)) return "a fault that is none";
	return decodeReply(unpackReply(packReply(reply.value))).ok ? null : "a reply is not itself again";
}

function checkFrame(bytes: Uint8Array): string | null {
	const frame = readFrame(bytes);
	if (frame === null || frame.kind !== "part") return null;
	const parts: Part[] = addPart(addPart([], frame.part), frame.part);
	if (parts.length !== 1) return "a part that came twice counts twice";
	const message = join(parts);
	return message === null || message.length === frame.part.total ? null : "a message of another length";
}

function checkSettings(value: unknown): string | null {
	const settings = readSettings(() => value);
	const look = lookOf(settings, true);
	return decodeReply({ kind: "hello", look }).ok ? null : "a look that the watch does not take";
}

export const TARGETS: readonly Target[] = [
	{ name: "request", takes: "value", check: checkRequest },
	{ name: "packed request", takes: "bytes", check: (bytes) => checkRequest(unpackRequest(bytes)) },
	{ name: "reply", takes: "value", check: checkReply },
	{ name: "packed reply", takes: "bytes", check: (bytes) => checkReply(unpackReply(bytes)) },
	{ name: "frame", takes: "bytes", check: checkFrame },
	{
		name: "packed text",
		takes: "bytes",
		check: (bytes) => {
			const text = decodeText(bytes);
			return text === null ? null : same(decodeText(encodeText(text)), text, "a text");
		},
	},
	{
		name: "glance file",
		takes: "text",
		check: (text) => {
			const glance = decodeGlance(text);
			return same(decodeGlance(encodeGlance(glance)), glance, "a glance");
		},
	},
	{
		name: "plan of a run",
		takes: "text",
		check: (text) => {
			const plan = decodeRunPlan(text);
			return same(decodeRunPlan(JSON.stringify(plan)), plan, "a plan");
		},
	},
	{
		name: "launch parameters",
		takes: "value",
		check: (value) => (["ask", "listen", "read", "open"].includes(decodeLaunch(value).kind) ? null : "no launch"),
	},
	{
		name: "journal question",
		takes: "text",
		check: (text) => {
			const found = decodeQuestion(text);
			return found === null || decodeQuestion(encodeQuestion(found.row, found.n)) !== null ? null : "a row is lost";
		},
	},
	{
		name: "journal outcome",
		takes: "text",
		check: (text) => {
			const found = decodeOutcome(text, "a");
			return found === null || decodeOutcome(encodeOutcome("a", found), "a") !== null ? null : "an outcome is lost";
		},
	},
	{ name: "settings", takes: "value", check: checkSettings },
	{
		name: "quick replies",
		takes: "text",
		check: (text) => (readSettings((key) => (key === "chips" ? text : "")).chips.length > 6 ? "too many" : null),
	},
	{
		name: "budget",
		takes: "text",
		check: (text) => (readBudget(() => text) === undefined ? "no budget" : null),
	},
	{
		name: "ledger",
		takes: "text",
		check: (text) => {
			const rows = decodeLedger(text);
			return same(decodeLedger(JSON.stringify(rows)), rows, "a ledger");
		},
	},
	{
		name: "recording",
		takes: "bytes",
		check: (bytes) => (typeof readFrames(bytes).ok === "boolean" ? null : "neither a recording nor none"),
	},
	...Object.entries(PROVIDERS).map(
		([id, provider]): Target => ({
			name: `body of ${id}`,
			takes: "value",
			check: (body) => {
				const reading = provider.readResponse({ status: 200, headers: {}, body }, ENDPOINT, 0);
				return ["answer", "fault", "poll"].includes(reading.kind) ? null : "no reading";
			},
		}),
	),
];
