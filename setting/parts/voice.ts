import { TRANSCRIBERS } from "../../core/settings/voice.ts";
import type { Screen } from "../screen.ts";
import { button, choice, field, literal, plain, quiet, toggle, warning } from "../style.ts";
import { drawKeyConsent, drawServerConsent } from "./consent.ts";
import { drawFate } from "./fate.ts";
import { folded } from "./folded.ts";
import { drawKey } from "./key.ts";
import { labelFor, providerName, transcriberName } from "./provider.ts";
import { drawAddress } from "./server.ts";

/** Who listens to a recording, with which model, and whether the person sees first what was understood. */
export function drawVoice(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { chosen, transcribers, confirm } = snapshot.voice;
	const auto = words("setting.voice.auto");
	const options = TRANSCRIBERS.map((id) => ({ name: providerName(id, words), value: id }));
	const [first] = transcribers;
	const now = first === undefined ? words("fault.no-key") : transcriberName(first, words);
	const named = chosen === "auto" ? auto : first?.provider === chosen ? now : providerName(chosen, words);
	const summary = named === now ? named : `${named}: ${now}`;
	const part = folded(screen, "voice", words("setting.voice"), summary, () => [
		quiet(words("setting.voice.about")),
		choice(words("setting.voice.by"), [{ name: auto, value: "auto" }, ...options], chosen, act.chooseTranscriber),
		...drawWho(screen),
		...drawTranscriber(screen),
		toggle(words("setting.voice.confirm"), confirm, act.setConfirm),
		...drawReport(screen),
	]);
	return [...part, ...drawSpeechFate(screen)];
}

function drawSpeechFate({ snapshot, words, act }: Screen): SettingsElement[] {
	const { account, speechModel, speechFate } = snapshot.voice;
	return account === null ? [] : drawFate(speechModel, speechFate, words, (name) => act.setSpeechModel(account, name));
}

/** Whoever may be sent a recording, by name: that may be more than the one who answers. */
function drawWho({ snapshot, words }: Screen): SettingsElement[] {
	const { chosen, transcribers } = snapshot.voice;
	const [first] = transcribers;
	if (first === undefined) return [warning(words("setting.voice.nobody"))];
	if (chosen !== "auto") return [];
	const providers = transcribers.map((one) => transcriberName(one, words)).join(", ");
	const anyone = plain(words("setting.voice.anyone", { providers }));
	return transcribers.length === 1
		? [anyone]
		: [anyone, plain(words("setting.voice.now", { provider: transcriberName(first, words) }))];
}

/** The key of a transcriber that was chosen and is set up nowhere else on the page, and its speech model. */
function drawTranscriber(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { first, second, voice } = snapshot;
	const { account, speechModel, chosen } = voice;
	if (account === null) return [];
	const isElsewhere = [first, second].some((other) => other?.row.id === account.row.id);
	const label = labelFor(words("setting.voice.model"), account, words);
	return [
		...(chosen === "auto" || isElsewhere ? [] : drawAccess(screen)),
		...(speechModel === "" ? [] : [field(label, speechModel, "", (typed) => act.setSpeechModel(account, typed))]),
	];
}

function drawAccess(screen: Screen): SettingsElement[] {
	const { account } = screen.snapshot.voice;
	if (account === null) return [];
	return [
		...drawKeyConsent(screen, account),
		...drawKey(screen, account),
		...drawServerConsent(screen, account),
		...(account.row.key === "needed" ? [] : drawAddress(screen, account)),
	];
}

function drawReport({ snapshot, dialog, words, act }: Screen): SettingsElement[] {
	if (dialog.kind !== "showing-report") return [button(words("setting.voice.report"), "plain", act.showReport)];
	return [
		quiet(words("setting.voice.report.about")),
		literal(snapshot.voice.report),
		button(words("setting.export.close"), "plain", act.cancel),
	];
}
