import type { Account } from "../account.ts";
import type { Screen } from "../screen.ts";
import type { Dialog } from "../stage.ts";
import { button, field, pair, plain, quiet, warning } from "../style.ts";
import { labelFor, providerName } from "./provider.ts";

/**
 * The key: a field to paste it while there is none, else its last four characters. There is no password field
 * (DOC reference/app-settings-api), so the field is always drawn empty and goes away once it has taken a key.
 */
export function drawKey(screen: Screen, account: Account): SettingsElement[] {
	const { dialog } = screen;
	if (dialog.kind === "whose-key" && dialog.duty === account.duty) return drawWhoseKey(screen, dialog);
	if (account.keyTail === "" || isReplacing(dialog, account)) return drawKeyField(screen, account);
	return [...drawHostQuestion(screen, account), ...drawKeptKey(screen, account)];
}

function isReplacing(dialog: Dialog, { duty }: Account): boolean {
	switch (dialog.kind) {
		case "replacing-key":
		case "unusable-key":
		case "others-key":
			return dialog.duty === duty;
		default:
			return false;
	}
}

function drawKeyField(screen: Screen, account: Account): SettingsElement[] {
	const { words, act } = screen;
	const { row, keyTail } = account;
	const ownServer = row.key === "optional";
	const label = labelFor(words("setting.key"), account, words);
	return [
		field(label, "", words("setting.key.paste"), (pasted) => act.pasteKey(account, pasted)),
		...drawRefusal(screen, account),
		quiet(words(ownServer ? "setting.key.optional" : "setting.key.about")),
		...(keyTail === "" ? [] : [button(words("setting.key.keep"), "plain", act.cancel)]),
	];
}

function drawRefusal({ dialog, words }: Screen, { duty }: Account): SettingsElement[] {
	if (dialog.kind === "unusable-key" && dialog.duty === duty) return [warning(words(`setting.key.${dialog.why}`))];
	if (dialog.kind !== "others-key" || dialog.duty !== duty) return [];
	const { owner, among } = dialog;
	const choices = among.map((id) => providerName(id, words)).join(" / ");
	// A service that is none of the list can be asked as another server.
	const isListed = owner === "" || among.some((id) => id !== "custom");
	const provider = isListed ? owner || choices : `${owner} (${choices})`;
	return [warning(words("setting.key.other", { provider }))];
}

/**
 * The address was changed since the key was given: nothing goes there before this yes
 * (app-side/key-guard.ts).
 */
function drawHostQuestion({ words, act }: Screen, account: Account): SettingsElement[] {
	const { host, withheldFor } = account;
	if (withheldFor === undefined || host === "") return [];
	return [
		warning(words("setting.key.host", { host, given: withheldFor })),
		button(labelFor(words("setting.key.host.yes", { host }), account, words), "main", () => act.useKeyHere(account)),
	];
}

function drawKeptKey({ words, act }: Screen, account: Account): SettingsElement[] {
	const provider = providerName(account.row.id, words, account.host);
	const label = (text: string) => labelFor(text, account, words);
	return [
		plain(words("setting.key.kept", { provider, tail: account.keyTail })),
		pair(
			button(label(words("setting.key.replace")), "plain", () => act.replaceKey(account)),
			button(label(words("setting.key.remove")), "plain", () => act.removeKey(account)),
		),
		quiet(words("setting.key.about")),
	];
}

function drawWhoseKey({ words, act }: Screen, dialog: Dialog & { kind: "whose-key" }): SettingsElement[] {
	const { duty, among, key, owner } = dialog;
	return [
		...(owner === "" ? [] : [warning(words("setting.key.looks", { owner }))]),
		plain(words("setting.key.whose")),
		...among.map((provider) => button(providerName(provider, words), "main", () => act.giveKeyTo(duty, provider, key))),
		button(words("setting.cancel"), "plain", act.cancel),
	];
}
