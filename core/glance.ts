/**
 * The glance file: the one small file that the companion writes and the face, the card and the workout extension read.
 * Owns its shape, version and decoder. Rule: a reader never throws; a file it cannot read is as good as none.
 */
import type { FaultCode } from "./faults.ts";
import type { QuickReply } from "./protocol.ts";

export const GLANCE_FILE = "glance.json";
export const GLANCE_VERSION = 1;

export type Glance = {
	v: typeof GLANCE_VERSION;
	/** False until a provider is usable: the face then says how to set one up. */
	ready: boolean;
	accent: number;
	chips: QuickReply[];
	/** The newest row of the journal, shortened for a glance; times in ms since the epoch. */
	last?: { id: string; question: string; at: number } & (
		| { state: "open" }
		| { state: "answered"; line: string; text: string; answeredAt: number }
		| { state: "faulted"; code: FaultCode; answeredAt: number }
	);
};
