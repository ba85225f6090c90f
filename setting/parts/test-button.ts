import type { Fault } from "../../core/faults.ts";
import { spanOf } from "../../core/text/span.ts";
import type { Account } from "../account.ts";
import type { Test } from "../command.ts";
import type { Screen } from "../screen.ts";
import type { Words } from "../stage.ts";
import { button, plain, quiet, success, warning } from "../style.ts";
import { labelFor } from "./provider.ts";

/** The test button and, in words, how the last test went. */
export function drawTest({ words, act }: Screen, account: Account): SettingsElement[] {
	// Without an address there is nobody to be asked; the note at its field says so.
	if (account.row.usesNetwork && account.settings.baseUrl === "") return [];
	const label = labelFor(words("setting.test"), account, words);
	return [button(label, "main", () => act.test(account)), ...drawOutcome(account.test, words)];
}

function drawOutcome(test: Test, words: Words): SettingsElement[] {
	switch (test.kind) {
		case "none":
			return [];
		case "running":
			return [quiet(words("setting.test.running"))];
		case "passed":
			return [
				success(test.by === "" ? words("setting.test.passed") : words("setting.test.passed.by", { by: test.by })),
				...drawSpeech(test.speech, words),
			];
		case "failed":
			return drawFault(test.fault, words);
	}
}

function drawSpeech(speech: (Test & { kind: "passed" })["speech"], words: Words): SettingsElement[] {
	if (speech === undefined) return [];
	if (speech === true) return [success(words("setting.voice.works"))];
	return [warning(words("setting.voice.fails", { why: words(`fault.${speech}`) }))];
}

export function drawFault({ code, waitSeconds, model }: Fault, words: Words): SettingsElement[] {
	if (model !== undefined) return [warning(words(`fault.${code}`)), plain(words("unpriced", { model }))];
	const wait = waitSeconds === undefined ? [] : [plain(words("wait", { time: spanOf(waitSeconds, words) }))];
	return [warning(words(`fault.${code}`)), plain(words(`fault.${code}.help`)), ...wait];
}
