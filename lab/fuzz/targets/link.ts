/** What goes over the link, as both ends read it: messages, their packed form, frames. */
import { decodeText, encodeText } from "../../../core/wire/digrams.ts";
import { addPart, join, PART_BYTES, type Part, readFrame, requestFrames } from "../../../core/wire/frames.ts";
import { decodeReply, type Reply } from "../../../core/wire/protocol.ts";
import { decodeRequest } from "../../../core/wire/request-decoder.ts";
import { packReply, packRequest, unpackReply, unpackRequest } from "../../../core/wire/wire.ts";
import { ANSWER_SAMPLE, LOOK_SAMPLE, REPLY_SAMPLES, REQUEST_SAMPLES } from "../samples.ts";
import { LOOK, REPLY, REQUEST } from "../shapes.ts";
import { first, same, type Target } from "../target.ts";

function checkRequest(value: unknown): string | null {
	const request = decodeRequest(value);
	if (!request.ok) return null;
	return first(
		REQUEST(request.value),
		same(decodeRequest(unpackRequest(packRequest(request.value))), request, "a request"),
	);
}

function checkReply(value: unknown): string | null {
	const reply = decodeReply(value);
	if (!reply.ok) return null;
	return first(REPLY(reply.value), checkPacking(reply.value));
}

/** What is empty may be left out on the way, and a text that was cut to half a character is mended. */
function checkPacking(reply: Reply): string | null {
	const once = decodeReply(unpackReply(packReply(reply)));
	if (!once.ok) return "a reply is lost on the way";
	return first(
		REPLY(once.value),
		same(decodeReply(unpackReply(packReply(once.value))), once, "a reply that was packed"),
	);
}

function checkLook(value: unknown): string | null {
	const reply = decodeReply({ kind: "hello", look: value });
	return reply.ok && reply.value.kind === "hello" && reply.value.look !== undefined ? LOOK(reply.value.look) : null;
}

const FRAME_HEADER_BYTES = 82;

/** A frame is a part only where its bytes are as many as it says. */
function checkFrame(bytes: Uint8Array): string | null {
	const frame = readFrame(bytes);
	if (frame === null || frame.kind !== "part") return null;
	const said = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(16 + 20, true);
	if (said !== bytes.length - FRAME_HEADER_BYTES) return "a part of another length than it says";
	const twice = addPart(addPart([], frame.part), frame.part);
	if (twice.length !== 1) return "a part that came twice counts twice";
	const message = join(twice);
	return message === null || message.length === frame.part.total ? null : "a message of another length";
}

const MESSAGE = Uint8Array.from({ length: 2 * PART_BYTES + 9 }, (_, at) => at % 251);
const FRAMES = requestFrames(100, 1, 7, MESSAGE).map(asResponse);

/** Each byte is a part of a message of three: which one, and whether it comes at all. */
function checkParts(order: Uint8Array): string | null {
	let parts: Part[] = [];
	const came = new Set(order.map((byte) => byte % FRAMES.length));
	for (const byte of order) {
		const frame = readFrame(FRAMES[byte % FRAMES.length] ?? new Uint8Array());
		if (frame?.kind !== "part") return "a right part is none";
		parts = addPart(parts, frame.part);
	}
	const joined = join(parts);
	if (came.size < FRAMES.length) return joined === null ? null : "half a message is taken for a whole one";
	const isWhole = joined !== null && Buffer.compare(joined, MESSAGE) === 0;
	return isWhole ? null : "a message is not itself again";
}

function asResponse(request: Uint8Array): Uint8Array {
	const frame = request.slice();
	frame[16 + 24] = 2;
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
	{ name: "reply", takes: "value", samples: REPLY_SAMPLES, check: checkReply },
	{
		name: "packed reply",
		takes: "bytes",
		samples: REPLY_SAMPLES.map(packReply),
		check: (bytes) => checkReply(unpackReply(bytes)),
	},
	{ name: "look", takes: "value", samples: [LOOK_SAMPLE], check: checkLook },
	{
		name: "frame",
		takes: "bytes",
		samples: requestFrames(100, 1, 7, encodeText(ANSWER_SAMPLE.text)).map(asResponse),
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
