/**
 * Whose turn it is: which joke came last, so that none comes twice in a row, and which riddle waits for its
 * answer. Owns what the settings storage keeps of it. Rule: a deck is gone through to its end before it
 * begins again.
 */
import { isCount, isFields, isText, parseJson } from "../../core/json.ts";
import { SETTING } from "../../core/settings/settings.ts";
import type { Storage } from "../ports.ts";

const DAY_MS = 86_400_000;

export type Deck = {
	/** From 0 to below `count`, another one each time. */
	next(name: string, count: number): number;
	/** Evenly from 0 to below `count`. */
	chance(name: string, count: number): number;
	keep(solution: string): void;
	kept(): string | undefined;
};

export function createDeck(storage: Storage, nowMs: number): Deck {
	const read = () => {
		const stored = parseJson(storage.get(SETTING.offline));
		return isFields(stored) ? stored : {};
	};
	const write = (name: string, value: unknown) =>
		storage.set(SETTING.offline, JSON.stringify({ ...read(), [name]: value }));
	const turn = (name: string) => {
		const last = read()[name];
		return isCount(last) ? last : undefined;
	};

	return {
		next(name, count) {
			const last = turn(name) ?? Math.floor(nowMs / DAY_MS) % count;
			const index = (last + 1) % count;
			write(name, index);
			return index;
		},
		chance(name, count) {
			const seed = mix((turn(name) ?? 0) ^ mix(nowMs % 0x7fffffff));
			write(name, seed);
			return Math.floor((seed / 0x80000000) * count);
		},
		keep: (solution) => write("kept", solution),
		kept() {
			const { kept } = read();
			return isText(kept) ? kept : undefined;
		},
	};
}

/** 31 bits that look like no others: the finalizer of MurmurHash3. */
function mix(value: number): number {
	let bits = (value + 0x9e3779b9) | 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) & 0x7fffffff;
}
