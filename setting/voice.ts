/**
 * Who listens to spoken questions, as the page shows it, and the report that a person reads out when it fails. Pure but for
 * reading. Rule: neither a key nor what was said is in the report.
 */
import { app } from "../app.json";
import { hostName } from "../core/settings/address.ts";
import { type Fate, fateOf } from "../core/settings/model-fates.ts";
import { type ProviderId, SETTING, settingsFor } from "../core/settings/settings.ts";
import {
	chooseRoute,
	type EarsId,
	listenersFor,
	type Route,
	readVoice,
	speechModelOf,
} from "../core/settings/voice-settings.ts";
import { readTest } from "./command.ts";
import { type Party, readParty } from "./party.ts";
import type { Storage } from "./storage.ts";

/** `host`: of its address, "" where there is none. */
export type Listener = { id: EarsId; host: string };

export type VoicePart = {
	chosen: EarsId | "auto";
	confirm: boolean;
	/** Whoever may be sent a recording, the first to be tried first. */
	listeners: readonly Listener[];
	/** Who is set up in this part: the chosen one, else the first that listens. */
	ears: Party | null;
	/** "" where the answering model itself listens, so that there is none to set. */
	speechModel: string;
	/** What its provider has said of that model. */
	speechFate: Fate;
	/** In plain English: it is for a bug report. */
	report: string;
};

export function readVoicePart(storage: Storage, provider: ProviderId): VoicePart {
	const { ears: chosen, confirm, binary } = readVoice(storage.read);
	const listeners = listenersFor(storage.read, provider);
	const route = chooseRoute(storage.read, provider);
	const ears = chosen === "auto" ? listeners[0] : chosen;
	const speechModel = ears === undefined || route?.kind === "one" ? "" : speechModelOf(storage.read, ears);
	return {
		chosen,
		confirm,
		listeners: listeners.map((id) => ({ id, host: hostName(settingsFor(storage.read, id).baseUrl) })),
		ears: ears === undefined ? null : readParty(storage, "ears", ears),
		speechModel,
		speechFate: ears === undefined || speechModel === "" ? {} : fateOf(storage.read, ears, speechModel),
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
	return `${route.kind === "one" ? provider : route.ears}, ${route.model}`;
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
