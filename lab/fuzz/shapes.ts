/**
 * The shapes of what the product's decoders give: what the fuzzing holds them to. Those of messages come from the tables of
 * core/wire/protocol.ts, what each kind of field means is written down a second time.
 */
import { ACTION_LABEL_LIMIT, NATIVE_APPS, NOTE_LIMIT } from "../../core/actions/action.ts";
import { FAULTS } from "../../core/faults.ts";
import { FIELDS } from "../../core/settings/privacy.ts";
import { ROLES } from "../../core/settings/roles.ts";
import { PROVIDERS } from "../../core/settings/settings.ts";
import { SPEAKERS } from "../../core/settings/speakers.ts";
import { TRANSCRIBERS } from "../../core/settings/voice.ts";
import * as protocol from "../../core/wire/protocol.ts";
import { amount, count, fields, having, listOf, oneOf, type Shape, text, union } from "./target.ts";

/** Of our own making, and bounded where it was made. */
const ANY = Number.MAX_SAFE_INTEGER;

const ID = text(64, 1);
export const QUESTION = text(500, 1);
const RGB = count(0xffffff);
const SIZE = oneOf("small", "medium", "large");
const ROLE = oneOf(...ROLES);
const PROVIDER = oneOf(...PROVIDERS.map(({ id }) => id));

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

const ACTION_LABEL = text(ACTION_LABEL_LIMIT, 1);
const MINUTES = count(1439);

export const ACTION: Shape = (value) => {
	const kinds = [
		{ do: oneOf("timer"), seconds: count(31_536_000), "label?": ACTION_LABEL },
		{ do: oneOf("alarm"), at: MINUTES, "days?": count(127), "label?": ACTION_LABEL },
		{ do: oneOf("remind"), seconds: count(31_536_000), "day?": count(365), "label?": ACTION_LABEL },
		{ do: oneOf("remind"), at: MINUTES, "day?": count(365), "label?": ACTION_LABEL },
		{ do: oneOf("list") },
		{ do: oneOf("cancel"), "label?": ACTION_LABEL },
		{ do: oneOf("open"), app: oneOf(...NATIVE_APPS) },
		{ do: oneOf("note"), text: text(NOTE_LIMIT, 1) },
	];
	return kinds.some((one) => fields(one)(value) === null) ? null : "is no action";
};

/** `own`: the kinds that messages have of their own. */
function shapeOf(line: string, own: Readonly<Record<string, Shape>>): Shape {
	const pairs = line.split(" ").map((field) => field.split(":"));
	return fields(
		Object.fromEntries(pairs.flatMap(([name = "", kind]) => (kind ? [[name, shapeOfKind(kind, own)]] : []))),
	);
}

function shapeOfKind(kind: string, own: Readonly<Record<string, Shape>>): Shape {
	const [item = "", most] = kind.split("*");
	if (most !== undefined) return listOf(shapeOfKind(item, own), Number(most));
	if (kind.includes("|")) return oneOf(...kind.split("|"));
	const [, base, bound] = /^(count|text|string)(\d*)$/.exec(kind) ?? [];
	const limit = bound ? Number(bound) : ANY;
	switch (base ?? kind) {
		case "count":
			return count(limit);
		case "text":
			return text(limit, 1);
		case "string":
			return text(limit);
		case "flag":
			return oneOf(true);
		case "yes":
			return oneOf(true, false);
		default:
			return own[kind] ?? (() => `is of no kind: ${kind}`);
	}
}

const DATE: Shape = (value) => (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? null : "is no date");
const CODE = oneOf(...Object.keys(FAULTS));
const READING = oneOf("battery", "steps", "heart", "sleep", "workout", "clock");
const CHIP = shapeOf(protocol.CHIP, { action: ACTION });
const OWN = {
	id: ID,
	date: DATE,
	code: CODE,
	reading: READING,
	chip: CHIP,
	plan: PLAN,
	action: ACTION,
	use: shapeOf(protocol.USE, {}),
};

export const FAULT: Shape = shapeOf(protocol.FAULT.replace(/ heard\S+/, ""), OWN);
export const ANSWER: Shape = shapeOf(protocol.ANSWER, OWN);
export const CHIPS = listOf(CHIP, 6);
export const LOOK: Shape = shapeOf(protocol.LOOK, OWN);

const BYTES: Shape = (value) => (value instanceof Uint8Array && value.length > 0 ? null : "is no bytes");

const ASK = shapeOf(protocol.REQUESTS.ask.replace(/(talk|lang|rev)\?/g, "$1"), {
	...OWN,
	facts: shapeOf(protocol.FACTS, OWN),
});

