/**
 * Requests and replies as bytes: a message's list (protocol.ts, fields.ts) as JSON in few bytes. Owns the packing alone; what
 * fields there are and which are right is the protocol's. Rule: what comes back is `unknown` and goes to decodeRequest or
 * decodeReply, so that a wrong list is a fault like any other.
 *
 * A piece of a recording, or of an answer's sound, is no list: a byte that no text begins with, u32 big-endian `at` and `total`, u8 length of the id, the
 * id, the bytes.
 */
import { ACTIONS, type Action } from "../actions/action.ts";
import { parseJson } from "../json.ts";
import { decodeText, encodeText } from "./digrams.ts";
import { write } from "./fields.ts";
import { planToList } from "./plan-list.ts";
import { FACTS, LOOK, type QuickReply, REPLIES, REQUESTS, type Reply, type Request, USE } from "./protocol.ts";

/** No text of digrams.ts begins with it. */
const PIECE = 2;
const PIECE_HEADER_BYTES = 10;

export function packRequest(request: Request): Uint8Array {
	if (request.method === "voice") return packPiece(request);
	// A conversation that begins with its question is named by it.
	const talk = request.method === "ask" && request.talk === request.id ? { talk: 0 } : {};
	return encodeText(JSON.stringify(write(REQUESTS[request.method], { ...request, ...talk }, { facts: FACTS })));
}

/** A list, or an object where it is a piece, for decodeRequest. */
export function unpackRequest(bytes: Uint8Array): unknown {
	return bytes[0] === PIECE ? { method: "voice", ...unpackPiece(bytes) } : parseJson(decodeText(bytes));
}

export function packReply(reply: Reply): Uint8Array {
	if (reply.kind === "sound") return packPiece(reply);
	const { answer, fault, ...around } = { answer: undefined, fault: undefined, ...reply };
	const kinds = { look: LOOK, use: USE, chip: chipToList, plan: planToList, action: actionToList };
	return encodeText(JSON.stringify(write(REPLIES[reply.kind], { ...around, ...answer, ...fault }, kinds)));
}

/** A list for decodeReply. */
export function unpackReply(bytes: Uint8Array): unknown {
	return parseJson(decodeText(bytes));
}

function chipToList({ label, text, act }: QuickReply): unknown[] {
	if (act !== undefined) return [label, text, actionToList(act)];
	return label === text ? [label] : [label, text];
}

function actionToList(action: Action): unknown[] {
	return write(ACTIONS[action.do], action, {});
}

/** Of a recording, or of an answer's sound. */
type Piece = { id: string; at: number; total: number; bytes: Uint8Array };

function packPiece({ id, at, total, bytes }: Piece): Uint8Array {
	const packed = new Uint8Array(PIECE_HEADER_BYTES + id.length + bytes.length);
	const view = new DataView(packed.buffer);
	packed[0] = PIECE;
	view.setUint32(1, at);
	view.setUint32(5, total);
	packed[9] = id.length;
	for (let unit = 0; unit < id.length; unit++) packed[PIECE_HEADER_BYTES + unit] = id.charCodeAt(unit);
	packed.set(bytes, PIECE_HEADER_BYTES + id.length);
	return packed;
}

/** A piece of an answer's sound, null if it is something else. For the page that plays it alone. */
export function unpackSound(bytes: Uint8Array): Piece | null {
	return bytes[0] === PIECE ? unpackPiece(bytes) : null;
}

function unpackPiece(packed: Uint8Array): Piece | null {
	if (packed.length < PIECE_HEADER_BYTES) return null;
	const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
	const end = PIECE_HEADER_BYTES + (packed[9] ?? 0);
	let id = "";
	for (let unit = PIECE_HEADER_BYTES; unit < end; unit++) id += String.fromCharCode(packed[unit] ?? 0);
	return { id, at: view.getUint32(1), total: view.getUint32(5), bytes: packed.subarray(end) };
}
