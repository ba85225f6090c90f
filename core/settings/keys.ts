/**
 * The keys of the phone's settings storage. Owns their names; the settings page writes most of them, the Side
 * Service the others. Rule: a name that was once stored is never changed, because a person's phone holds it.
 */
import { recordKeys } from "./keeping.ts";
import { PROVIDERS, type ProviderId } from "./providers.ts";

/** Reads one stored string; the storage of a phone gives undefined, null or '' if nothing was ever set. */
export type Getter = (key: string) => unknown;

/** A stored text without blanks around it; "" if nothing was ever set. */
export function textAt(get: Getter, key: string): string {
	const value = get(key);
	return typeof value === "string" ? value.trim() : "";
}

/** Keys of the settings storage. Those of one provider end in its id, so that each keeps its own. */
export const SETTING = {
	provider: "provider",
	key: (provider: ProviderId) => `key.${provider}`,
	/**
	 * The origin that the key was given for, as `originOf` writes it; "" is of an older version (see
	 * `givenFor`).
	 */
	host: (provider: ProviderId) => `host.${provider}`,
	/**
	 * Written by the Side Service: an origin that answers without a key. The key is not sent there if a
	 * redirect could take it on.
	 */
	open: (provider: ProviderId) => `open.${provider}`,
	baseUrl: (provider: ProviderId) => `baseUrl.${provider}`,
	model: (provider: ProviderId) => `model.${provider}`,
	/** "short" | "medium" | "long" */
	length: "length",
	/** "small" | "medium" | "large" */
	size: "size",
	/** `#rrggbb` */
	accent: "accent",
	/** What the assistant is to the person: an id of core/settings/roles.ts. */
	role: "preset",
	/** JSON of QuickReply[] */
	chips: "chips",
	/** Minutes that a question waits for the phone: one of WAITS. */
	wait: "wait",
	/** Id of the provider that is asked when the first cannot answer just now. */
	second: "second",
	/** Who listens to a recording: an id of core/settings/voice.ts's TRANSCRIBERS, or "auto". */
	voice: "voice",
	/** The model that listens, if it is not the one that answers. */
	speech: (provider: ProviderId) => `speech.${provider}`,
	/** "yes": what was understood is shown before it is asked. */
	confirm: "confirm",
	/** Who speaks answers: an id of core/settings/speakers.ts; none at first. */
	speaker: "speaker",
	/** The model that speaks, and the name of its voice. */
	speakerModel: (provider: ProviderId) => `speaks.${provider}`,
	speakerVoice: (provider: ProviderId) => `voiceName.${provider}`,
	/** "yes": the answer to a spoken question is spoken by itself. */
	aloud: "aloud",
	/** Written by the Side Service: the id and the tap of the answer that it had spoken last. */
	said: "said",
	/** "yes": the provider may search the web for an answer, where it can. */
	lookUp: "lookUp",
	/** "yes": with an answer the model writes a line for the face later that day. */
	later: "later",
	/**
	 * Written by the settings page to ask the Side Service for something: JSON `{nonce, do: "test" | "forget" |
	 * "models"}`.
	 */
	command: "command",
	/** Written by the Side Service: JSON `{nonce, do, ok, fault?, by?, speech?, models?}`. */
	outcome: "outcome",
	/**
	 * Written by the Side Service: JSON `{model: {ends?, gone?, instead?}}`, what the provider said of its
	 * models.
	 */
	fates: (provider: ProviderId) => `fates.${provider}`,
	/** Written by the Side Service: "yes" or "no", whether this phone sends bytes as they are. */
	binary: "binary",
	/** Written by the Side Service: lines about the last recording, for a bug report. */
	voiceDiagnostic: "voiceDiagnostic",
	/** JSON of Field[]: what of the person may go along with a question. */
	share: "share",
	/** A place name as the person typed it. */
	place: "place",
	/** What the person had kept of them (core/settings/notes.ts). */
	notes: "notes",
	/** "no": notes do not go along with a question. */
	tellNotes: "tellNotes",
	/** "yes": open-meteo.com may be asked for the weather at that place, where the watch has none. */
	weather: "weather",
	/** Written by the Side Service: JSON, what open-meteo.com said of the place (app-side/weather/open-meteo.ts). */
	forecast: "forecast",
	/** JSON `{provider: "YYYY-MM-DD"}`: when the person agreed that questions go there. */
	consent: "consent",
	/** JSON `{model: [in, out]}`, in `currency` for a million tokens. */
	prices: "prices",
	/** Three letters. */
	currency: "currency",
	/** Decimals in `currency`; none means no cap. */
	capDay: "capDay",
	capMonth: "capMonth",
	/** Written by the Side Service: JSON, what each model was found not to take (app-side/learnt.ts). */
	learnt: "learnt",
	/**
	 * The Side Service's own records. `ledger` is of a version in which the questions did not yet have a key
	 * each (core/settings/keeping.ts). `books` is another text each time that the spending begins anew.
	 */
	spending: "spending",
	books: "books",
	ledger: "ledger",
	memory: "memory",
	/** What the built-in assistant told last, so that it does not tell it again. */
	offline: "offline",
} as const;

/**
 * Written by the Side Service: when everything was forgotten last, in ms since the epoch. Stays when
 * everything is.
 */
export const FORGOTTEN = "forgotten";

/** Every key of the settings storage that may hold anything of the person's. */
export function everyKey(): string[] {
	const chosen = Object.values(SETTING).flatMap((name) =>
		typeof name === "string" ? [name] : PROVIDERS.map(({ id }) => name(id)),
	);
	return [...chosen, ...recordKeys()];
}