export const REQUEST: Shape = union("method", {
	hello: tagged("method", shapeOf(protocol.REQUESTS.hello.replace("?", ""), OWN)),
	ask: tagged("method", (value) => {
		const { voice, ...rest }: { voice?: unknown; text?: unknown } = Object(value);
		return (voice === true) === (rest.text === undefined) ? ASK(rest) : "is neither said nor written";
	}),
	voice: tagged("method", (value) => {
		const { bytes, ...rest }: { bytes?: unknown } = Object(value);
		return BYTES(bytes) ?? shapeOf(protocol.REQUESTS.voice, OWN)(rest);
	}),
	cancel: tagged("method", shapeOf(protocol.REQUESTS.cancel, OWN)),
	keep: tagged("method", shapeOf(protocol.REQUESTS.keep, OWN)),
});

const TOLD = { ...OWN, look: LOOK };

export const REPLY: Shape = union("kind", {
	hello: tagged("kind", shapeOf(protocol.REPLIES.hello, TOLD)),
	answer: fields({ kind: oneOf("answer"), id: ID, answer: ANSWER, "look?": LOOK }),
	fault: fields({ kind: oneOf("fault"), id: ID, fault: FAULT, "heard?": QUESTION, "look?": LOOK }),
	heard: tagged("kind", shapeOf(protocol.REPLIES.heard, TOLD)),
	got: tagged("kind", shapeOf(protocol.REPLIES.got, TOLD)),
	cancelled: tagged("kind", shapeOf(protocol.REPLIES.cancelled, TOLD)),
	kept: tagged("kind", shapeOf(protocol.REPLIES.kept, TOLD)),
});

const NUMBER: Shape = (value) => (typeof value === "number" && Number.isFinite(value) ? null : "is no number");
const ANY_TEXT = text(ANY);

/** What the watch makes sure of in what it hears; it takes the rest from the phone, which is held to REPLY. */
export const HEARD: Shape = union("kind", {
	hello: having({}),
	answer: having({ id: ANY_TEXT, answer: having({ text: ANY_TEXT }) }),
	fault: having({ id: ANY_TEXT, fault: having({ code: CODE }) }),
	heard: having({ id: ANY_TEXT, text: ANY_TEXT }),
	got: having({ id: ANY_TEXT, at: NUMBER }),
	cancelled: having({ id: ANY_TEXT }),
	kept: having({ id: ANY_TEXT }),
});

/** The shape of the rest, once the field that tells which it is has done so. */
function tagged(tag: string, rest: Shape): Shape {
	return (value) => rest(Object.fromEntries(Object.entries(Object(value)).filter(([name]) => name !== tag)));
}

const TIME = amount(Number.MAX_VALUE);

export const ROW: Shape = fields({
	...{ id: text(ANY, 1), question: QUESTION, talk: text(ANY), at: TIME },
	...{ state: oneOf("open"), "voice?": oneOf(true) },
});

/** An end as the watch reads it back: what it showed once it shows again. */
export const STORED_OUTCOME: Shape = union("state", {
	answered: fields({ state: oneOf("answered"), answer: having({ text: ANY_TEXT }), answeredAt: TIME }),
	faulted: fields({
		...{ state: oneOf("faulted"), fault: having({ code: CODE }), answeredAt: TIME },
		"heard?": text(ANY, 1),
	}),
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

const BOOLEAN: Shape = oneOf(true, false);

const PROVIDER_SETTINGS = {
	...{ provider: PROVIDER, baseUrl: baseUrl, model: text(ANY), speechModel: text(ANY) },
	...{ agreed: BOOLEAN, ready: BOOLEAN },
};

const VOICE: Shape = fields({
	...{ transcriber: oneOf("auto", ...TRANSCRIBERS), confirm: BOOLEAN, binary: oneOf("yes", "no", "unknown") },
	setUp: listOf(fields(PROVIDER_SETTINGS)),
});

const SPEAKER: Shape = fields({
	...{ provider: oneOf(...SPEAKERS), baseUrl: baseUrl, model: text(ANY), voice: text(ANY), ready: BOOLEAN },
});

export const SETTINGS: Shape = fields({
	...PROVIDER_SETTINGS,
	...{ length: oneOf("short", "medium", "long"), size: SIZE, accent: RGB, chips: CHIPS, role: ROLE },
	...{ waitMinutes: oneOf(10, 60, 360, 1440), voice: VOICE },
	second: (value: unknown) => (value === null ? null : fields(PROVIDER_SETTINGS)(value)),
	...{ share: listOf(oneOf(...FIELDS)), place: text(60), currency: currency, "forgotten?": count() },
	...{ notes: listOf(text(240, 1), 30), tellsNotes: BOOLEAN, lookUp: BOOLEAN, later: BOOLEAN, asksWeather: BOOLEAN },
	...{ speaker: (value: unknown) => (value === null ? null : SPEAKER(value)), aloud: BOOLEAN },
});

function baseUrl(value: unknown): string | null {
	return value === "" || /^https?:\/\/[^/\s]/i.test(String(value)) ? null : "is no base URL";
}

function currency(value: unknown): string | null {
	return /^[A-Z]{3}$/.test(String(value)) ? null : "is no currency";
}

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
