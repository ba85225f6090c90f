/**
 * What the person chose in the Zepp app, as strings in the phone's settings storage. Owns the keys and the
 * decoder; the settings page writes them, the Side Service reads them. Rule: a missing or broken value is its default,
 * never a fault, and an API key is read by `keyOf` alone, which gives it for the host that it was given for.
 */

import { DEFAULT_ACCENT } from "../ink.ts";
import { isFields, parseJson } from "../json.ts";
import { DEFAULT_CURRENCY } from "../money/money.ts";
import { decodeChips } from "../wire/bounds.ts";
import { type Look, type QuickReply, WAIT_MINUTES } from "../wire/protocol.ts";
import { VERSION } from "../wire/version.ts";
import { originOf, tidyBaseUrl } from "./address.ts";
import { tidyKey } from "./api-key.ts";
import { recordKeys } from "./keeping.ts";
import { findPresetId, type PresetId } from "./presets.ts";
import { type Field, factsFor, isField } from "./privacy.ts";
import { findPreset, OFFLINE, PRESETS, type Preset, type ProviderId } from "./providers.ts";

export { findPreset, PRESETS, type Preset, type ProviderId } from "./providers.ts";

/** Keys of the settings storage. Those of one provider end in its id, so that each keeps its own. */
export const SETTING = {
	provider: "provider",
	key: (provider: ProviderId) => `key.${provider}`,
	/** The origin that the key was given for, as `originOf` writes it; "" is of an older version (see `givenFor`). */
	host: (provider: ProviderId) => `host.${provider}`,
	/** Written by the Side Service: the origin that answers without a key, which so gets none where a redirect could take it on. */
	open: (provider: ProviderId) => `open.${provider}`,
	baseUrl: (provider: ProviderId) => `baseUrl.${provider}`,
	model: (provider: ProviderId) => `model.${provider}`,
	/** "short" | "medium" | "long" */
	length: "length",
	/** "small" | "medium" | "large" */
	size: "size",
	/** `#rrggbb` */
	accent: "accent",
	/** What the assistant is to the person: an id of core/settings/presets.ts. */
	preset: "preset",
	/** JSON of QuickReply[] */
	chips: "chips",
	/** Minutes that a question waits for the phone: one of WAITS. */
	wait: "wait",
	/** Id of the provider that is asked when the first cannot answer just now. */
	second: "second",
	/** Who listens to a recording: an id of core/settings/voice-settings.ts's EARS, or "auto". */
	voice: "voice",
	/** The model that listens, where it is not the one that answers. */
	speech: (provider: ProviderId) => `speech.${provider}`,
	/** "yes": what was understood is shown before it is asked. */
	confirm: "confirm",
	/** Written by the settings page to ask the Side Service for something: JSON `{nonce, do: "test" | "forget" | "models"}`. */
	command: "command",
	/** Written by the Side Service: JSON `{nonce, do, ok, fault?, by?, speech?, models?}`. */
	outcome: "outcome",
	/** Written by the Side Service: JSON `{model: {ends?, gone?, instead?}}`, what the provider said of its models. */
	fates: (provider: ProviderId) => `fates.${provider}`,
	/** Written by the Side Service: "yes" or "no", whether this phone sends bytes as they are. */
	binary: "binary",
	/** Written by the Side Service: lines about the last recording, for a bug report. */
	voiceDiagnostic: "voiceDiagnostic",
	/** JSON of Field[]: what of the person may go along with a question. */
	share: "share",
	/** A place name as the person typed it. */
	place: "place",
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
	/** The Side Service's own records; the ledger of before each question had a key of its own (core/settings/keeping.ts). `books` is another text each time that the spending begins anew. */
	spending: "spending",
	books: "books",
	ledger: "ledger",
	memory: "memory",
	/** What the built-in assistant told last, so that it does not tell it again. */
	offline: "offline",
} as const;

/** Written by the Side Service: when everything was forgotten last, in ms since the epoch. Stays when everything is. */
export const FORGOTTEN = "forgotten";

/** Every key of the settings storage that may hold anything of the person's. */
export function everyKey(): string[] {
	const chosen = Object.values(SETTING).flatMap((name) =>
		typeof name === "string" ? [name] : PRESETS.map(({ id }) => name(id)),
	);
	return [...chosen, ...recordKeys()];
}

export type AnswerLength = "short" | "medium" | "long";

/** Everything but the key. `chips` empty means the preset's own, in the watch's language. */
export type Settings = {
	provider: ProviderId;
	baseUrl: string;
	model: string;
	length: AnswerLength;
	size: "small" | "medium" | "large";
	accent: number;
	chips: QuickReply[];
	preset: PresetId;
	waitMinutes: number;
	/** Whether the person agreed that questions go to this provider; pasting its key is one way to. */
	agreed: boolean;
	/** Asked when the first provider is overloaded, out of credit or has had too many questions. */
	second: ProviderId | null;
	share: Field[];
	place: string;
	currency: string;
	/** See `FORGOTTEN`. */
	forgotten?: number;
};

/** Reads one stored string; the storage of a phone gives undefined, null or '' for what was never set. */
export type Getter = (key: string) => unknown;

/** Longest name of a place, in UTF-16 units. */
const PLACE_LIMIT = 60;

