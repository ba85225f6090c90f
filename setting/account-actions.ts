/**
 * What a tap or a typed text does to the providers that are set up. Rule: an API key is written under its
 * provider's own key and nowhere else, and nothing of one that may be a stranger's is written or sent until
 * the person has said whose it is.
 */
import { originOf, readPastedAddress } from "../core/settings/address.ts";
import { readProvider } from "../core/settings/provider-settings.ts";
import { findProvider, givenFor, type ProviderId, SETTING, storedKeyOf } from "../core/settings/settings.ts";
import type { Account, Duty } from "./account.ts";
import { dropTest, sendCommand } from "./command.ts";
import { placeKey } from "./key.ts";
import { agreeTo } from "./privacy-actions.ts";
import type { Stage } from "./stage.ts";

export type AccountActions = {
	chooseProvider(value: string): void;
	/** "" for none. */
	chooseSecond(value: string): void;
	chooseTranscriber(value: string): void;
	pasteKey(account: Account, pasted: string): void;
	/** Says whose a key is: of the first role, that provider is then the one that is asked. */
	giveKeyTo(duty: Duty, provider: ProviderId, key: string): void;
	replaceKey(account: Account): void;
	removeKey(account: Account): void;
	/** Yes to the key being sent to where the provider is asked now, and a test of it. */
	useKeyHere(account: Account): void;
	/** Yes to a server that takes no key, and a test of it. */
	agree(account: Account): void;
	setBaseUrl(account: Account, typed: string): void;
	setModel(account: Account, typed: string): void;
	setSpeechModel(account: Account, typed: string): void;
	test(account: Account): void;
	listModels(): void;
};

export function createAccountActions(stage: Stage): AccountActions {
	const { storage, nonce, set, enter } = stage;
	const { setTested, test } = toolsOf(stage);
	return {
		...createKeyActions(stage),
		chooseProvider: (value) => {
			const row = findProvider(value);
			if (row !== undefined) setTested(SETTING.provider, row.id);
		},
		chooseSecond: (value) => setTested(SETTING.second, value),
		chooseTranscriber: (value) => setTested(SETTING.voice, value),
		setBaseUrl: ({ duty, row }, typed) => {
			const read = readPastedAddress(typed);
			if (read.kind !== "address" && typed.trim() !== "") return enter({ kind: "bad-url", duty, why: read.kind });
			const address = read.kind === "address" ? read.url : "";
			// A key from before hosts were stored was given for the address that is about to go.
			if (storedKeyOf(storage.read, row.id) !== "") set(SETTING.host(row.id), givenFor(storage.read, row.id));
			if (address !== "" && row.key !== "needed") agreeTo(stage, row.id);
			setTested(SETTING.baseUrl(row.id), address);
		},
		setModel: ({ row }, typed) => setTested(SETTING.model(row.id), typed.trim()),
		setSpeechModel: ({ row }, typed) => setTested(SETTING.speech(row.id), typed.trim()),
		test,
		listModels: () => sendCommand(storage, "models", nonce()),
	};
}

type KeyActions = Pick<AccountActions, "pasteKey" | "giveKeyTo" | "replaceKey" | "removeKey" | "useKeyHere" | "agree">;

function createKeyActions(stage: Stage): KeyActions {
	const { storage, nonce, set, enter } = stage;
	const { calm, setTested, test, giveHost } = toolsOf(stage);
	const giveKeyTo = (duty: Duty, owner: ProviderId, key: string) => {
		if (duty === "first") storage.write(SETTING.provider, owner);
		storage.write(SETTING.key(owner), key);
		giveHost(owner);
		agreeTo(stage, owner);
		calm();
		sendCommand(storage, "test", nonce(), duty === "second" ? owner : undefined);
	};
	return {
		pasteKey: (account, pasted) => {
			if (pasted.trim() === "") return;
			const { duty, row, settings } = account;
			const placed = placeKey(pasted, row.id, settings.baseUrl);
			if (placed.kind === "unusable") return enter({ kind: "unusable-key", duty, why: placed.why });
			if (placed.kind === "store") return giveKeyTo(duty, placed.provider, placed.key);
			const { among, key, owner } = placed;
			if (duty === "first") return enter({ kind: "whose-key", duty, key, among, owner });
			if (!among.includes(row.id)) return enter({ kind: "others-key", duty, among, owner });
			enter({ kind: "whose-key", duty, key, among: [row.id], owner });
		},
		giveKeyTo,
		replaceKey: ({ duty }) => enter({ kind: "replacing-key", duty }),
		removeKey: ({ row }) => {
			set(SETTING.host(row.id), "");
			setTested(SETTING.key(row.id), "");
		},
		useKeyHere: (account) => {
			giveHost(account.row.id);
			agreeTo(stage, account.row.id);
			calm();
			test(account);
		},
		agree: (account) => {
			agreeTo(stage, account.row.id);
			test(account);
		},
	};
}

/** What several actions do. */
function toolsOf(stage: Stage) {
	const { storage, nonce, set, enter } = stage;
	const calm = () => enter({ kind: "calm" });
	return {
		calm,
		/** Writes what a test would test: the last one no longer counts. */
		setTested(key: string, value: string): void {
			dropTest(storage);
			set(key, value);
			calm();
		},
		test({ duty, row }: Pick<Account, "duty" | "row">): void {
			sendCommand(storage, "test", nonce(), duty === "second" ? row.id : undefined);
		},
		/** The key of `owner` may be sent to where it is asked now. */
		giveHost(owner: ProviderId): void {
			set(SETTING.host(owner), originOf(readProvider(storage.read, owner).baseUrl));
		},
	};
}
