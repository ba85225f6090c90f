/**
 * The settings page: reads the storage, draws every part, and keeps what the page is in the middle of. The Zepp app
 * draws it again whenever the settings storage changes, and only then (DOC guides/framework/app-settings), so a change
 * of the moment is made known by a write of its own, which holds a count and nothing else.
 */
import { app } from "../app.json";
import { usualChips } from "../core/usual-chips.ts";
import { fill } from "../core/words/words.ts";
import { createActions } from "./actions.ts";
import { drawAnswers } from "./parts/answers.ts";
import { drawForget } from "./parts/forget.ts";
import { drawKey } from "./parts/key.ts";
import { drawPreset } from "./parts/preset.ts";
import { drawPrivacy } from "./parts/privacy.ts";
import { drawProvider } from "./parts/provider.ts";
import { drawQuickReplies } from "./parts/quick-replies.ts";
import { drawServer } from "./parts/server.ts";
import { drawTest } from "./parts/test-button.ts";
import type { Moment, Screen, Words } from "./screen.ts";
import { readSnapshot } from "./snapshot.ts";
import { wrapStorage } from "./storage.ts";
import { card, pageStyle, quiet } from "./style.ts";

/** The settings key whose change has the page drawn again. */
export const REDRAW = "redraw";

export type SettingsPage = { draw(storage: SettingsStorage): SettingsElement };

/** `gettext` gives a text of the catalogue in the phone's language; `now` ms since the epoch, to tell commands apart. */
export function createPage(gettext: (key: string) => string, now: () => number): SettingsPage {
	const words: Words = (key, values = {}) => fill(gettext(key), values);
	let moment: Moment = { kind: "calm" };
	let count = 0;
	const nonce = () => `${now().toString(36)}-${++count}`;
	return {
		draw(raw) {
			const storage = wrapStorage(raw);
			const snapshot = readSnapshot(storage);
			const { provider, chips, preset } = snapshot.settings;
			const shownChips = chips.length > 0 ? chips : usualChips(words, preset);
			const enter = (next: Moment) => {
				moment = next;
				storage.write(REDRAW, nonce());
			};
			const act = createActions({ storage, provider, chips: shownChips, nonce, enter });
			return drawPage({ snapshot, chips: shownChips, moment, words, act });
		},
	};
}

function drawPage(screen: Screen): SettingsElement {
	const { words } = screen;
	return View({ style: pageStyle }, [
		quiet(words("setting.intro")),
		card(words("setting.assistant"), [
			...drawProvider(screen),
			...drawKey(screen),
			...drawServer(screen),
			...drawTest(screen),
			drawPreset(screen),
		]),
		drawAnswers(screen),
		drawQuickReplies(screen),
		drawPrivacy(screen),
		drawForget(screen),
		quiet(words("setting.version", { version: app.version.name })),
	]);
}
