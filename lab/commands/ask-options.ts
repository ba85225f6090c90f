/**
 * The command line of `ask`, decoded. Owns flags, their values and their defaults; never the run. Rule: what is not
 * understood ends in a UsageError with the reason, before anything is packed or sent.
 */
import { readFileSync } from "node:fs";
import { decodeWith, oneOf, readLine, taking, UsageError, wholeNumber } from "../../cli/command.ts";
import { decodePrices, encodePrices, pricedAs, readAmount, readPrice } from "../../core/money/budget.ts";
import { dateOf } from "../../core/settings/privacy.ts";
import { findProvider, PROVIDERS, type ProviderId, SETTING } from "../../core/settings/settings.ts";
import {
	type Device,
	type LinkModel,
	type PhoneProfile,
	PLATFORM_SWITCHES,
	type Platform,
	parseLink,
	parsePhone,
	parsePlatform,
	readWav,
} from "../../simulator/index.ts";
import type { Input, Surface } from "../asking.ts";
import { DEVICE, decodeDevice, JSON_FLAG, WATCHES_NOTE } from "./flags.ts";

export type AskOptions = {
	/** One that is spoken is empty. */
	questions: string[];
	/** True with `--turns`: one object a line, in one conversation. */
	turns: boolean;
	device: Device;
	surface: Surface;
	input: Input;
	provider: ProviderId;
	/** Written to the phone's settings storage before the run, as the settings page would. */
	settings: Record<string, string>;
	stateDir: string | null;
	/** ms since the epoch. */
	now: number;
	phone: PhoneProfile;
	platform: Platform;
	link: LinkModel;
	/** A WAV file that the watch hears. */
	audio: Uint8Array | null;
	/** How much simulated time passes after the last answer, in ms; null where nobody asked. */
	afterMs: number | null;
	json: boolean;
};

export const ASK = {
	call: "npm run -s ask --",
	does: "Asks as a person would, without a window: from the face or a page over the link to the phone and the provider, and back to what the watch shows.",
	forms: ['"question" [flags]', "--turns FILE [flags]", "--audio FILE.wav [flags]"],
	takesWords: true,
	flags: {
		device: DEVICE,
		surface: taking("face|page", "where the question begins (face)"),
		input: taking(
			"chip|keyboard|voice|recorder",
			"how it is put (a watch's keyboard where it has one, else a quick reply)",
		),
		audio: taking("FILE.wav", "what the watch's recorder hears; the question is what it says"),
		provider: taking("ID", "who answers (offline, which needs no key)"),
		"base-url": taking("URL", "all that stands before the provider's own path"),
		"api-key": taking("KEY", "the provider's key"),
		model: taking("ID", "the provider's model"),
		cap: taking("AMOUNT", "the limit of money a day"),
		price: taking("IN,OUT", "what a million tokens cost"),
		turns: taking("FILE", "one question a line, one conversation"),
		settings: taking("FILE.json", "an object of settings, as the settings page stores them"),
		state: taking("FOLDER", "keeps what watch and phone store there"),
		now: taking("ISO", "the simulated time at the start (now)"),
		after: taking(
			"SECONDS",
			"lets so much simulated time pass after the last answer, page closed, and stops what rings",
		),
		phone: taking("locked|awake|string-body|object-body|binary", "how the phone behaves, comma-joined (locked)"),
		platform: taking("NAME[,NAME]", "what the watch does otherwise than documented"),
		link: {
			...taking("TERMS", "how bad the radio is: loss=0.1,dup=0.05,reorder=0.05,rate=2000,latency=60,seed=7"),
			multiple: true,
		},
		json: { ...JSON_FLAG, says: "standard output is one JSON object a question, and nothing else" },
	},
	notes: [
		`Providers: ${PROVIDERS.map(({ id }) => id).join(" ")}`,
		`Platforms: ${PLATFORM_SWITCHES.map(({ name }) => name).join(" ")}`,
		WATCHES_NOTE,
	],
	ends: "0 an answer; 1 a fault",
} as const;

export function decodeAskOptions(args: readonly string[], desktopNow: number): AskOptions {
	const { values, positionals } = readLine(ASK, args);
	const device = decodeDevice(values.device);
	const provider = decodeProvider(values.provider);
	const now = decodeNow(values.now, desktopNow);
	const input = decodeInput(values, device);
	return {
		questions: input === "recorder" ? spokenQuestion(positionals, values) : decodeQuestions(positionals, values.turns),
		turns: values.turns !== undefined,
		device,
		surface: oneOf("surface", values.surface ?? "face", ["face", "page"]),
		input,
		provider: provider ?? "offline",
		settings: decodeSettings(values, provider, now),
		stateDir: values.state ?? null,
		now,
		phone: decodeWith("phone", parsePhone, values.phone ?? "locked"),
		platform: decodeWith("platform", parsePlatform, values.platform ?? ""),
		link: decodeWith("link", parseLink, (values.link ?? []).join(",")),
		audio: values.audio === undefined ? null : decodeAudio(values.audio),
		afterMs: values.after === undefined ? null : wholeNumber("after", values.after) * 1000,
		json: values.json ?? false,
	};
}

