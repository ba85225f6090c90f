/**
 * Broken input for every decoder. Owns the cases: anything, and what is right but for a few changes. Rule: a run repeats
 * from its seed, and what it finds is made as small as fast-check can.
 */
import fc from "fast-check";
import { encodeText } from "../../core/digrams.ts";
import { TARGETS, type Target } from "./decoders.ts";

export type Finding = { name: string; cases: number; why: string | null };

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
	value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 6 }), fields(tie("value"))),
}));
const value = fc.oneof(fc.anything(), likely);
const text = fc.oneof(fc.string(), fc.json(), likely.map(toJson));
const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 200 }),
	likely.map((one) => encodeText(toJson(one))),
	fc.tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 60 })).map(([first, rest]) => withFirst(first, rest)),
	fc.uint8Array({ minLength: 82, maxLength: 120 }).map(asFrame),
);

function fields(of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	return fc.dictionary(word, of, { maxKeys: 9 });
}

function toJson(one: unknown): string {
	return JSON.stringify(one) ?? "null";
}

function withFirst(first: number, rest: Uint8Array): Uint8Array {
	return Uint8Array.from([first, ...rest]);
}

/** A header that passes, and lengths that agree; the rest is chance. */
function asFrame(random: Uint8Array): Uint8Array {
	const frame = random.slice();
	const view = new DataView(frame.buffer);
	view.setUint8(0, 1);
	view.setUint16(2, 4, true);
	view.setUint32(16 + 20, frame.length - 82, true);
	view.setUint8(16 + 24, 2);
	return frame;
}

/** Stops at the first case that a decoder fails; `why` has it. */
export function fuzz(cases: number, seed: number, targets: readonly Target[] = TARGETS): Finding[] {
	return targets.map((target) => {
		const found = fc.check(propertyOf(target), { numRuns: cases, seed });
		return { name: target.name, cases: found.numRuns, why: found.failed ? describe(found) : null };
	});
}

function propertyOf(target: Target): fc.IProperty<unknown> {
	const holds = (why: string | null) => {
		if (why !== null) throw new Error(why);
	};
	switch (target.takes) {
		case "value":
			return fc.property(value, (one) => holds(target.check(one)));
		case "text":
			return fc.property(text, (one) => holds(target.check(one)));
		case "bytes":
			return fc.property(bytes, (one) => holds(target.check(one)));
	}
}

function describe({ counterexample, errorInstance }: fc.RunDetails<unknown>): string {
	const why = errorInstance instanceof Error ? errorInstance.message : "failed";
	return `${why}: ${fc.stringify(counterexample)}`;
}
