/**
 * All that a tap or a typed text on the page does: it writes keys of the settings storage, and the page is drawn anew
 * from there. Rule: an API key is written under its provider's own key and nowhere else.
 */
import type { QuickReply } from "../core/protocol.ts";
import { findPreset, type ProviderId, SETTING, type Settings, tidyBaseUrl } from "../core/settings.ts";
import { dropTest, sendCommand } from "./command.ts";
import { placeKey } from "./key.ts";
import { createMoneyActions } from "./money-actions.ts";
import { agreeTo, createPrivacyActions } from "./privacy-actions.ts";
import { addChip, relabelChip, removeChip, rewordChip } from "./quick-replies.ts";
import type { Actions, Moment } from "./screen.ts";
import type { Storage } from "./storage.ts";

export type Stage = {
	storage: Storage;
	settings: Settings;
	/** As shown: the person's own, or the usual ones. */
	chips: readonly QuickReply[];
	/** Makes a new nonce at each call. */
	nonce(): string;
	/** ms since the epoch */
	now(): number;
	/** Writes a key, or removes it for "". */
	set(key: string, value: string): void;
	/** Changes what the page is in the middle of, and has it drawn. */
	enter(moment: Moment): void;
};

export function createActions(stage: Stage): Actions {
	const { storage, settings, chips, nonce, set, enter } = stage;
	const { provider } = settings;
	const calm = () => enter({ kind: "calm" });
	const setTested = (key: string, value: string) => {
		dropTest(storage);
		set(key, value);
		calm();
	};
	const setChips = (edited: readonly QuickReply[]) => set(SETTING.chips, JSON.stringify(edited));
	const keepKey = (owner: ProviderId, key: string) => {
		storage.write(SETTING.key(owner), key);
		agreeTo(stage, owner);
		storage.write(SETTING.provider, owner);
		calm();
		sendCommand(storage, "test", nonce());
	};
	return {
		chooseProvider: (value) => {
			const preset = findPreset(value);
			if (preset !== undefined) setTested(SETTING.provider, preset.id);
		},
		pasteKey: (pasted) => {
			if (pasted.trim() === "") return;
			const placed = placeKey(pasted, provider);
			switch (placed.kind) {
				case "store":
					return keepKey(placed.provider, placed.key);
				case "ask":
					return enter({ kind: "whose-key", key: placed.key, among: placed.among });
				case "unusable":
					return enter({ kind: "unusable-key" });
			}
		},
		giveKeyTo: keepKey,
		replaceKey: () => enter({ kind: "replacing-key" }),
		removeKey: () => setTested(SETTING.key(provider), ""),
		setBaseUrl: (typed) => {
			const address = tidyBaseUrl(typed);
			if (address === "" && typed.trim() !== "") return enter({ kind: "bad-url" });
			if (address !== "" && findPreset(provider)?.needsKey === false) agreeTo(stage, provider);
			setTested(SETTING.baseUrl(provider), address);
		},
		setModel: (typed) => setTested(SETTING.model(provider), typed.trim()),
		setLength: (value) => set(SETTING.length, value),
		setPreset: (value) => set(SETTING.preset, value),
		setSize: (value) => set(SETTING.size, value),
		setAccent: (value) => set(SETTING.accent, value),
		setWait: (value) => set(SETTING.wait, value),
		addChip: (question) => setChips(addChip(chips, question)),
		relabelChip: (index, label) => setChips(relabelChip(chips, index, label)),
		rewordChip: (index, question) => setChips(rewordChip(chips, index, question)),
		removeChip: (index) => setChips(removeChip(chips, index)),
		resetChips: () => storage.remove(SETTING.chips),
		test: () => sendCommand(storage, "test", nonce()),
		cancel: calm,
		...createMoneyActions(stage),
		...createPrivacyActions(stage),
	};
}