function decodeQuestions(positionals: readonly string[], turnsFile: string | undefined): string[] {
	if (turnsFile === undefined) {
		if (positionals.length !== 1) throw new UsageError('give one question: ask -- "question", or --turns FILE');
		return positionals.map((question) => nonEmpty(question));
	}
	if (positionals.length > 0) throw new UsageError("give a question or --turns FILE, not both");
	const lines = readText(turnsFile)
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "");
	if (lines.length === 0) throw new UsageError(`${turnsFile} holds no question`);
	return lines;
}

function decodeAudio(file: string): Uint8Array {
	const bytes = read(file);
	const sound = readWav(bytes);
	if (!sound.ok) throw new UsageError(`${file}: ${sound.why}`);
	if (sound.value.samples.length === 0) throw new UsageError(`${file} is a WAV file without sound`);
	return bytes;
}

function nonEmpty(question: string): string {
	if (question.trim() === "") throw new UsageError("the question is empty");
	return question;
}

function decodeProvider(id: string | undefined): ProviderId | undefined {
	if (id === undefined) return undefined;
	const ids = PROVIDERS.map((row) => row.id);
	return oneOf("provider", id, ids);
}

/** The question is what the recording says; one beside it is a note of what that should be. */
function spokenQuestion(positionals: readonly string[], { turns }: Values): string[] {
	if (positionals.length <= 1 && turns === undefined) return [""];
	throw new UsageError(
		"with --input recorder the question is what --audio says: give no --turns and no more questions",
	);
}

/** `--audio` alone means the recorder, and a watch with a microphone. */
function decodeInput({ input: wanted, audio }: Values, device: Device): Input {
	const usual = audio !== undefined ? "recorder" : device.systemKeyboard ? "keyboard" : "chip";
	const input = oneOf("input", wanted ?? usual, ["chip", "keyboard", "voice", "recorder"]);
	if (input === "recorder" && audio === undefined) throw new UsageError("--input recorder needs --audio FILE.wav");
	if (input !== "recorder" && audio !== undefined) throw new UsageError("--audio is for --input recorder");
	if (input === "recorder") return input;
	if (input !== "chip" && !device.systemKeyboard) {
		throw new UsageError(`${device.name} has no system keyboard (it came with API level 4.0); use --input chip`);
	}
	return input;
}

type Values = ReturnType<typeof readLine<(typeof ASK)["flags"]>>["values"];

/** Whoever names a provider here agrees that the question goes there, as by the settings page's own key for it. */
function decodeSettings(values: Values, provider: ProviderId | undefined, now: number): Record<string, string> {
	const settings = values.settings === undefined ? {} : readSettings(values.settings);
	if (provider !== undefined) settings.provider = provider;
	const target = provider ?? settings.provider ?? "offline";
	if (values["base-url"] !== undefined) settings[`baseUrl.${target}`] = decodeUrl(values["base-url"]);
	if (values["api-key"] !== undefined) settings[`key.${target}`] = values["api-key"];
	if (values.model !== undefined) settings[`model.${target}`] = values.model;
	if (values.cap !== undefined) settings[SETTING.capDay] = decodeCap(values.cap);
	if (values.price !== undefined) settings[SETTING.prices] = decodePrice(values.price, target, settings);
	if (target !== "offline") settings[SETTING.consent] ??= consentTo([target, settings[SETTING.second]], now);
	return settings;
}

function consentTo(providers: readonly (string | undefined)[], now: number): string {
	const named = providers.filter((id) => id !== undefined && id !== "");
	return JSON.stringify(Object.fromEntries(named.map((id) => [id, dateOf(now)])));
}

function decodeCap(text: string): string {
	if (readAmount(text) === null) throw new UsageError(`--cap must be an amount of money, such as 0.50, not ${text}`);
	return text;
}

/** The prices with that of the model which will be asked. */
function decodePrice(text: string, provider: string, settings: Readonly<Record<string, string>>): string {
	const [, input = "", output = ""] = /^([^,]+),([^,]+)$/.exec(text) ?? [];
	const price = readPrice(`${input} / ${output}`);
	if (price === null) throw new UsageError(`--price must be IN,OUT for a million tokens, such as 0.25,2, not ${text}`);
	const row = findProvider(provider);
	if (row === undefined || row.id === "offline")
		throw new UsageError("--price needs a model that is asked: give --provider and --model too");
	const model = pricedAs(row.id, settings[SETTING.model(row.id)] || row.model);
	return encodePrices(decodePrices(settings[SETTING.prices]).set(model, price));
}

function readSettings(file: string): Record<string, string> {
	let decoded: unknown;
	try {
		decoded = JSON.parse(readText(file));
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`${file} is not JSON`);
	}
	if (typeof decoded !== "object" || decoded === null || Array.isArray(decoded)) {
		throw new UsageError(`${file} must hold one object of settings`);
	}
	const settings: Record<string, string> = {};
	for (const [key, value] of Object.entries(decoded)) {
		settings[key] = typeof value === "string" ? value : JSON.stringify(value);
	}
	return settings;
}

function decodeUrl(text: string): string {
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
		throw new UsageError(`--base-url must be an http or https address, not ${text}`);
	}
	return text;
}

function decodeNow(text: string | undefined, desktopNow: number): number {
	if (text === undefined) return desktopNow;
	const now = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(now)) throw new UsageError(`--now must be an ISO date, not ${text}`);
	return now;
}

function readText(file: string): string {
	return new TextDecoder().decode(read(file));
}

function read(file: string): Uint8Array {
	try {
		return new Uint8Array(readFileSync(file));
	} catch (error) {
		throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
