/**
 * What a tap or a typed text in the parts about privacy does. Rule: consent is a date for one provider, and
 * written only by what the person does right below the words that say where questions go.
 */
import { isFields, parseJson } from "../core/json.ts";
import { dateOf, FIELDS, type Field } from "../core/settings/privacy.ts";
import { everyKey, PROVIDERS, type ProviderId, SETTING } from "../core/settings/settings.ts";
import { sendCommand } from "./command.ts";
import type { Stage } from "./stage.ts";
import type { Storage } from "./storage.ts";

export type PrivacyActions = {
	share(field: Field, on: boolean): void;
	setPlace(typed: string): void;
	/** Lets the phone ask open-meteo.com for the weather at the place. */
	askWeather(on: boolean): void;
	showData(): void;
	askToForget(): void;
	forget(): void;
};

export function createPrivacyActions(stage: Stage): PrivacyActions {
	const { storage, settings, nonce, set, enter } = stage;
	return {
		share: (field, on) => {
			const shared = FIELDS.filter((other) => (other === field ? on : settings.share.includes(other)));
			set(SETTING.share, shared.length === 0 ? "" : JSON.stringify(shared));
		},
		askWeather: (on) => set(SETTING.weather, on ? "yes" : ""),
		setPlace: (typed) => set(SETTING.place, typed.trim()),
		showData: () => enter({ kind: "showing-data" }),
		askToForget: () => enter({ kind: "confirming-forget" }),
		forget: () => {
			for (const key of ownKeys()) storage.remove(key);
			sendCommand(storage, "forget", nonce());
			enter({ kind: "forgotten" });
		},
	};
}

export function agreeTo({ storage, now }: Stage, provider: ProviderId): void {
	const dates = parseJson(storage.read(SETTING.consent));
	storage.write(SETTING.consent, JSON.stringify({ ...(isFields(dates) ? dates : {}), [provider]: dateOf(now()) }));
}

/**
 * All that AskFace keeps, as text: each key of the storage with its value, laid out if it is JSON. API keys
 * are left out.
 */
export function dataOf(storage: Storage): string {
	const kept = ownKeys().flatMap((name) => {
		const value = storage.read(name);
		return value === "" || isApiKey(name) ? [] : [[name, parseJson(value) ?? value] as const];
	});
	return JSON.stringify(Object.fromEntries(kept), null, 1);
}

/** Every key of the person's; the commands go on working without them. */
function ownKeys(): string[] {
	return everyKey().filter((name) => name !== SETTING.command && name !== SETTING.outcome);
}

function isApiKey(name: string): boolean {
	return PROVIDERS.some(({ id }) => name === SETTING.key(id));
}
