import type { Fault } from "../../core/faults.ts";
import type { Test } from "../command.ts";
import type { Screen, Words } from "../screen.ts";
import { button, plain, quiet, success, warning } from "../style.ts";

/** The test button and, in words, how the last test went. */
export function drawTest({ snapshot, words, act }: Screen): SettingsElement[] {
	return [button(words("setting.test"), "main", act.test), ...drawOutcome(snapshot.test, words)];
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
			];
		case "failed":
			return drawFault(test.fault, words);
	}
}

function drawFault({ code, waitSeconds }: Fault, words: Words): SettingsElement[] {
	const wait = waitSeconds === undefined ? [] : [plain(words("wait", { seconds: Math.ceil(waitSeconds) }))];
	return [warning(words(`fault.${code}`)), plain(words(`fault.${code}.help`)), ...wait];
}
