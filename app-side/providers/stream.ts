/**
 * A body as it comes over the wire, as one value: JSON with whatever stands around it, a stream of events
 * though none was asked for, or lines of JSON. Owns that step, and how the pieces of each service's stream
 * become the reply that it would have sent whole. Rule: it never throws, and takes time that grows with the
 * length alone.
 */
import { isFields, parseJson } from "../../core/json.ts";
import { field, items, textOf } from "./provider.ts";

type Fields = Record<string, unknown>;

/** The value, or the text as it came if there is none in it. Some phones have read the JSON already. */
export function readBody(body: unknown): unknown {
	if (typeof body === "string") return readText(body);
	return Array.isArray(body) ? joined(body, true) : body;
}

function readText(text: string): unknown {
	const bare = text.replace(/^\ufeff/, "").trim();
	const whole = parseJson(bare);
	if (whole !== undefined) return Array.isArray(whole) ? joined(whole, true) : whole;
	// What begins with a sign of HTML is no stream.
	if (bare === "" || bare.startsWith("<")) return text;
	const { events, isWhole } = readEvents(bare);
	return events.length === 0 ? text : joined(events, isWhole);
}

/** Gemini's stream without events is a list; any other list stays one. */
function joined(events: readonly unknown[], isWhole: boolean): unknown {
	const fields = events.filter(isFields);
	// What comes whole is no piece, even among events: the last of it counts.
	const whole = fields.filter(({ choices }) => items(choices).some((choice) => isFields(field(choice, "message"))));
	if (whole.length > 0) return whole[whole.length - 1];
	const kind = KINDS.find(({ is }) => fields.some(is));
	const failed = fields.find((event) => event.error !== undefined && event.error !== null);
	if (kind === undefined) return failed ?? (events.length === 1 ? events[0] : events);
	const body = kind.join(fields, isWhole && failed === undefined);
	// An answer that broke off is shown as far as it came; without any, the error is the reply.
	return failed !== undefined && kind.isEmpty(body) ? failed : body;
}

/**
 * The JSON values of a stream. `isWhole`: it says that it is done. Comments begin with a colon (WHATWG HTML,
 * 9.2).
 */
function readEvents(text: string): { events: unknown[]; isWhole: boolean } {
	const events: unknown[] = [];
	let pending: string[] = [];
	let isWhole = false;
	const flush = () => {
		if (pending.length === 0) return;
		const value = parseJson(pending.join("\n"));
		const values = value === undefined ? pending.map(parseJson) : [value];
		events.push(...values.filter((one) => one !== undefined));
		pending = [];
	};
	for (const raw of text.split(/\r\n|\n|\r/)) {
		const line = raw.trim();
		if (line === "") flush();
		else if (!line.startsWith(":") && !/^(event|id|retry):/.test(line)) {
			const [data, isLast] = withoutDone(line.startsWith("data:") ? line.slice(5).trim() : line);
			isWhole = isWhole || isLast;
			if (data !== "") pending.push(data);
		}
	}
	flush();
	return { events, isWhole };
}

/** `[DONE]` stands alone, or right behind a reply. */
function withoutDone(data: string): [string, boolean] {
	const at = data.endsWith("[DONE]") ? data.length - "[DONE]".length : data === "DONE" ? 0 : -1;
	return at === -1
		? [data, false]
		: [
				data
					.slice(0, at)
					.replace(/data:\s*$/, "")
					.trim(),
				true,
			];
}

type Kind = {
	is(event: Fields): boolean;
	/** `isWhole`: not known to have broken off. */
	join(events: readonly Fields[], isWhole: boolean): unknown;
	isEmpty(body: unknown): boolean;
};

const KINDS: readonly Kind[] = [
	{
		is: ({ choices }) =>
			items(choices).some((choice) => isFields(field(choice, "delta")) || typeof field(choice, "text") === "string"),
		join: joinChat,
		isEmpty: (body) => textOf(field(field(items(field(body, "choices"))[0], "message"), "content")) === "",
	},
	{
		is: ({ type }) => type === "message_start" || type === "content_block_delta",
		join: joinBlocks,
		isEmpty: (body) => textOf(field(items(field(body, "content"))[0], "text")) === "",
	},
	{ is: ({ candidates }) => Array.isArray(candidates), join: joinCandidates, isEmpty: () => false },
	{
		is: ({ type }) => /^response\./.test(textOf(type)),
		join: joinResponse,
		isEmpty: (body) => !Array.isArray(field(body, "output")),
	},
	{
		is: ({ done, message, response }) =>
			typeof done === "boolean" && (isFields(message) || typeof response === "string"),
		join: joinOllama,
		isEmpty: (body) => textOf(field(field(body, "message"), "content")) === "",
	},
];

