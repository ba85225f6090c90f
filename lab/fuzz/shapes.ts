/** The shapes of what the product's decoders give, written down a second time: what the fuzzing holds them to. */
import { FAULTS } from "../../core/faults.ts";
import { PRESET_IDS } from "../../core/settings/presets.ts";
import { FIELDS } from "../../core/settings/privacy.ts";
import { PRESETS } from "../../core/settings/settings.ts";
import { amount, count, fields, listOf, oneOf, type Shape, text, union } from "./target.ts";

/** Of our own making, and bounded where it was made. */
const ANY = Number.MAX_SAFE_INTEGER;

const ID = text(64, 1);
export const QUESTION = text(500, 1);
const RGB = count(0xffffff);
const SIZE = oneOf("small", "medium", "large");
const ROLE = oneOf(...PRESET_IDS);
const PROVIDER = oneOf(...PRESETS.map(({ id }) => id));

export const FAULT: Shape = fields({
	code: oneOf(...Object.keys(FAULTS)),
	"waitSeconds?": count(),
	"left?": text(24, 1),
	"model?": text(60, 1),
	"unstored?": oneOf(true),
});

const PLACE: Shape = (value) =>
	[{ meters: count(200_000) }, { seconds: count(86_400) }, { paceSlower: count(1800) }].some(
		(one) => fields(one)(value) === null,
	)
		? null
		: "is no place";

export const PLAN: Shape = fields({
	"goal?": fields({ meters: count(200_000), seconds: count(86_400) }),
	cues: listOf(fields({ at: PLACE, text: text(80, 1) }), 12),
});

const USE = fields({ requests: count(), promptTokens: count(), completionTokens: count(), "costMicros?": count() });

export const ANSWER: Shape = fields({
	text: text(1500),
	"cut?": oneOf(true),
	"line?": text(60),
	"next?": listOf(text(40), 3),
	"by?": text(80),
	"heard?": QUESTION,
	"use?": USE,
	"plan?": PLAN,
});

export const CHIPS = listOf(fields({ label: text(24, 1), text: QUESTION }), 6);

export const LOOK: Shape = fields({
	rev: count(),
	chips: CHIPS,
	accent: RGB,
	size: SIZE,
	ready: oneOf(true, false),
	"wants?": listOf(oneOf("battery", "steps", "heart", "sleep", "workout", "clock"), 6),
	"waitMinutes?": count(),
	"currency?": text(3, 1),
	"preset?": ROLE,
	"deaf?": oneOf(true),
	"version?": count(),
	"forgotten?": count(),
});

const FACTS = fields({
	now: count(1439),
	date: text(10, 10),
	"battery?": count(100),
	...{ "steps?": count(), "heart?": count(), "sleep?": count(), "workout?": count(), "clock?": count() },
});

const BYTES: Shape = (value) => (value instanceof Uint8Array && value.length > 0 ? null : "is no bytes");

const ASK = {
	method: oneOf("ask"),
	id: ID,
	talk: ID,
	lang: text(35),
	rev: count(),
	"facts?": FACTS,
	"late?": oneOf(true),
};

export const REQUEST: Shape = union("method", {
	hello: fields({ method: oneOf("hello"), rev: count() }),
	ask: (value) => {
		const spoken = fields({ ...ASK, voice: oneOf(true) })(value);
		return spoken === null ? null : fields({ ...ASK, text: QUESTION })(value);
	},
	voice: fields({ method: oneOf("voice"), id: ID, at: count(), total: count(200_000), bytes: BYTES }),
	cancel: fields({ method: oneOf("cancel"), id: ID }),
});

export const REPLY: Shape = union("kind", {
	hello: fields({ kind: oneOf("hello"), "look?": LOOK }),
	answer: fields({ kind: oneOf("answer"), id: ID, answer: ANSWER, "look?": LOOK }),
	fault: fields({ kind: oneOf("fault"), id: ID, fault: FAULT, "heard?": QUESTION, "look?": LOOK }),
	heard: fields({ kind: oneOf("heard"), id: ID, text: QUESTION, "look?": LOOK }),
	got: fields({ kind: oneOf("got"), id: ID, at: count() }),
	cancelled: fields({ kind: oneOf("cancelled"), id: ID }),
});

