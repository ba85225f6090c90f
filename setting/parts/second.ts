import { PROVIDERS } from "../../core/settings/settings.ts";
import type { Account } from "../account.ts";
import type { Screen } from "../screen.ts";
import type { Words } from "../stage.ts";
import { choice, quiet } from "../style.ts";
import { drawKeyConsent, drawServerConsent } from "./consent.ts";
import { folded } from "./folded.ts";
import { drawKey } from "./key.ts";
import { drawKept, providerName } from "./provider.ts";
import { drawAddress, drawModel, drawModelFate } from "./server.ts";
import { drawTest } from "./test-button.ts";

/** Who is asked when the first cannot answer just now. */
export function drawSecond(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { second, first } = snapshot;
	const none = words("setting.second.none");
	const others = PROVIDERS.filter(({ id, usesNetwork }) => usesNetwork && id !== first.row.id);
	const options = others.map(({ id }) => ({ name: providerName(id, words), value: id }));
	const part = folded(screen, "second", words("setting.second"), second === null ? none : nameOf(second, words), () => [
		quiet(words("setting.second.about")),
		choice(words("setting.second.by"), [{ name: none, value: "" }, ...options], second?.row.id ?? "", act.chooseSecond),
		...(second === null ? [] : drawAccount(screen, second)),
	]);
	return [...part, ...(second === null ? [] : drawModelFate(screen, second))];
}

/** With what keeps it from being asked, if anything does. */
function nameOf({ row, host, keyTail, agreedOn, withheldFor }: Account, words: Words): string {
	const name = providerName(row.id, words, host);
	const isReady = withheldFor === undefined && (keyTail !== "" || (row.key !== "needed" && agreedOn !== undefined));
	return isReady ? name : `${name}: ${words("fault.no-key")}`;
}

function drawAccount(screen: Screen, account: Account): SettingsElement[] {
	return [
		...drawKept(account.row.id, screen.words),
		...drawKeyConsent(screen, account),
		...drawKey(screen, account),
		...drawServerConsent(screen, account),
		...drawModel(screen, account),
		...(account.row.key === "needed" ? [] : drawAddress(screen, account)),
		...drawTest(screen, account),
	];
}
