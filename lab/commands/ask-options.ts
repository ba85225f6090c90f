/**
 * The command line of `ask`, decoded. Owns flags, their values and their defaults; never the run. Rule: what is not
 * understood ends in a UsageError with the reason, before anything is packed or sent.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { decodePrices, encodePrices, pricedAs, readAmount, readPrice } from "../../core/money/budget.ts";
import { dateOf } from "../../core/settings/privacy.ts";
import { findProvider, PROVIDERS, type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { isSupported, MIN_API_LEVEL } from "../../packaging/supported.ts";
import {
	DEVICES,
	type Device,
	findDevice,
	type LinkModel,
	type PhoneProfile,
	type Platform,
	parseLink,
	parsePhone,
	parsePlatform,
	readWav,
	UsageError,
} from "../../simulator/index.ts";
import type { Input, Surface } from "../asking.ts";

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
	json: boolean;
};

const FLAGS = {
	device: { type: "string" },
	surface: { type: "string" },
	input: { type: "string" },
	audio: { type: "string" },
	provider: { type: "string" },
	"base-url": { type: "string" },
	"api-key": { type: "string" },
	model: { type: "string" },
	cap: { type: "string" },
	price: { type: "string" },
	turns: { type: "string" },
	settings: { type: "string" },
	state: { type: "string" },
	now: { type: "string" },
	phone: { type: "string" },
	platform: { type: "string" },
	link: { type: "string", multiple: true },
	json: { type: "boolean" },
} as const;

export function decodeAskOptions(args: readonly string[], desktopNow: number): AskOptions {
	const { values, positionals } = readFlags(args);
	const device = decodeDevice(values.device ?? "balance2");
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
		json: values.json ?? false,
	};
}

function readFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/** A device of devices.json that can run AskFace; the reason is told apart from a name nobody knows. */
export function decodeDevice(id: string): Device {
	const device = findDevice(id);
	if (!device) {
		throw new UsageError(`no watch is called ${id}; there are ${DEVICES.map((known) => known.id).join(", ")}`);
	}
	if (!isSupported(device)) {
		throw new UsageError(
			`${device.name} has API level ${device.apiLevel}; AskFace needs ${MIN_API_LEVEL} or later, which its transport to the phone requires`,
		);
	}
	return device;
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

type Values = ReturnType<typeof readFlags>["values"];

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

function decodeWith<T>(flag: string, parse: (text: string) => T, text: string): T {
	try {
		return parse(text);
	} catch (error) {
		throw new UsageError(`--${flag}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function oneOf<const T extends string>(flag: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find((one) => one === value);
	if (found === undefined) throw new UsageError(`--${flag} must be one of ${allowed.join(", ")}, not ${value}`);
	return found;
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
