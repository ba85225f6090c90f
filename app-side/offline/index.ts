import type { Answer, Request } from "../../core/protocol.ts";

export function answerOffline(_request: Extract<Request, { method: "ask" }>, _nowMs: number): Answer {
	return { text: "I am not a model." };
}
