/**
 * A spoken question on its way to the phone: its recording in pieces, then the question. Owns the order and where to go on;
 * pieces and questions are the protocol's. Rule: the phone says how much it has, and only that counts: so a lost piece, a
 * dead service and a page that was killed are all the same.
 */
import type { Fault } from "../../core/faults.ts";
import type { AskRequest, Reply } from "../../core/wire/protocol.ts";
import type { Done, Link } from "./link.ts";

/** A recording on the disk; null where it cannot be read. */
export type Sounds = { size(path: string): number; piece(path: string, at: number): Uint8Array | null };

/** A piece takes some two seconds; one that takes longer was lost. */
const PIECE_LIMIT_MS = 8_000;
/** Pieces lost in a row before the phone counts as away, and how often a service may lose what it had. */
const LOSSES = 3;

const UNCLEAR: Fault = { code: "unclear-speech" };

export type Upload = {
	ask: AskRequest & { voice: true };
	path: string;
	/** False where some of it may be with the phone already: then it is asked first how much. */
	fresh: boolean;
	/** For the question itself, once all of the recording is there. */
	limitMs: number;
	/** False ends it: nobody waits any more. */
	goesOn(at: number, total: number): boolean;
};

/** `done` gets the answer to the question, or a fault. */
export function sendSpoken(link: Link, sounds: Sounds, upload: Upload, done: Done): void {
	const { ask, path } = upload;
	const { id } = ask;
	let losses = 0;
	let asked = 0;
	let total = 0;

	function question(): void {
		link.request(ask, upload.limitMs, (outcome) => {
			if (!("kind" in outcome) || outcome.kind !== "got") done(outcome);
			else if (asked++ < LOSSES) piece(outcome.at);
			else done({ code: "phone-away" });
		});
	}

	function piece(at: number): void {
		total = sounds.size(path);
		if (!upload.goesOn(at, total)) done({ code: "cancelled" });
		else if (at >= total && total > 0) question();
		else sendPiece(at, sounds.piece(path, at));
	}

	function sendPiece(at: number, read: Uint8Array | null): void {
		if (read === null) {
			done(UNCLEAR);
			return;
		}
		const bytes = read.length > total - at ? read.subarray(0, total - at) : read;
		link.request({ method: "voice", id, at, total, bytes }, PIECE_LIMIT_MS, (outcome) => next(at, outcome));
	}

	function next(at: number, outcome: Reply | Fault): void {
		if ("kind" in outcome && outcome.kind === "got") {
			losses = outcome.at > at ? 0 : losses + 1;
			if (losses < LOSSES) piece(outcome.at);
			else done({ code: "phone-away" });
		} else if ("code" in outcome && outcome.code === "phone-away" && ++losses < LOSSES) piece(at);
		else done(outcome);
	}

	if (upload.fresh) piece(0);
	else question();
}
