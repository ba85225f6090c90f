/**
 * What the Side Service needs of its phone. Owns the shapes only; `index.ts` fills them with the phone's
 * globals, tests with their own. Rule: nothing else in this folder touches a global, a clock or the network.
 */
import type { FaultCode } from "../core/faults.ts";
import type { HttpRequest, HttpResponse } from "./providers/provider.ts";

/** Strings that outlive the service. What was never set reads as undefined, null or ''. */
export interface Storage {
	get(key: string): unknown;
	set(key: string, value: string): void;
}

export interface Timing {
	/** ms since the epoch */
	now(): number;
	/** Runs `run` once, `delayMs` from now, unless the returned function is called before. */
	after(delayMs: number, run: () => void): () => void;
}

export type HttpOutcome = { kind: "response"; response: HttpResponse } | { kind: "fault"; code: FaultCode };

export interface Http {
	/** Faults: `no-network`, `timeout`, `bad-answer`. */
	send(request: HttpRequest, limitMs: number): Promise<HttpOutcome>;
}

export interface Ports extends Timing {
	storage: Storage;
	http: Http;
	/** Ids, codes and sizes only: never a question, an answer or a key. */
	log(line: string): void;
}