function lastOf(events: readonly Fields[], pick: (event: Fields) => unknown): unknown {
	let last: unknown;
	for (const event of events) last = pick(event) ?? last;
	return last;
}

function joinChat(events: readonly Fields[], isWhole: boolean): unknown {
	const choices = events.map((event) => items(event.choices)[0]).filter(isFields);
	const pieces = choices.map(({ delta }) => delta).filter(isFields);
	const join = (name: string) => pieces.map((piece) => textOf(piece[name])).join("");
	const content = pieces
		.map((piece) => (typeof piece.content === "string" ? piece.content : textsOf(piece.content)))
		.join("");
	const texts = choices.map((choice) => textOf(choice.text)).join("");
	const said = lastOf(choices, (choice) => choice.finish_reason);
	const message = {
		content: content || texts,
		reasoning_content: join("reasoning_content") || join("reasoning") || join("thinking"),
		refusal: join("refusal"),
	};
	// A stream that is over without a reason broke off, unless it says that it is done.
	const reason = said ?? (isWhole ? undefined : "broken");
	const error = lastOf(choices, (choice) => choice.error);
	const usage = lastOf(events, (event) => event.usage);
	return { choices: [{ message, finish_reason: reason, ...(error === undefined ? {} : { error }) }], usage };
}

function textsOf(content: unknown): string {
	return items(content)
		.filter((part) => field(part, "type") === "text")
		.map((part) => textOf(field(part, "text")))
		.join("");
}

function joinBlocks(events: readonly Fields[], isWhole: boolean): unknown {
	const text = events
		.filter(({ delta }) => field(delta, "type") === "text_delta")
		.map(({ delta }) => textOf(field(delta, "text")))
		.join("");
	const said = lastOf(events, ({ delta }) => field(delta, "stop_reason"));
	const started = lastOf(events, ({ message }) => field(message, "usage"));
	const ended = lastOf(events, ({ usage }) => usage);
	const usage = { ...(isFields(started) ? started : {}), ...(isFields(ended) ? ended : {}) };
	const isOver = said !== undefined || (isWhole && events.some(({ type }) => type === "message_stop"));
	return { type: "message", content: [{ type: "text", text }], stop_reason: isOver ? said : "broken", usage };
}

function joinCandidates(events: readonly Fields[], isWhole: boolean): unknown {
	const candidates = events.map((event) => items(event.candidates)[0]).filter(isFields);
	const parts = candidates.flatMap((candidate) => items(field(candidate.content, "parts")));
	const said = lastOf(candidates, ({ finishReason }) => finishReason);
	const promptFeedback = lastOf(events, (event) => event.promptFeedback);
	return {
		candidates: [{ content: { role: "model", parts }, finishReason: said ?? (isWhole ? undefined : "broken") }],
		...(promptFeedback === undefined ? {} : { promptFeedback }),
		usageMetadata: lastOf(events, (event) => event.usageMetadata),
	};
}

/**
 * The last event of OpenAI's Responses has the whole text. Some proxies' has not: their text is in the pieces
 * (opencodex#293).
 */
function joinResponse(events: readonly Fields[]): unknown {
	const isLast = ({ type }: Fields) => /^response\.(completed|incomplete|failed)$/.test(textOf(type));
	const last = events.find(isLast)?.response;
	const text = events
		.filter(({ type }) => type === "response.output_text.delta")
		.map(({ delta }) => textOf(delta))
		.join("");
	const pieces = text === "" ? {} : { output: [{ type: "message", content: [{ type: "output_text", text }] }] };
	if (isFields(last)) return items(last.output).length > 0 ? last : { ...last, ...pieces };
	return { status: "incomplete", incomplete_details: { reason: "broken" }, ...pieces };
}

function joinOllama(events: readonly Fields[]): unknown {
	const join = (name: string) => events.map(({ message }) => textOf(field(message, name))).join("");
	const last = events[events.length - 1] ?? {};
	const reason = last.done === true ? (last.done_reason ?? "stop") : "broken";
	const content = join("content") || events.map(({ response }) => textOf(response)).join("");
	const thinking = join("thinking") || events.map(({ thinking: thought }) => textOf(thought)).join("");
	return { ...last, response: undefined, message: { content, thinking }, done_reason: reason };
}
