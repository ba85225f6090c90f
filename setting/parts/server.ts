import { isExposed } from "../../core/settings/address.ts";
import type { Account } from "../account.ts";
import type { Screen } from "../screen.ts";
import type { BadUrl } from "../stage.ts";
import { button, choice, field, quiet, warning } from "../style.ts";
import { drawFate } from "./fate.ts";
import { folded } from "./folded.ts";
import { labelFor } from "./provider.ts";
import { drawFault } from "./test-button.ts";

const EXAMPLE_URL = "https://api.example.com/v1";

/**
 * Which model, and where it is asked: folded away while the usual ones will do. The built-in assistant has
 * neither.
 */
export function drawServer(screen: Screen, account: Account): SettingsElement[] {
	const { row, settings } = account;
	if (!row.usesNetwork) return [];
	const model = () => [...drawModel(screen, account), ...drawModels(screen)];
	// On a server of one's own there is no model to choose before it is known where that is.
	const isOwn = row.key === "optional";
	const draw = () =>
		isOwn ? [...drawAddress(screen, account), ...model()] : [...model(), ...drawAddress(screen, account)];
	const isUsual = row.key === "needed" && settings.model !== "" && !isExposed(settings.baseUrl);
	const part = isUsual ? folded(screen, "server", screen.words("setting.server"), settings.model, draw) : draw();
	return [...drawModelFate(screen, account), ...part];
}

export function drawModelFate({ words, act }: Screen, account: Account): SettingsElement[] {
	return drawFate(account.settings.model, account.fate, words, (name) => act.setModel(account, name));
}

export function drawModel({ words, act }: Screen, account: Account): SettingsElement[] {
	const { model } = account.settings;
	const label = labelFor(words("setting.model"), account, words);
	return [
		field(label, model, account.row.model, (typed) => act.setModel(account, typed)),
		model === "" ? warning(words("setting.model.missing")) : quiet(words("setting.model.about")),
	];
}

/** The provider's own list to choose from, once it was asked for. */
function drawModels({ snapshot, words, act }: Screen): SettingsElement[] {
	const { models, first } = snapshot;
	const fetch = button(words("setting.models"), "plain", act.listModels);
	switch (models.kind) {
		case "none":
			return [fetch];
		case "running":
			return [quiet(words("setting.models.running"))];
		case "failed":
			return [fetch, ...drawFault(models.fault, words)];
		case "listed": {
			if (models.models.length === 0) return [warning(words("setting.models.none"))];
			const options = models.models.map((name) => ({ name, value: name }));
			return [choice(words("setting.models.pick"), options, first.settings.model, (name) => act.setModel(first, name))];
		}
	}
}

export function drawAddress({ dialog, words, act }: Screen, account: Account): SettingsElement[] {
	const { settings, row, duty } = account;
	const { baseUrl } = settings;
	const label = labelFor(words("setting.url"), account, words);
	const refused = dialog.kind === "bad-url" && dialog.duty === duty ? dialog.why : undefined;
	return [
		field(label, baseUrl, row.baseUrl || EXAMPLE_URL, (typed) => act.setBaseUrl(account, typed)),
		drawAddressNote(baseUrl, refused, words),
	];
}

function drawAddressNote(baseUrl: string, refused: BadUrl | undefined, words: Screen["words"]): SettingsElement {
	if (refused === "credentials") return warning(words("setting.url.login"));
	if (refused === "none") return warning(words("setting.url.bad", { example: EXAMPLE_URL }));
	if (baseUrl === "") return warning(words("setting.url.missing", { example: EXAMPLE_URL }));
	if (isExposed(baseUrl)) return warning(words("setting.url.exposed"));
	return quiet(words("setting.url.about"));
}
