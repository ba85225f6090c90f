import type { Screen } from "../screen.ts";
import { card, plain } from "../style.ts";

/** What leaves the phone, and what does not. */
export function drawPrivacy({ words }: Screen): SettingsElement {
	return card(words("setting.privacy"), [plain(words("setting.privacy.goes")), plain(words("setting.privacy.stays"))]);
}