const TIME = amount(Number.MAX_VALUE);

export const ROW: Shape = fields({
	...{ id: text(ANY, 1), question: QUESTION, talk: text(ANY), at: TIME },
	...{ state: oneOf("open"), "voice?": oneOf(true) },
});

export const OUTCOME: Shape = union("state", {
	answered: fields({ state: oneOf("answered"), answer: ANSWER, answeredAt: TIME }),
	faulted: fields({ state: oneOf("faulted"), fault: FAULT, "heard?": text(ANY, 1), answeredAt: TIME }),
});

export const USES: Shape = listOf(
	fields({ text: text(ANY), counts: (value) => listOf(amount(99), 5)(value) ?? lengthIs(value, 5) }),
	18,
);

function lengthIs(value: unknown, length: number): string | null {
	return Array.isArray(value) && value.length === length ? null : `are not ${length}`;
}

export const LAUNCH: Shape = union("kind", {
	open: fields({ kind: oneOf("open") }),
	ask: fields({ kind: oneOf("ask"), id: launchId, text: QUESTION }),
	listen: fields({ kind: oneOf("listen"), id: launchId }),
	read: fields({ kind: oneOf("read") }),
});

function launchId(value: unknown): string | null {
	return typeof value === "string" && /^[A-Za-z0-9_-]{1,40}$/.test(value) ? null : "is no id";
}

export const SETTINGS: Shape = fields({
	...{ provider: PROVIDER, baseUrl: baseUrl, model: text(ANY), length: oneOf("short", "medium", "long") },
	...{ size: SIZE, accent: RGB, chips: CHIPS, preset: ROLE, waitMinutes: oneOf(10, 60, 360, 1440) },
	...{ agreed: oneOf(true, false), second: (value: unknown) => (value === null ? null : PROVIDER(value)) },
	...{ share: listOf(oneOf(...FIELDS)), place: text(60), currency: currency, "forgotten?": count() },
});

function baseUrl(value: unknown): string | null {
	return value === "" || /^https?:\/\/[^/\s]/i.test(String(value)) ? null : "is no base URL";
}

function currency(value: unknown): string | null {
	return /^[A-Z]{3}$/.test(String(value)) ? null : "is no currency";
}

const NUMBER: Shape = (value) => (typeof value === "number" && Number.isFinite(value) ? null : "is no number");

const RECEIPT: Shape = (value) =>
	typeof value === "object" && value !== null && !Array.isArray(value)
		? first3(value, ["requests", "promptTokens", "completionTokens"])
		: "is no receipt";

function first3(value: object, names: readonly string[]): string | null {
	const given = new Map<string, unknown>(Object.entries(value));
	if (PROVIDER(given.get("provider")) !== null) return "receipt has no provider";
	return names.map((name) => NUMBER(given.get(name))).find((why) => why !== null) ?? null;
}

const LEDGER_HEAD = { id: text(ANY), at: NUMBER, "receipt?": RECEIPT, "question?": text(ANY), "asked?": text(ANY) };

export const LEDGER: Shape = listOf(
	union("state", {
		sent: fields({ ...LEDGER_HEAD, state: oneOf("sent") }),
		cancelled: fields({ ...LEDGER_HEAD, state: oneOf("cancelled") }),
		answered: fields({ ...LEDGER_HEAD, state: oneOf("answered"), "answer?": ANSWER }),
		faulted: fields({ ...LEDGER_HEAD, state: oneOf("faulted"), fault: FAULT, "heard?": text(ANY) }),
		heard: fields({ ...LEDGER_HEAD, state: oneOf("heard"), text: text(ANY) }),
	}),
);

export const TALKS: Shape = listOf(
	fields({ talk: text(ANY), turns: listOf(fields({ question: text(3000), answer: text(3000) }), 6) }),
	3,
);

export const DAY: Shape = fields({ micros: count(), tokens: NUMBER, asks: NUMBER });
