import { EARS } from "../../core/settings/voice-settings.ts";
import type { Screen } from "../screen.ts";
import { button, choice, field, literal, plain, quiet, toggle, warning } from "../style.ts";
import { drawKeyConsent, drawServerConsent } from "./consent.ts";
import { drawFate } from "./fate.ts";
import { folded } from "./folded.ts";
import { drawKey } from "./key.ts";
import { labelFor, listenerName, providerName } from "./provider.ts";
import { drawAddress } from "./server.ts";

/** Who listens to a recording, with which model, and whether the person sees first what was understood. */
export function drawVoice(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { chosen, listeners, confirm } = snapshot.voice;
	const auto = words("setting.voice.auto");
	const options = EARS.map((id) => ({ name: providerName(id, words), value: id }));
	const [first] = listeners;
	const now = first === undefined ? words("fault.no-key") : listenerName(first, words);
	const named = chosen === "auto" ? auto : first?.id === chosen ? now : providerName(chosen, words);
	const summary = named === now ? named : `${named}: ${now}`;
	const part = folded(screen, "voice", words("setting.voice"), summary, () => [
		quiet(words("setting.voice.about")),
		choice(words("setting.voice.by"), [{ name: auto, value: "auto" }, ...options], chosen, act.chooseEars),
		...drawWho(screen),
		...drawEars(screen),
		toggle(words("setting.voice.confirm"), confirm, act.setConfirm),
		...drawReport(screen),
	]);
	return [...part, ...drawSpeechFate(screen)];
}

function drawSpeechFate({ snapshot, words, act }: Screen): SettingsElement[] {
	const { ears, speechModel, speechFate } = snapshot.voice;
	return ears === null ? [] : drawFate(speechModel, speechFate, words, (name) => act.setSpeechModel(ears, name));
}

/** Whoever may be sent a recording, by name: that may be more than the one who answers. */
function drawWho({ snapshot, words }: Screen): SettingsElement[] {
	const { chosen, listeners } = snapshot.voice;
	const [first] = listeners;
	if (first === undefined) return [warning(words("setting.voice.nobody"))];
	if (chosen !== "auto") return [];
	const providers = listeners.map((listener) => listenerName(listener, words)).join(", ");
	const anyone = plain(words("setting.voice.anyone", { providers }));
	return listeners.length === 1
		? [anyone]
		: [anyone, plain(words("setting.voice.now", { provider: listenerName(first, words) }))];
}

/** The key of a listener that was chosen and is set up nowhere else on the page, and its speech model. */
function drawEars(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { first, second, voice } = snapshot;
	const { ears, speechModel, chosen } = voice;
	if (ears === null) return [];
	const isElsewhere = [first, second].some((party) => party?.preset.id === ears.preset.id);
	const label = labelFor(words("setting.voice.model"), ears, words);
	return [
		...(chosen === "auto" || isElsewhere ? [] : drawAccess(screen)),
		...(speechModel === "" ? [] : [field(label, speechModel, "", (typed) => act.setSpeechModel(ears, typed))]),
	];
}

function drawAccess(screen: Screen): SettingsElement[] {
	const { ears } = screen.snapshot.voice;
	if (ears === null) return [];
	return [
		...drawKeyConsent(screen, ears),
		...drawKey(screen, ears),
		...drawServerConsent(screen, ears),
		...(ears.preset.needsKey ? [] : drawAddress(screen, ears)),
	];
}

function drawReport({ snapshot, moment, words, act }: Screen): SettingsElement[] {
	if (moment.kind !== "showing-report") return [button(words("setting.voice.report"), "plain", act.showReport)];
	return [
		quiet(words("setting.voice.report.about")),
		literal(snapshot.voice.report),
		button(words("setting.export.close"), "plain", act.cancel),
	];
}
