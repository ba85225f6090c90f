import type { Screen } from "../screen.ts";
import { button, plain, quiet } from "../style.ts";
import { providerName } from "./provider.ts";

/** Right above the field for the key: pasting one is the yes. A server that takes none has `drawServerConsent`. */
export function drawKeyConsent({ snapshot, words }: Screen): SettingsElement[] {
	const { preset, agreedOn } = snapshot;
	if (preset.id === "offline") return [plain(words("setting.consent.any"))];
	const provider = providerName(preset.id, words);
	if (agreedOn !== undefined) return [quiet(words("setting.consent.since", { provider, date: agreedOn }))];
	return preset.needsKey ? [plain(words("setting.consent.key", { provider }))] : [];
}

/** Right above the address of a server that may take no key: the button or an address is the yes. */
export function drawServerConsent({ snapshot, words, act }: Screen): SettingsElement[] {
	const { preset, agreedOn, keyTail } = snapshot;
	if (preset.needsKey || preset.id === "offline" || agreedOn !== undefined || keyTail !== "") return [];
	return [plain(words("setting.consent.server")), button(words("setting.consent.yes"), "main", act.agree)];
}
