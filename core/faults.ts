/**
 * The one table of faults. Owns every code that can end a question and whether it may be asked again; never the words
 * themselves (the catalogue has them under `fault.CODE` and `fault.CODE.help`).
 */

/**
 * `yes`: asking again may help. `once`: one more try, by the phone, with more room. `by-hand`: only the person may.
 * `no`: only once the person has changed something, which the watch cannot see; so it always lets them try.
 */
export type Retry = "yes" | "no" | "once" | "by-hand";

export const FAULTS = {
	"no-key": "no",
	"key-refused": "no",
	"no-credit": "no",
	"rate-limited": "yes",
	overloaded: "yes",
	"no-such-model": "no",
	"request-refused": "no",
	blocked: "no",
	"empty-answer": "once",
	"bad-answer": "no",
	"no-network": "yes",
	timeout: "yes",
	"phone-away": "yes",
	"unknown-outcome": "by-hand",
	expired: "by-hand",
	"over-budget": "no",
	"no-microphone": "no",
	"unclear-speech": "yes",
	cancelled: "by-hand",
} as const satisfies Record<string, Retry>;

export type FaultCode = keyof typeof FAULTS;

/**
 * How a question ended without an answer. `waitSeconds` only with `rate-limited` and `overloaded`, as the provider gave it.
 * With `over-budget` alone, `left` is what the person's cap still leaves, such as `0.12 USD`, or `model` is one that has no
 * price, so that no cap can hold for it. `unstored` only with `request-refused`: the phone could not keep the question, and so
 * did not send it.
 */
export type Fault = { code: FaultCode; waitSeconds?: number; left?: string; model?: string; unstored?: true };
