/**
 * What a tap or a typed text does to the providers that are set up. Rule: an API key is written under its provider's own
 * key and nowhere else, and nothing of one that may be a stranger's is written or sent until the person has said whose it is.
 */
import { originOf, readPastedAddress } from "../core/settings/address.ts";
import { findPreset, givenFor, type ProviderId, SETTING, settingsFor, storedKeyOf } from "../core/settings/settings.ts";
import { dropTest, sendCommand } from "./command.ts";
import { placeKey } from "./key.ts";
import type { Party, Role } from "./party.ts";
import { agreeTo } from "./privacy-actions.ts";
import type { Stage } from "./stage.ts";

export type PartyActions = {
	chooseProvider(value: string): void;
	/** "" for none. */
	chooseSecond(value: string): void;
	chooseEars(value: string): void;
	pasteKey(party: Party, pasted: string): void;
	/** Says whose a key is: of the first role, that provider is then the one that is asked. */
	giveKeyTo(role: Role, provider: ProviderId, key: string): void;
	replaceKey(party: Party): void;
	removeKey(party: Party): void;
	/** Yes to the key being sent to where the provider is asked now, and a test of it. */
	useKeyHere(party: Party): void;
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
	const giveHost = (owner: ProviderId) => set(SETTING.host(owner), originOf(settingsFor(storage.read, owner).baseUrl));
	const keepKey = (owner: ProviderId, key: string) => {
		storage.write(SETTING.key(owner), key);
		giveHost(owner);
		agreeTo(stage, owner);
		calm();
	};
	const giveKeyTo = (role: Role, owner: ProviderId, key: string) => {
		if (role === "first") storage.write(SETTING.provider, owner);
		keepKey(owner, key);
		sendCommand(storage, "test", nonce(), role === "second" ? owner : undefined);
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
			const { role, preset, settings } = party;
			const placed = placeKey(pasted, preset.id, settings.baseUrl);
			if (placed.kind === "unusable") return enter({ kind: "unusable-key", role, why: placed.why });
			if (placed.kind === "store") return giveKeyTo(role, placed.provider, placed.key);
			const { among, key, owner } = placed;
			if (role === "first") return enter({ kind: "whose-key", role, key, among, owner });
			if (!among.includes(preset.id)) return enter({ kind: "others-key", role, among, owner });
			enter({ kind: "whose-key", role, key, among: [preset.id], owner });
		},
		giveKeyTo,
		replaceKey: ({ role }) => enter({ kind: "replacing-key", role }),
		removeKey: ({ preset }) => {
			set(SETTING.host(preset.id), "");
			setTested(SETTING.key(preset.id), "");
		},
		useKeyHere: (party) => {
			giveHost(party.preset.id);
			agreeTo(stage, party.preset.id);
			calm();
			test(party);
		},
		agree: (party) => {
			agreeTo(stage, party.preset.id);
			test(party);
		},
		setBaseUrl: ({ role, preset }, typed) => {
			const read = readPastedAddress(typed);
			if (read.kind !== "address" && typed.trim() !== "") return enter({ kind: "bad-url", role, why: read.kind });
			const address = read.kind === "address" ? read.url : "";
			// A key from before hosts were stored was given for the address that is about to go.
			if (storedKeyOf(storage.read, preset.id) !== "") set(SETTING.host(preset.id), givenFor(storage.read, preset.id));
			if (address !== "" && !preset.needsKey) agreeTo(stage, preset.id);
			setTested(SETTING.baseUrl(preset.id), address);
		},
		setModel: ({ preset }, typed) => setTested(SETTING.model(preset.id), typed.trim()),
		setSpeechModel: ({ preset }, typed) => setTested(SETTING.speech(preset.id), typed.trim()),
		test,
		listModels: () => sendCommand(storage, "models", nonce()),
	};
}
