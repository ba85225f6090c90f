/**
 * Who listens to spoken questions, as the page shows it, and the report that a person reads out when it
 * fails. Pure but for reading. Rule: neither a key nor what was said is in the report.
 */
import { app } from "../app.json";
import { type Fate, fateOf } from "../core/settings/model-fates.ts";
import { type ProviderId, SETTING, type Settings } from "../core/settings/settings.ts";
import {
	chooseRoute,
	type Route,
	type TranscriberId,
	type TranscriberSettings,
	transcribersFor,
} from "../core/settings/voice.ts";
import { type Account, readAccount } from "./account.ts";
import { readTest } from "./command.ts";
import type { Storage } from "./storage.ts";

export type VoicePart = {
	chosen: TranscriberId | "auto";
	confirm: boolean;
	/** Whoever may be sent a recording, the first to be tried first. */
	transcribers: readonly TranscriberSettings[];
	/** Who is set up in this part: the chosen one, else the first that listens. */
	account: Account | null;
	/** "" if the answering model itself listens, so that there is none to set. */
	speechModel: string;
	/** What its provider has said of that model. */
	speechFate: Fate;
	/** In plain English: it is for a bug report. */
	report: string;
};

export function readVoicePart(storage: Storage, settings: Settings): VoicePart {
	const { provider, voice } = settings;
	const { transcriber: chosen, confirm, binary } = voice;
	const transcribers = transcribersFor(settings);
	const route = chooseRoute(settings);
	const id = chosen === "auto" ? transcribers[0]?.provider : chosen;
	const account = id === undefined ? null : readAccount(storage, "transcriber", id);
	const speechModel = account === null || route?.kind === "audio-model" ? "" : account.settings.speechModel;
	return {
		chosen,
		confirm,
		transcribers,
		account,
		speechModel,
		speechFate: account === null || speechModel === "" ? {} : fateOf(storage.read, account.row.id, speechModel),
		report: [
			`AskFace ${app.version.name}`,
			`Answers: ${provider}; listens: ${chosen}, now ${nameOf(route, provider)}`,
			`Bytes as they are: ${binary}; confirm: ${confirm ? "yes" : "no"}`,
			`Last test: ${lastTest(storage)}`,
			storage.read(SETTING.voiceDiagnostic) || "Recording: none yet",
		].join("\n"),
	};
}

function nameOf(route: Route | null, provider: ProviderId): string {
	if (route === null) return "nobody";
	return `${route.kind === "transcriber" ? route.transcriber : provider}, ${route.model}`;
}

function lastTest(storage: Storage): string {
	const test = readTest(storage);
	switch (test.kind) {
		case "none":
		case "running":
			return test.kind;
		case "failed":
			return test.fault.code;
		case "passed":
			return `passed, speech ${test.speech === true ? "understood" : (test.speech ?? "not tried")}`;
	}
}
