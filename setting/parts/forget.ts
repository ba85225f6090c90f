import type { Screen } from "../screen.ts";
import { button, card, quiet, success } from "../style.ts";

/** Forgetting everything takes two taps: the second is on another button. */
export function drawForget({ moment, words, act }: Screen): SettingsElement {
	const about = quiet(words("setting.forget.about"));
	if (moment.kind === "confirming-forget") {
		return card(words("setting.forget"), [
			about,
			button(words("setting.forget.yes"), "grave", act.forget),
			button(words("setting.cancel"), "plain", act.cancel),
		]);
	}
	return card(words("setting.forget"), [
		about,
		button(words("setting.forget"), "plain", act.askToForget),
		...(moment.kind === "forgotten" ? [success(words("setting.forget.done"))] : []),
	]);
}
