import type { Moment, Screen } from "../screen.ts";
import { button, field, plain, quiet, warning } from "../style.ts";
import { providerName } from "./provider.ts";

/**
 * The key: a field to paste it while there is none, else its last four characters. There is no password field (DOC
 * reference/app-settings-api), so the field is always drawn empty and goes away once it has taken a key.
 */
export function drawKey(screen: Screen): SettingsElement[] {
	const { snapshot, moment } = screen;
	if (moment.kind === "whose-key") return drawWhoseKey(screen, moment);
	const replacing = moment.kind === "replacing-key" || moment.kind === "unusable-key";
	return snapshot.keyTail === "" || replacing ? drawKeyField(screen) : drawKeptKey(screen);
}

function drawKeyField({ snapshot, moment, words, act }: Screen): SettingsElement[] {
	const { preset, keyTail } = snapshot;
	const ownServer = !preset.needsKey && preset.id !== "offline";
	return [
		field(words("setting.key"), "", words("setting.key.paste"), act.pasteKey),
		...(moment.kind === "unusable-key" ? [warning(words("setting.key.unusable"))] : []),
		quiet(words(ownServer ? "setting.key.optional" : "setting.key.about")),
		...(keyTail === "" ? [] : [button(words("setting.key.keep"), "plain", act.cancel)]),
	];
}

function drawKeptKey({ snapshot, words, act }: Screen): SettingsElement[] {
	const provider = providerName(snapshot.preset.id, words);
	return [
		plain(words("setting.key.kept", { provider, tail: snapshot.keyTail })),
		button(words("setting.key.replace"), "plain", act.replaceKey),
		button(words("setting.key.remove"), "plain", act.removeKey),
		quiet(words("setting.key.about")),
	];
}

function drawWhoseKey({ words, act }: Screen, { among, key }: Moment & { kind: "whose-key" }): SettingsElement[] {
	return [
		plain(words("setting.key.whose")),
		...among.map((provider) => button(providerName(provider, words), "main", () => act.giveKeyTo(provider, key))),
		button(words("setting.cancel"), "plain", act.cancel),
	];
}
