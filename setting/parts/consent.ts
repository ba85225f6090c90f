import type { Party } from "../party.ts";
import type { Screen } from "../screen.ts";
import { button, plain, quiet } from "../style.ts";
import { labelFor, partyName } from "./provider.ts";

/** Right above the field for the key: pasting one is the yes. A server that takes none has `drawServerConsent`. */
export function drawKeyConsent({ words }: Screen, party: Party): SettingsElement[] {
	const { preset, agreedOn, withheldFor } = party;
	if (preset.id === "offline") return [plain(words("setting.consent.any"))];
	// No yes was said to this host yet; the question stands at the key.
	if (withheldFor !== undefined) return [];
	const provider = partyName(party, words);
	if (agreedOn !== undefined) return [quiet(words("setting.consent.since", { provider, date: agreedOn }))];
	return preset.needsKey ? [plain(words("setting.consent.key", { provider }))] : [];
}

/** Right above the address of a server that may take no key: the button or an address is the yes. */
export function drawServerConsent({ words, act }: Screen, party: Party): SettingsElement[] {
	const { preset, agreedOn, keyTail } = party;
	if (preset.needsKey || preset.id === "offline" || agreedOn !== undefined || keyTail !== "") return [];
	const yes = labelFor(words("setting.consent.yes"), party, words);
	return [plain(words("setting.consent.server")), button(yes, "main", () => act.agree(party))];
}
