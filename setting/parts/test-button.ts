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
			return [warning(words(`fault.${test.code}`)), plain(words(`fault.${test.code}.help`))];
	}
}
