import type { Account } from "../account.ts";
import { showDate } from "../local.ts";
import type { Screen } from "../screen.ts";
import { button, plain, quiet } from "../style.ts";
import { accountName, labelFor } from "./provider.ts";

/**
 * Right above the field for the key: pasting one is the yes. A server that takes none has
 * `drawServerConsent`.
 */
export function drawKeyConsent({ words }: Screen, account: Account): SettingsElement[] {
	const { row, agreedOn, withheldFor } = account;
	if (!row.usesNetwork) return [plain(words("setting.consent.any"))];
	// No yes was said to this host yet; the question stands at the key.
	if (withheldFor !== undefined) return [];
	const provider = accountName(account, words);
	if (agreedOn !== undefined)
		return [quiet(words("setting.consent.since", { provider, date: showDate(agreedOn, words) }))];
	return row.key === "needed" ? [plain(words("setting.consent.key", { provider }))] : [];
}

/** Right above the address of a server that may take no key: the button or an address is the yes. */
export function drawServerConsent({ words, act }: Screen, account: Account): SettingsElement[] {
	const { row, agreedOn, keyTail } = account;
	if (row.key !== "optional" || agreedOn !== undefined || keyTail !== "") return [];
	const yes = labelFor(words("setting.consent.yes"), account, words);
	return [plain(words("setting.consent.server")), button(yes, "main", () => act.agree(account))];
}
