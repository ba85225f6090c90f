import type { Party } from "../party.ts";
import type { Screen } from "../screen.ts";
import type { Moment } from "../stage.ts";
import { button, field, pair, plain, quiet, warning } from "../style.ts";
import { labelFor, providerName } from "./provider.ts";

/**
 * The key: a field to paste it while there is none, else its last four characters. There is no password field (DOC
 * reference/app-settings-api), so the field is always drawn empty and goes away once it has taken a key.
 */
export function drawKey(screen: Screen, party: Party): SettingsElement[] {
	const { moment } = screen;
	if (moment.kind === "whose-key" && moment.role === party.role) return drawWhoseKey(screen, moment);
	if (party.keyTail === "" || isReplacing(moment, party)) return drawKeyField(screen, party);
	return [...drawHostQuestion(screen, party), ...drawKeptKey(screen, party)];
}

function isReplacing(moment: Moment, { role }: Party): boolean {
	switch (moment.kind) {
		case "replacing-key":
		case "unusable-key":
		case "others-key":
			return moment.role === role;
		default:
			return false;
	}
}

function drawKeyField(screen: Screen, party: Party): SettingsElement[] {
	const { words, act } = screen;
	const { preset, keyTail } = party;
	const ownServer = !preset.needsKey && preset.id !== "offline";
	const label = labelFor(words("setting.key"), party, words);
	return [
		field(label, "", words("setting.key.paste"), (pasted) => act.pasteKey(party, pasted)),
		...drawRefusal(screen, party),
		quiet(words(ownServer ? "setting.key.optional" : "setting.key.about")),
		...(keyTail === "" ? [] : [button(words("setting.key.keep"), "plain", act.cancel)]),
	];
}

function drawRefusal({ moment, words }: Screen, { role }: Party): SettingsElement[] {
	if (moment.kind === "unusable-key" && moment.role === role) return [warning(words(`setting.key.${moment.why}`))];
	if (moment.kind !== "others-key" || moment.role !== role) return [];
	const { owner, among } = moment;
	const choices = among.map((id) => providerName(id, words)).join(" / ");
	// A service that is none of the list can be asked as another server.
	const isListed = owner === "" || among.some((id) => id !== "custom");
	const provider = isListed ? owner || choices : `${owner} (${choices})`;
	return [warning(words("setting.key.other", { provider }))];
}

/** The address was changed since the key was given: nothing goes there before this yes (app-side/key-guard.ts). */
function drawHostQuestion({ words, act }: Screen, party: Party): SettingsElement[] {
	const { host, withheldFor } = party;
	if (withheldFor === undefined || host === "") return [];
	return [
		warning(words("setting.key.host", { host, given: withheldFor })),
		button(labelFor(words("setting.key.host.yes", { host }), party, words), "main", () => act.useKeyHere(party)),
	];
}

function drawKeptKey({ words, act }: Screen, party: Party): SettingsElement[] {
	const provider = providerName(party.preset.id, words, party.host);
	const label = (text: string) => labelFor(text, party, words);
	return [
		plain(words("setting.key.kept", { provider, tail: party.keyTail })),
		pair(
			button(label(words("setting.key.replace")), "plain", () => act.replaceKey(party)),
			button(label(words("setting.key.remove")), "plain", () => act.removeKey(party)),
		),
		quiet(words("setting.key.about")),
	];
}

function drawWhoseKey({ words, act }: Screen, moment: Moment & { kind: "whose-key" }): SettingsElement[] {
	const { role, among, key, owner } = moment;
	return [
		...(owner === "" ? [] : [warning(words("setting.key.looks", { owner }))]),
		plain(words("setting.key.whose")),
		...among.map((provider) => button(providerName(provider, words), "main", () => act.giveKeyTo(role, provider, key))),
		button(words("setting.cancel"), "plain", act.cancel),
	];
}
