/** Any right message, made from the tables of protocol.ts. Owns what each kind of field may be. */
import fc from "fast-check";
import { ACTIONS, isAction, NATIVE_APPS } from "../../actions/action.ts";
import { FAULTS } from "../../faults.ts";
import { clip } from "../clip.ts";
import { CHIP, FACT_NAMES, FACTS, LOOK, REPLIES, REQUESTS, USE } from "../protocol.ts";

type Own = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Any value that a line of fields.ts allows. */
function messageOf(line: string, own: Own, needed: readonly string[] = []): fc.Arbitrary<object> {
	const pairs = line.split(" ").map((field) => field.split(/(\?)?:/));
	const known = pairs.filter(([, , kind]) => kind !== undefined);
	const requiredKeys = known.flatMap(([name = "", mark]) =>
		mark === undefined || needed.includes(name) ? [name] : [],
	);
	const fields = Object.fromEntries(known.map(([name = "", , kind = ""]) => [name, anyOf(kind, own)]));
	return fc.record<Record<string, unknown>, string>(fields, { requiredKeys });
}

function anyOf(kind: string, own: Own): fc.Arbitrary<unknown> {
	const known = own[kind];
	if (known !== undefined) return known;
	const [item = "", most] = kind.split("*");
	if (most !== undefined) return fc.uniqueArray(anyOf(item, own), { maxLength: Number(most) });
	if (kind.includes("|")) return fc.constantFrom(...kind.split("|"));
	if (kind === "flag") return fc.constant(true);
	if (kind === "yes") return fc.boolean();
	const limit = Number(kind.replace(/\D+/, "")) || undefined;
	if (kind.startsWith("count")) return fc.nat({ max: limit ?? 2 ** 31 - 1 });
	const text = fc.string({ unit: "grapheme", maxLength: limit ?? 100 }).map((any) => clip(any, limit ?? 100));
	return kind.startsWith("text") ? text.filter((any) => any.trim() !== "") : text;
}

const place = fc.oneof(
	fc.record({ meters: fc.nat(200_000) }),
	fc.record({ seconds: fc.nat(86_400) }),
	fc.record({ paceSlower: fc.nat(1800) }),
);
const plan = fc.record(
	{
		goal: fc.record({ meters: fc.nat(200_000), seconds: fc.nat(86_400) }),
		cues: fc.array(fc.record({ at: place, text: anyOf("text80", {}) }), { minLength: 1, maxLength: 12 }),
	},
	{ requiredKeys: ["cues"] },
);

const action = fc.oneof(
	...Object.entries(ACTIONS).map(([name, line]) =>
		messageOf(line, { app: fc.constantFrom(...NATIVE_APPS) })
			.map((one) => ({ do: name, ...one }))
			.filter(isAction),
	),
);

const INNER: Own = {
	id: fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 64 }),
	code: fc.constantFrom(...Object.keys(FAULTS)),
	reading: fc.constantFrom(...FACT_NAMES),
	date: fc.constant("2026-11-22"),
	chip: messageOf(CHIP, { action }),
	use: messageOf(USE, {}),
	plan,
	action,
};
const OWN: Own = { ...INNER, look: messageOf(LOOK, INNER), facts: messageOf(FACTS, INNER) };

const AROUND = ["talk", "lang", "rev"];
const written = messageOf(REQUESTS.ask, OWN, ["text", ...AROUND]).map((ask) => ({ method: "ask", ...ask }));
const spoken = messageOf(REQUESTS.ask.replace(/ text\S+/, ""), OWN, AROUND).map((ask) => {
	return { method: "ask", voice: true, ...ask };
});
const piece = fc
	.record({
		id: INNER.id ?? fc.constant("a"),
		bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
		at: fc.nat(100_000),
	})
	.map((one) => ({ method: "voice", ...one, total: 100_040 }));

/** Of the shape of `Request`. */
export const anyRequest: fc.Arbitrary<object> = fc.oneof(
	messageOf(REQUESTS.hello, OWN, AROUND).map((hello) => ({ method: "hello", ...hello })),
	messageOf(REQUESTS.cancel, OWN).map((cancel) => ({ method: "cancel", ...cancel })),
	messageOf(REQUESTS.keep, OWN).map((keep) => ({ method: "keep", ...keep })),
	written,
	spoken,
	piece,
);

const plain = (kind: "hello" | "heard" | "got" | "cancelled" | "kept") =>
	messageOf(REPLIES[kind], OWN).map((reply) => ({ kind, ...reply }));
const fault = messageOf(REPLIES.fault, OWN).map((all) => {
	const { id, look, heard, ...rest }: { id?: unknown; look?: unknown; heard?: unknown } = all;
	return { kind: "fault", id, fault: rest, ...(look ? { look } : {}), ...(heard ? { heard } : {}) };
});
const answer = messageOf(REPLIES.answer, OWN).map((all) => {
	const { id, look, ...rest }: { id?: unknown; look?: unknown } = all;
	return { kind: "answer", id, answer: rest, ...(look ? { look } : {}) };
});

/** Of the shape of `Reply`. */
export const anyReply: fc.Arbitrary<object> = fc.oneof(
	plain("hello"),
	plain("heard"),
	plain("got"),
	plain("cancelled"),
	plain("kept"),
	fault,
	answer,
);
