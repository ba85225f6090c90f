/** What goes over the link, as both ends read it: messages, their packed form, frames. */

import { checkReply } from "../../../core/wire/bounds.ts";
import { decodeText, encodeText } from "../../../core/wire/digrams.ts";
import { addPart, DATA, PART_BYTES, readFrame, writeFrame } from "../../../core/wire/frames.ts";
import { decodeReply, type Reply } from "../../../core/wire/protocol.ts";
import { decodeRequest } from "../../../core/wire/request-decoder.ts";
import { packReply, packRequest, unpackReply, unpackRequest } from "../../../core/wire/wire.ts";
import { ANSWER_SAMPLE, LOOK_SAMPLE, REPLY_SAMPLES, REQUEST_SAMPLES } from "../samples.ts";
import { HEARD, LOOK, REPLY, REQUEST } from "../shapes.ts";
import { first, same, type Target } from "../target.ts";

function checkRequest(value: unknown): string | null {
	const request = decodeRequest(value);
	if (!request.ok) return null;
	return first(
		REQUEST(request.value),
		same(decodeRequest(unpackRequest(packRequest(request.value))), request, "a request"),
	);
}

/** What the phone is to say, and what the watch hears of it. */
function checkTold(value: unknown): string | null {
	const reply = checkReply(value);
	return reply.ok ? first(REPLY(reply.value), checkPacking(reply.value)) : null;
}

/** A text that was cut to half a character is mended on the way. */
function checkPacking(reply: Reply): string | null {
	const once = decodeReply(unpackReply(packReply(reply)));
	if (once === null) return "a reply is lost on the way";
	return first(REPLY(once), same(decodeReply(unpackReply(packReply(once))), once, "a reply that was packed"));
}

/** The watch takes much as it is, but nothing that it would fall over: ids and the texts that it shows are texts. */
function checkHeard(bytes: Uint8Array): string | null {
	const reply = decodeReply(unpackReply(bytes));
	return reply === null ? null : HEARD(reply);
}

function checkLook(value: unknown): string | null {
	const reply = checkReply({ kind: "hello", look: value });
	return reply.ok && reply.value.kind === "hello" && reply.value.look !== undefined ? LOOK(reply.value.look) : null;
}

const FRAME_HEADER_BYTES = 82;

/** A frame is a part only where its bytes are as many as it says, and whole where they are all of the message. */
function checkFrame(bytes: Uint8Array): string | null {
	const part = readFrame(bytes)?.part;
	if (part === undefined) return null;
	const said = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(16 + 20, true);
	if (said !== bytes.length - FRAME_HEADER_BYTES) return "a part of another length than it says";
	const parts: Uint8Array[] = [];
	addPart(parts, part);
	const message = addPart(parts, part);
	if (parts.length > PARTS_MOST) return "a part for which there is no room";
	return message === null || message.length === part.total ? null : "a message of another length";
}

/** A watch has no memory for more. */
const PARTS_MOST = 64;

const MESSAGE = Uint8Array.from({ length: 2 * PART_BYTES + 9 }, (_, at) => at % 251);
const FRAMES = [0, 1, 2].map((number) => responseFrame(MESSAGE, number));

/** Each byte is a part of a message of three: which one, and whether it comes at all. */
function checkParts(order: Uint8Array): string | null {
	const parts: Uint8Array[] = [];
	let joined: Uint8Array | null = null;
	const came = new Set<number>();
	for (const byte of order) {
		const part = readFrame(FRAMES[byte % FRAMES.length] ?? new Uint8Array())?.part;
		if (part === undefined) return "a right part is none";
		joined = addPart(parts, part);
		came.add(byte % FRAMES.length);
		if (joined !== null && came.size < FRAMES.length) return "half a message is taken for a whole one";
	}
	if (came.size < FRAMES.length) return null;
	const isWhole = joined !== null && Buffer.compare(joined, MESSAGE) === 0;
	return isWhole ? null : "a message is not itself again";
}

/** As zml's end writes it: a part of a response. */
function responseFrame(message: Uint8Array, number: number): Uint8Array {
	const bytes = message.subarray(number * PART_BYTES, (number + 1) * PART_BYTES);
	const frame = writeFrame(DATA, 100, 1, bytes, 7);
	const view = new DataView(frame.buffer);
	view.setUint32(16 + 12, number, true);
	view.setUint32(16 + 16, message.length, true);
	view.setUint8(16 + 24, 2);
	view.setUint8(16 + 25, (number + 1) * PART_BYTES >= message.length ? 1 : 0);
	return frame;
}

function checkText(bytes: Uint8Array): string | null {
	const text = decodeText(bytes);
	if (text === null) return null;
	const isPlain = bytes[0] === 0;
	return first(
		isPlain && text !== plainText(bytes.subarray(1)) ? "a text that is not UTF-8" : null,
		same(decodeText(encodeText(text)), text, "a text"),
	);
}

/** By Node's own reading. */
function plainText(bytes: Uint8Array): string {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

export const LINK_TARGETS: readonly Target[] = [
	{ name: "request", takes: "value", samples: REQUEST_SAMPLES, check: checkRequest },
	{
		name: "packed request",
		takes: "bytes",
		samples: REQUEST_SAMPLES.map(packRequest),
		check: (bytes) => checkRequest(unpackRequest(bytes)),
	},
	{ name: "reply", takes: "value", samples: REPLY_SAMPLES, check: checkTold },
	{
		name: "packed reply",
		takes: "bytes",
		samples: REPLY_SAMPLES.map(packReply),
		check: (bytes) => first(checkTold(unpackReply(bytes)), checkHeard(bytes)),
	},
	{ name: "look", takes: "value", samples: [LOOK_SAMPLE], check: checkLook },
	{
		name: "frame",
		takes: "bytes",
		samples: [responseFrame(encodeText(ANSWER_SAMPLE.text), 0)],
		check: checkFrame,
	},
	{ name: "frames of a message", takes: "bytes", samples: [Uint8Array.of(2, 0, 1, 0)], check: checkParts },
	{
		name: "packed text",
		takes: "bytes",
		samples: [encodeText("Grüße, 海 🌊 and the rest of it"), encodeText("海海海")],
		check: checkText,
	},
];