/** Never fails: what is missing or broken is its default. */
export function readSettings(get: Getter): Settings {
	const preset = findPreset(get(SETTING.provider)) ?? OFFLINE;
	return {
		provider: preset.id,
		baseUrl: addressOf(get, preset),
		model: text(get, SETTING.model(preset.id)) || preset.model,
		length: oneOf(get(SETTING.length), LENGTHS, "short"),
		size: oneOf(get(SETTING.size), SIZES, "medium"),
		accent: readAccent(text(get, SETTING.accent)),
		chips: readChips(get(SETTING.chips)),
		preset: findPresetId(get(SETTING.preset)) ?? "plain",
		waitMinutes: WAITS.find((minutes) => String(minutes) === get(SETTING.wait)) ?? WAIT_MINUTES,
		agreed: preset.id === "offline" || (agreedOn(get, preset.id) !== undefined && !isWithheld(get, preset.id)),
		second: readSecond(get, preset.id),
		share: readShare(get(SETTING.share)),
		place: text(get, SETTING.place).slice(0, PLACE_LIMIT),
		currency: readCurrency(get),
		...readForgotten(get),
	};
}

function readForgotten(get: Getter): { forgotten?: number } {
	const time = Number(text(get, FORGOTTEN));
	return Number.isSafeInteger(time) && time > 0 ? { forgotten: time } : {};
}

/** The settings as they would be with this provider chosen. */
export function settingsFor(get: Getter, provider: ProviderId): Settings {
	return readSettings((key) => (key === SETTING.provider ? provider : get(key)));
}

/** The day on which the person agreed that questions go to this provider, as YYYY-MM-DD. */
export function agreedOn(get: Getter, provider: ProviderId): string | undefined {
	const dates = parseJson(get(SETTING.consent));
	const date = isFields(dates) ? dates[provider] : undefined;
	return typeof date === "string" ? date : undefined;
}

export function readCurrency(get: Getter): string {
	const code = text(get, SETTING.currency).toUpperCase();
	return /^[A-Z]{3}$/.test(code) ? code : DEFAULT_CURRENCY;
}

/** The key that may be sent to where the provider is asked, or '': there is none, or it was given for another host. */
export function keyOf(get: Getter, provider: ProviderId): string {
	return isWithheld(get, provider) ? "" : storedKeyOf(get, provider);
}

/** The stored key of one provider wherever it may go, or ''. Nothing but what a header can carry is left of a sloppy paste. */
export function storedKeyOf(get: Getter, provider: ProviderId): string {
	return tidyKey(text(get, SETTING.key(provider)));
}

/**
 * The origin that a provider's key was given for. One without, from before that was stored, counts as given for the address
 * that is set now; the Side Service writes that down when it first sends the key, the settings page before the address changes.
 */
export function givenFor(get: Getter, provider: ProviderId): string {
	return text(get, SETTING.host(provider)) || originOf(settingsFor(get, provider).baseUrl);
}

/** True where the address was changed since the key was given, and the person has not said that the key may go there. */
export function isWithheld(get: Getter, provider: ProviderId): boolean {
	const preset = findPreset(provider);
	if (preset === undefined || storedKeyOf(get, provider) === "") return false;
	const given = text(get, SETTING.host(provider));
	return given !== "" && given !== originOf(addressOf(get, preset));
}

/**
 * Whether a question can be sent as things are set; see `Look.ready`. The page takes a key only right below the words
 * that say where questions go, so that a key is consent; a server that needs none has to be agreed to.
 */
export function isReady(settings: Settings, key: string): boolean {
	return key !== "" || (findPreset(settings.provider)?.needsKey !== true && settings.agreed);
}

/** What the watch is told of the settings. `rev` is a digest of the rest, never 0, so that 0 can mean "none yet". */
export function lookOf(settings: Settings, ready: boolean, deaf = false): Look {
	const { chips, accent, size, currency, preset, waitMinutes, forgotten } = settings;
	const wants = factsFor(settings.provider === "offline" ? "offline" : settings.share);
	const waits = waitMinutes === WAIT_MINUTES ? {} : { waitMinutes };
	const role = preset === "plain" ? {} : { preset };
	const look = {
		chips,
		accent,
		size,
		ready,
		wants,
		currency,
		...(deaf ? { deaf: true as const } : {}),
		...waits,
		...role,
		version: VERSION,
		...(forgotten === undefined ? {} : { forgotten }),
	};
	return { rev: digest(JSON.stringify(Object.values(look))), ...look };
}

/** Minutes. */
export const WAITS = [10, 60, 360, 1440] as const;

const LENGTHS = ["short", "medium", "long"] as const;
const SIZES = ["small", "medium", "large"] as const;

/** An address that is none asks nobody: the usual one is another's, whom the person did not mean. */
function addressOf(get: Getter, { id, baseUrl }: Preset): string {
	const own = text(get, SETTING.baseUrl(id));
	return own === "" ? baseUrl : tidyBaseUrl(own);
}

function text(get: Getter, key: string): string {
	const value = get(key);
	return typeof value === "string" ? value.trim() : "";
}

function oneOf<T extends string>(value: unknown, options: readonly T[], otherwise: T): T {
	return options.find((option) => option === value) ?? otherwise;
}

function readAccent(value: string): number {
	return /^#[0-9a-f]{6}$/i.test(value) ? Number.parseInt(value.slice(1), 16) : DEFAULT_ACCENT;
}

function readChips(value: unknown): QuickReply[] {
	const list = parseJson(value);
	return Array.isArray(list) ? decodeChips(list) : [];
}

function readSecond(get: Getter, first: ProviderId): ProviderId | null {
	const second = findPreset(get(SETTING.second))?.id;
	return second === undefined || second === "offline" || second === first ? null : second;
}

function readShare(value: unknown): Field[] {
	const list = parseJson(value);
	return Array.isArray(list) ? list.filter(isField) : [];
}

/** A 31-bit FNV-1a over UTF-16 units. */
function digest(value: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
	return hash & 0x7fffffff || 1;
}
