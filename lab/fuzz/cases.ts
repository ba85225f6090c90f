/**
 * Broken input. Owns how it is made: anything, words of the formats put together by chance, and what is right but for a few
 * changes. Rule: all chance is fast-check's, so that a case repeats and becomes as small as it can.
 */
import fc from "fast-check";
import { encodeText } from "../../core/wire/digrams.ts";

/** Words of the formats, so that chance gets past their first fields. */
const WORDS = [
	..."method id text talk lang rev facts hello ask voice cancel kind answer fault heard look got code".split(" "),
	..."at total bytes chips label accent size medium ready v split last state answered faulted open".split(" "),
	..."question line lines answeredAt n a h c f g choices message content candidates parts output role".split(" "),
	..."status error type usage no-key timeout en-US phone-away finish_reason stop".split(" "),
];

const word = fc.constantFrom(...WORDS);
const leaf = fc.oneof(word, fc.string({ maxLength: 40 }), fc.nat(), fc.double(), fc.boolean(), fc.constant(null));
const { value: likely } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: "small" },
		leaf,
		fc.array(tie("value"), { maxLength: 6 }),
		fc.dictionary(word, tie("value"), { maxKeys: 9 }),
	),
}));

/** What decoders are most often wrong about. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
	leaf,
	fc.constantFrom<unknown>(undefined, "", " ", -1, 1.5, 1e9, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, [], {}),
	fc.integer({ min: 20, max: 2500 }).map((length) => "a b".repeat(length)),
	fc.integer({ min: 7, max: 60 }).map((length) => Array.from({ length }, () => ({}))),
	likely,
);

type Change = { at: number; how: "replace" | "remove" | "repeat" | "add"; by: unknown };

const change: fc.Arbitrary<Change> = fc.record({
	at: fc.nat(),
	how: fc.constantFrom("replace", "replace", "remove", "repeat", "add"),
	by: junk,
});
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

const anything = fc.oneof(fc.anything(), likely);
const anyText = fc.oneof(fc.string(), fc.json(), likely.map(toJson));
const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 200 }),
	likely.map((one) => encodeText(toJson(one))),
	fc
		.tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 60 }))
		.map(([lead, rest]) => Uint8Array.of(lead, ...rest)),
);

export function values(samples: readonly unknown[]): fc.Arbitrary<unknown> {
	return samples.length === 0 ? anything : fc.oneof(anything, { arbitrary: changed(samples), weight: 3 });
}

export function texts(samples: readonly unknown[]): fc.Arbitrary<string> {
	if (samples.length === 0) return anyText;
	const broken = changed(samples).map(toJson);
	const cut = fc.tuple(fc.constantFrom(...samples), fc.nat()).map(([sample, at]) => {
		const whole = toJson(sample);
		return whole.slice(0, at % (whole.length + 1));
	});
	const patched = fc
		.tuple(fc.constantFrom(...samples), fc.nat(), fc.string({ maxLength: 60 }))
		.map(([sample, at, more]) => splice(toJson(sample), at, more));
	return fc.oneof(anyText, { arbitrary: broken, weight: 3 }, cut, patched);
}

export function bytes(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
	if (samples.length === 0) return anyBytes;
	const edit = fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2), fc.uint8Array({ minLength: 1, maxLength: 4 }));
	const edited = fc
		.tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 }))
		.map(([sample, edits]) => edits.reduce((now, [at, drop, more]) => spliceBytes(now, at, drop, more), sample));
	return fc.oneof(anyBytes, { arbitrary: edited, weight: 3 });
}

function changed(samples: readonly unknown[]): fc.Arbitrary<unknown> {
	return fc
		.tuple(fc.constantFrom(...samples), changes)
		.map(([sample, all]) => all.reduce((now: unknown, one) => applyTo(now, one), sample));
}

/** The change is made at the `at`th part of the value, counted round and round. */
function applyTo(value: unknown, { at, how, by }: Change): unknown {
	const parts = countParts(value);
	let left = at % parts;
	function walk(part: unknown): { kept: boolean; part: unknown; twice?: true } {
		if (left-- === 0) {
			if (how === "remove") return { kept: false, part };
			if (how === "repeat") return { kept: true, part, twice: true };
			return { kept: true, part: how === "add" ? withMore(part, by) : by };
		}
		if (isLeaf(part)) return { kept: true, part };
		if (Array.isArray(part)) {
			const walked = part.map(walk).filter(({ kept }) => kept);
			return { kept: true, part: walked.flatMap((one) => (one.twice ? Array(20).fill(one.part) : [one.part])) };
		}
		const entries = Object.entries(Object(part)).map(([name, one]) => ({ name, ...walk(one) }));
		const kept = entries.filter((entry) => entry.kept);
		return { kept: true, part: Object.fromEntries(kept.map((entry) => [entry.name, entry.part])) };
	}
	return walk(value).part;
}

function withMore(part: unknown, more: unknown): unknown {
	if (typeof part === "string") return `${part}${String(toJson(more))}`;
	if (Array.isArray(part)) return [...part, more];
	return isLeaf(part) ? more : { ...Object(part), more };
}

function countParts(value: unknown): number {
	if (isLeaf(value)) return 1;
	return Object.values(Object(value)).reduce((sum: number, part) => sum + countParts(part), 1);
}

function isLeaf(value: unknown): boolean {
	return typeof value !== "object" || value === null || value instanceof Uint8Array;
}

function toJson(one: unknown): string {
	return typeof one === "string" ? one : (JSON.stringify(one) ?? "null");
}

function splice(text: string, at: number, more: string): string {
	const place = at % (text.length + 1);
	return text.slice(0, place) + more + text.slice(place + (at % 3));
}

function spliceBytes(sample: Uint8Array, at: number, drop: number, more: Uint8Array): Uint8Array {
	const place = at % (sample.length + 1);
	return Uint8Array.of(
		...sample.subarray(0, place),
		...more.subarray(drop === 0 ? 0 : more.length - drop),
		...sample.subarray(place + drop),
	);
}
