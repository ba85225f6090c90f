/**
 * What the person chose in the Zepp app, as strings in the phone's settings storage. Owns the keys and the
 * decoder; the settings page writes them, the Side Service reads them. Rule: a missing or broken value is its
 * default, never a fault, and an API key is read by `keyOf` alone, which gives it for the host that it was
 * given for.
 */

import { DEFAULT_ACCENT } from "../ink.ts";
import { parseJson } from "../json.ts";
import { DEFAULT_CURRENCY } from "../money/money.ts";
import { decodeChips } from "../wire/bounds.ts";
import { type Look, type QuickReply, WAIT_MINUTES } from "../wire/protocol.ts";
import { VERSION } from "../wire/version.ts";
import { FORGOTTEN, type Getter, SETTING, textAt } from "./keys.ts";
import { NOTES_MAX, readNotes } from "./notes.ts";
import { type Field, factsFor, isField } from "./privacy.ts";
import { type ProviderSettings, readProvider } from "./provider-settings.ts";
import { BUILT_IN, findProvider, type ProviderId, rowOf } from "./providers.ts";
import { findRole, type Role } from "./roles.ts";
import { readSpeaker, type Speaker } from "./speakers.ts";
import { chooseRoute, readVoice, type VoiceSettings } from "./voice.ts";

export { everyKey, FORGOTTEN, type Getter, SETTING } from "./keys.ts";
export { givenFor, keyOf, type ProviderSettings, storedKeyOf } from "./provider-settings.ts";
export { findProvider, PROVIDERS, type ProviderId, rowOf } from "./providers.ts";

export type AnswerLength = "short" | "medium" | "long";

/** All that is set, but the keys. `chips` empty means the usual ones of the role, in the watch's language. */
export type Settings = ProviderSettings & {
	length: AnswerLength;
	size: "small" | "medium" | "large";
	accent: number;
	chips: QuickReply[];
	role: Role;
	waitMinutes: number;
	/** Asked when the first provider is overloaded, out of credit or has had too many questions. */
	second: ProviderSettings | null;
	voice: VoiceSettings;
	lookUp: boolean;
	/** Whether the model also writes a line for later. */
	later: boolean;
	/** Who speaks answers; null if nobody does. */
	speaker: Speaker | null;
	/** Answers to spoken questions are spoken by themselves. */
	aloud: boolean;
	share: Field[];
	place: string;
	/** What the person had kept of them, and whether it goes along with a question. */
	notes: readonly string[];
	tellsNotes: boolean;
	/** Where the weather at `place` may be asked for: see SETTING.weather. */
	asksWeather: boolean;
	currency: string;
	/** See `FORGOTTEN`. */
	forgotten?: number;
};

/** Longest name of a place, in UTF-16 units. */
const PLACE_LIMIT = 60;

/** Never fails: what is missing or broken is its default. */
export function readSettings(get: Getter): Settings {
	const { id } = findProvider(get(SETTING.provider)) ?? BUILT_IN;
	return {
		...readProvider(get, id),
		length: oneOf(get(SETTING.length), LENGTHS, "short"),
		size: oneOf(get(SETTING.size), SIZES, "medium"),
		accent: readAccent(textAt(get, SETTING.accent)),
		chips: readChips(get(SETTING.chips)),
		role: findRole(get(SETTING.role)) ?? "plain",
		waitMinutes: WAITS.find((minutes) => String(minutes) === get(SETTING.wait)) ?? WAIT_MINUTES,
		second: readSecond(get, id),
		voice: readVoice(get),
		lookUp: get(SETTING.lookUp) === "yes",
		later: get(SETTING.later) === "yes",
		speaker: readSpeaker(get),
		aloud: get(SETTING.aloud) === "yes",
		share: readShare(get(SETTING.share)),
		place: textAt(get, SETTING.place).slice(0, PLACE_LIMIT),
		notes: readNotes(get(SETTING.notes))?.texts ?? [],
		tellsNotes: get(SETTING.tellNotes) !== "no",
		asksWeather: get(SETTING.weather) === "yes",
		currency: readCurrency(get),
		...readForgotten(get),
	};
}

function readForgotten(get: Getter): { forgotten?: number } {
	const time = Number(textAt(get, FORGOTTEN));
	return Number.isSafeInteger(time) && time > 0 ? { forgotten: time } : {};
}

/** The settings as they would be with this provider chosen. */
export function settingsFor(get: Getter, provider: ProviderId): Settings {
	return readSettings((key) => (key === SETTING.provider ? provider : get(key)));
}

export function readCurrency(get: Getter): string {
	const code = textAt(get, SETTING.currency).toUpperCase();
	return /^[A-Z]{3}$/.test(code) ? code : DEFAULT_CURRENCY;
}

/**
 * What the watch is told of the settings. `rev` is a digest of the rest, never 0, so that 0 can mean "none
 * yet".
 */
export function lookOf(settings: Settings): Look {
	const { ready, chips, accent, size, currency, role, waitMinutes, forgotten, notes } = settings;
	const wants = factsFor(rowOf(settings.provider).usesNetwork ? settings.share : "on-phone");
	const waits = waitMinutes === WAIT_MINUTES ? {} : { waitMinutes };
	const deaf = chooseRoute(settings) === null;
	const look = {
		chips,
		accent,
		size,
		ready,
		wants,
		currency,
		...(deaf ? { deaf: true as const } : {}),
		...waits,
		...(role === "plain" ? {} : { preset: role }),
		version: VERSION,
		...(forgotten === undefined ? {} : { forgotten }),
		...(notes.length < NOTES_MAX ? {} : { full: true as const }),
		...(settings.speaker === null ? {} : { speaks: true as const }),
		...(settings.speaker === null || !settings.aloud ? {} : { aloud: true as const }),
	};
	return { rev: digest(JSON.stringify(look)), ...look };
}

/** Minutes. */
export const WAITS = [10, 60, 360, 1440] as const;

const LENGTHS = ["short", "medium", "long"] as const;
const SIZES = ["small", "medium", "large"] as const;

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

function readSecond(get: Getter, first: ProviderId): ProviderSettings | null {
	const row = findProvider(get(SETTING.second));
	return row === undefined || !row.usesNetwork || row.id === first ? null : readProvider(get, row.id);
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
