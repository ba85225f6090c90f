/**
 * What a tap or a typed text does to the providers that are set up. Rule: an API key is written under its provider's own
 * key and nowhere else, and one that is another provider's is not taken.
 */
import { findPreset, type ProviderId, SETTING, tidyBaseUrl } from "../core/settings.ts";
import type { Stage } from "./actions.ts";
import { dropTest, sendCommand } from "./command.ts";
import { placeKey } from "./key.ts";
import type { Party } from "./party.ts";
import { agreeTo } from "./privacy-actions.ts";

export type PartyActions = {
	chooseProvider(value: string): void;
	/** "" for none. */
	chooseSecond(value: string): void;
	chooseEars(value: string): void;
	pasteKey(party: Party, pasted: string): void;
	/** Says whose an ambiguous key is: that provider is then the first. */
	giveKeyTo(provider: ProviderId, key: string): void;
	replaceKey(party: Party): void;
	removeKey(party: Party): void;
	/** Yes to a server that takes no key, and a test of it. */
	agree(party: Party): void;
	setBaseUrl(party: Party, typed: string): void;
	setModel(party: Party, typed: string): void;
	setSpeechModel(party: Party, typed: string): void;
	test(party: Party): void;
	listModels(): void;
};

export function createPartyActions(stage: Stage): PartyActions {
	const { storage, nonce, set, enter } = stage;
	const calm = () => enter({ kind: "calm" });
	const setTested = (key: string, value: string) => {
		dropTest(storage);
		set(key, value);
		calm();
	};
	const test = ({ role, preset }: Pick<Party, "role" | "preset">) =>
		sendCommand(storage, "test", nonce(), role === "second" ? preset.id : undefined);
	const keepKey = (owner: ProviderId, key: string) => {
		storage.write(SETTING.key(owner), key);
		agreeTo(stage, owner);
		calm();
	};
	const giveKeyTo = (owner: ProviderId, key: string) => {
		storage.write(SETTING.provider, owner);
		keepKey(owner, key);
		sendCommand(storage, "test", nonce());
	};
	return {
		chooseProvider: (value) => {
			const preset = findPreset(value);
			if (preset !== undefined) setTested(SETTING.provider, preset.id);
		},
		chooseSecond: (value) => setTested(SETTING.second, value),
		chooseEars: (value) => setTested(SETTING.voice, value),
		pasteKey: (party, pasted) => {
			if (pasted.trim() === "") return;
			const { role, preset } = party;
			const placed = placeKey(pasted, preset.id);
			if (placed.kind === "unusable") return enter({ kind: "unusable-key", role });
			if (role === "first") {
				if (placed.kind === "ask") return enter({ kind: "whose-key", key: placed.key, among: placed.among });
				return giveKeyTo(placed.provider, placed.key);
			}
			const owners = placed.kind === "ask" ? placed.among : [placed.provider];
			if (!owners.includes(preset.id)) return enter({ kind: "others-key", role, among: owners });
			keepKey(preset.id, placed.key);
			test(party);
		},
		giveKeyTo,
		replaceKey: ({ role }) => enter({ kind: "replacing-key", role }),
		removeKey: ({ preset }) => setTested(SETTING.key(preset.id), ""),
		agree: (party) => {
			agreeTo(stage, party.preset.id);
			test(party);
		},
		setBaseUrl: ({ role, preset }, typed) => {
			const address = tidyBaseUrl(typed);
			if (address === "" && typed.trim() !== "") return enter({ kind: "bad-url", role });
			if (address !== "" && !preset.needsKey) agreeTo(stage, preset.id);
			setTested(SETTING.baseUrl(preset.id), address);
		},
		setModel: ({ preset }, typed) => setTested(SETTING.model(preset.id), typed.trim()),
		setSpeechModel: ({ preset }, typed) => setTested(SETTING.speech(preset.id), typed.trim()),
		test,
		listModels: () => sendCommand(storage, "models", nonce()),
	};
}
