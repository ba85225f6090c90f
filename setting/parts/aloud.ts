import { SETTING } from "../../core/settings/settings.ts";
import { SPEAKERS } from "../../core/settings/speakers.ts";
import type { Screen } from "../screen.ts";
import { choice, field, quiet, toggle, warning } from "../style.ts";
import { folded } from "./folded.ts";
import { providerName } from "./provider.ts";

const NOBODY = "";

/** Who speaks answers, with which model and voice, and whether they are spoken by themselves. */
export function drawAloud(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { chosen, speaker } = snapshot.aloud;
	const off = words("setting.aloud.off");
	const options = SPEAKERS.map((id) => ({ name: providerName(id, words), value: id }));
	const summary = speaker === null ? off : providerName(speaker.provider, words);
	return folded(screen, "aloud", words("setting.aloud"), summary, () => [
		quiet(words("setting.aloud.about")),
		choice(words("setting.aloud.by"), [{ name: off, value: NOBODY }, ...options], chosen, act.chooseSpeaker),
		...(speaker === null ? [] : drawSpeaker(screen)),
	]);
}

function drawSpeaker({ snapshot, words, act }: Screen): SettingsElement[] {
	const { speaker, isOn } = snapshot.aloud;
	if (speaker === null) return [];
	const { provider, model, voice, ready } = speaker;
	return [
		...(ready ? [] : [warning(words("setting.aloud.key", { provider: providerName(provider, words) }))]),
		field(words("setting.aloud.model"), model, "", (typed) => act.setSpeaker(SETTING.speakerModel(provider), typed)),
		field(words("setting.aloud.voice"), voice, "", (typed) => act.setSpeaker(SETTING.speakerVoice(provider), typed)),
		toggle(words("setting.aloud.self"), isOn, act.setAloud),
	];
}
