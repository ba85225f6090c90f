/**
 * The models that questions go to as things are set, whoever answers and whoever listens. Rule: none is left out that the
 * phone could send something to, since each may cost money, and none is named that it could not.
 */
import { type Getter, isReady, keyOf, readSettings, type Settings, settingsFor } from "../core/settings.ts";
import { chooseRoute } from "../core/voice-settings.ts";

/** The first provider's, the listener's, then those of the second provider if it is set up. */
export function readAsked(get: Getter): string[] {
	const first = readSettings(get);
	const models = modelsOf(get, first);
	const second = first.second === null ? null : settingsFor(get, first.second);
	// The built-in assistant never fails: only a listener before it hands a question on.
	const isHandedOn = second !== null && models.length > 0 && isReady(second, keyOf(get, second.provider));
	return [...new Set(isHandedOn ? [...models, ...modelsOf(get, second)] : models)];
}

function modelsOf(get: Getter, { provider, model }: Settings): string[] {
	return [provider === "offline" ? "" : model, chooseRoute(get, provider)?.model ?? ""].filter((name) => name !== "");
}
