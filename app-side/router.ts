/**
 * The requests of the watch. Owns decoding them and adding what the watch is told of the settings; never
 * answers by an error, since zml drops those. Rule: every request gets a reply in the shape of
 * core/wire/protocol.ts, even one that is none.
 */
import { isFields } from "../core/json.ts";
import { lookOf, readSettings } from "../core/settings/settings.ts";
import type { AskRequest, QuickReply, Reply } from "../core/wire/protocol.ts";
import { decodeRequest } from "../core/wire/request-decoder.ts";
import type { Asking } from "./asking.ts";
import { keepNote } from "./notes.ts";
import { understandWish } from "./offline/acts.ts";
import type { Ports } from "./ports.ts";
import type { Aloud } from "./speech/aloud.ts";

export type Router = (request: unknown) => Promise<Reply>;

export function createRouter(ports: Ports, asking: Asking, aloud: Aloud): Router {
	return async (value) => {
		const request = decodeRequest(value);
		if (!request.ok) {
			ports.log(`request not understood: ${request.why}`);
			return { kind: "fault", id: idOf(value), fault: { code: "request-refused" } };
		}
		switch (request.value.method) {
			case "hello":
				return withLook({ kind: "hello" }, request.value.rev, ports);
			case "ask":
				return withLook(await ask(request.value, asking, ports), request.value.rev, ports);
			case "cancel":
				return asking.cancel(request.value.id);
			case "voice":
				return asking.take(request.value);
			case "say":
				return aloud.say(request.value);
			case "keep":
				return keepNote(ports, request.value);
		}
	};
}

/** Only a storage that refuses to be written throws here, and then nothing was sent. */
async function ask(request: AskRequest, asking: Asking, ports: Ports): Promise<Reply> {
	try {
		return await asking.ask(request);
	} catch (error) {
		ports.log(`ask ${request.id} not begun: ${error instanceof Error ? error.name : typeof error}`);
		return { kind: "fault", id: request.id, fault: { code: "request-refused" } };
	}
}

/**
 * The look goes along only if the watch has another one. It is that of this moment, not of when the question
 * came.
 */
function withLook(reply: Reply, rev: number, ports: Ports): Reply {
	if (reply.kind === "cancelled" || reply.kind === "got" || reply.kind === "kept" || reply.kind === "sound")
		return reply;
	const settings = readSettings((key) => ports.storage.get(key));
	const look = lookOf({ ...settings, chips: settings.chips.map(withAct) });
	return look.rev === rev ? reply : { ...reply, look };
}

/** A quick reply that is a wish is done by the watch at the tap; a time that hangs on the day of the tap is asked for instead. */
function withAct(chip: QuickReply): QuickReply {
	const [act, ...others] = understandWish(chip.text, "")?.actions ?? [];
	return act === undefined || others.length > 0 ? chip : { ...chip, act };
}

function idOf(value: unknown): string {
	const id: unknown = Array.isArray(value) ? value[1] : isFields(value) ? value.id : undefined;
	return typeof id === "string" && id !== "" ? id.slice(0, 64) : "unknown";
}
