/**
 * Data that the phone's bundle carries as one compressed text. Owns how that text is read;
 * packaging/packed-data.ts writes it. Rule: nothing is unpacked before something in it is asked for, and the
 * text is unpacked once.
 */
import { inflateSync, strFromU8 } from "fflate";
import { lazily } from "../core/lazily.ts";
import { fromBase91 } from "../core/wire/base91.ts";

type Packed = {
	/** What is on line `at`. */
	valueAt(at: number): unknown;
	/**
	 * The record whose names are on line `names`, and whose values are on every `step`th line from `from` on.
	 */
	recordAt(names: number, from: number, step: number): Record<string, unknown>;
};

/** `packed`: lines of JSON, compressed by deflate, in base 91. */
export function openPacked(packed: string): Packed {
	// A phone's engine need not have a TextDecoder, which fflate knows.
	const lines = lazily(() => strFromU8(inflateSync(fromBase91(packed))).split("\n"));
	const valueAt = (at: number): unknown => JSON.parse(lines()[at] ?? "null");
	const recordAt = (names: number, from: number, step: number) =>
		Object.fromEntries((valueAt(names) as string[]).map((name, index) => [name, valueAt(from + index * step)]));
	return { valueAt, recordAt };
}
