import type { Screen } from "../screen.ts";
import { button, literal, quiet, success } from "../style.ts";
import { folded } from "./folded.ts";

/** All that is kept on this phone: to be shown, and to be forgotten. */
export function drawData(screen: Screen): SettingsElement[] {
	const { dialog, words } = screen;
	const done = dialog.kind === "forgotten" ? [success(words("setting.forget.done"))] : [];
	return [
		...folded(screen, "data", words("setting.data"), "", () => [...drawExport(screen), ...drawForget(screen)]),
		...done,
	];
}

/** The whole text can be selected and copied: a settings page can neither save a file nor share one. */
function drawExport({ dialog, data, words, act }: Screen): SettingsElement[] {
	const about = quiet(words("setting.export.about"));
	if (dialog.kind !== "showing-data") return [about, button(words("setting.export"), "plain", act.showData)];
	return [about, literal(data()), button(words("setting.export.close"), "plain", act.cancel)];
}

/** Forgetting everything takes two taps: the second is on another button. */
function drawForget({ dialog, words, act }: Screen): SettingsElement[] {
	const about = quiet(words("setting.forget.about"));
	if (dialog.kind !== "confirming-forget") return [about, button(words("setting.forget"), "plain", act.askToForget)];
	return [
		about,
		button(words("setting.forget.yes"), "grave", act.forget),
		button(words("setting.cancel"), "plain", act.cancel),
	];
}
