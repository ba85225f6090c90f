import { PRESETS } from "../../core/settings/settings.ts";
import type { Party } from "../party.ts";
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
	const others = PRESETS.filter(({ id }) => id !== "offline" && id !== first.preset.id);
	const options = others.map(({ id }) => ({ name: providerName(id, words), value: id }));
	const part = folded(screen, "second", words("setting.second"), second === null ? none : nameOf(second, words), () => [
		quiet(words("setting.second.about")),
		choice(
			words("setting.second.by"),
			[{ name: none, value: "" }, ...options],
			second?.preset.id ?? "",
			act.chooseSecond,
		),
		...(second === null ? [] : drawParty(screen, second)),
	]);
	return [...part, ...(second === null ? [] : drawModelFate(screen, second))];
}

/** With what keeps it from being asked, if anything does. */
function nameOf({ preset, host, keyTail, agreedOn, withheldFor }: Party, words: Words): string {
	const name = providerName(preset.id, words, host);
	const isReady = withheldFor === undefined && (keyTail !== "" || (!preset.needsKey && agreedOn !== undefined));
	return isReady ? name : `${name}: ${words("fault.no-key")}`;
}

function drawParty(screen: Screen, party: Party): SettingsElement[] {
	return [
		...drawKept(party.preset.id, screen.words),
		...drawKeyConsent(screen, party),
		...drawKey(screen, party),
		...drawServerConsent(screen, party),
		...drawModel(screen, party),
		...(party.preset.needsKey ? [] : drawAddress(screen, party)),
		...drawTest(screen, party),
	];
}
