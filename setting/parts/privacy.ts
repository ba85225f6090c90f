import { FIELDS } from "../../core/settings/privacy.ts";
import type { Preview } from "../preview.ts";
import type { Screen } from "../screen.ts";
import { field, literal, plain, quiet, toggle } from "../style.ts";
import { folded } from "./folded.ts";
import { transcriberName } from "./provider.ts";

/** What leaves the phone: a switch for each field, and what the next question sends as they stand. */
export function drawPrivacy(screen: Screen): SettingsElement[] {
	const { snapshot, preview, words, act } = screen;
	const { share, place, asksWeather } = snapshot.settings;
	const shared = share.map((name) => words(`setting.share.${name}`)).join(" · ");
	const nothing = wordsForNothing(screen);
	const summary = preview === null ? nothing : shared || words("setting.privacy.nothing");
	return folded(screen, "privacy", words("setting.privacy"), summary, () => [
		plain(words("setting.privacy.goes")),
		...FIELDS.map((name) => toggle(words(`setting.share.${name}`), share.includes(name), (on) => act.share(name, on))),
		toggle(words("setting.weather"), asksWeather, act.askWeather),
		...(asksWeather || share.includes("place") ? [field(words("setting.place"), place, "", act.setPlace)] : []),
		quiet(words("setting.privacy.stays")),
		quiet(words("setting.preview")),
		...(preview === null ? [plain(nothing)] : drawPreview(preview, words)),
	]);
}

/** The built-in assistant answers here; a recording goes to a transcriber all the same if one was chosen. */
function wordsForNothing({ snapshot, words }: Screen): string {
	const [transcriber] = snapshot.voice.transcribers;
	if (transcriber === undefined) return words("setting.preview.nothing");
	return words("setting.voice.now", { provider: transcriberName(transcriber, words) });
}

function drawPreview(preview: Preview, words: Screen["words"]): SettingsElement[] {
	const { rules, turns, question } = preview;
	const talk = turns.flatMap((turn) => [literal(turn.question), literal(turn.answer)]);
	return [
		literal(rules),
		...(talk.length === 0 ? [] : [quiet(words("setting.preview.talk")), ...talk]),
		literal(question),
	];
}
