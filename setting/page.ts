/**
 * The settings page: reads the storage, draws every part, and keeps what the page is in the middle of. The
 * Zepp app draws it again whenever the settings storage changes, and only then (DOC
 * guides/framework/app-settings), so a change of the moment is made known by a write of its own, which holds
 * a count and nothing else.
 */
import { app } from "../app.json";
import { usualChips } from "../core/ask/usual-chips.ts";
import { fill } from "../core/words/words.ts";
import { createActions } from "./actions.ts";
import { isolateAll, readsFromRight } from "./local.ts";
import { drawAloud } from "./parts/aloud.ts";
import { drawAnswers } from "./parts/answers.ts";
import { drawKeyConsent, drawServerConsent } from "./parts/consent.ts";
import { drawDamage } from "./parts/damage.ts";
import { drawData } from "./parts/data.ts";
import { drawKey } from "./parts/key.ts";
import { drawMoney, drawUnpriced } from "./parts/money.ts";
import { drawNotes } from "./parts/notes.ts";
import { drawPrivacy } from "./parts/privacy.ts";
import { drawProvider } from "./parts/provider.ts";
import { drawQuickReplies } from "./parts/quick-replies.ts";
import { drawReceipts } from "./parts/receipts.ts";
import { drawSecond } from "./parts/second.ts";
import { drawServer } from "./parts/server.ts";
import { drawTest } from "./parts/test-button.ts";
import { drawVoice } from "./parts/voice.ts";
import { previewOf, readTurns } from "./preview.ts";
import { dataOf } from "./privacy-actions.ts";
import type { Screen } from "./screen.ts";
import { readSnapshot } from "./snapshot.ts";
import type { Dialog, Fold, Words } from "./stage.ts";
import { wrapStorage } from "./storage.ts";
import { card, fromRightStyle, pageStyle, quiet, stack } from "./style.ts";

/** The settings key whose change has the page drawn again. */
const REDRAW = "redraw";

export type SettingsPage = { draw(storage: SettingsStorage): SettingsElement };

/**
 * `gettext` gives a text of the catalogue in the phone's language; `now` ms since the epoch, to tell commands
 * apart.
 */
export function createPage(gettext: (key: string) => string, now: () => number): SettingsPage {
	const fromRight = readsFromRight(gettext);
	const words: Words = (key, values = {}) => fill(gettext(key), fromRight ? isolateAll(values) : values);
	const open = new Set<Fold>();
	let dialog: Dialog = { kind: "calm" };
	let count = 0;
	const nonce = () => `${now().toString(36)}-${++count}`;
	return {
		draw(raw) {
			const storage = wrapStorage(raw);
			const snapshot = readSnapshot(storage, now());
			const { settings } = snapshot;
			const { chips, role } = settings;
			const shownChips = chips.length > 0 ? chips : usualChips(words, role);
			const enter = (next: Dialog) => {
				dialog = next;
				storage.write(REDRAW, nonce());
			};
			const turn = (fold: Fold) => {
				if (!open.delete(fold)) open.add(fold);
				storage.write(REDRAW, nonce());
			};
			const set = (key: string, value: string) => {
				if (value === "") storage.remove(key);
				else storage.write(key, value);
			};
			const act = createActions({ storage, settings, chips: shownChips, nonce, now, set, enter, turn });
			const preview = previewOf(settings, readTurns(storage), now(), words);
			const data = () => dataOf(storage);
			const isOpen = (fold: Fold) => open.has(fold);
			return drawPage({ snapshot, chips: shownChips, dialog, isOpen, preview, data, words, act });
		},
	};
}

/**
 * What is needed first stands open; all else is folded away, and what only a provider needs is left out
 * without one.
 */
function drawPage(screen: Screen): SettingsElement {
	const { words, snapshot } = screen;
	const { settings, first, receipts, spending, voice } = snapshot;
	const isOnline = first.row.usesNetwork;
	return View({ style: readsFromRight(words) ? fromRightStyle : pageStyle }, [
		quiet(words("setting.intro")),
		...drawDamage(screen),
		...drawUnpriced(screen),
		card([
			...drawProvider(screen),
			...drawKeyConsent(screen, first),
			...drawKey(screen, first),
			...drawServerConsent(screen, first),
			...drawServer(screen, first),
			...drawTest(screen, first),
		]),
		...stack([
			...(isOnline || voice.chosen !== "auto" ? [drawVoice(screen)] : []),
			...(isOnline || snapshot.aloud.chosen !== "" ? [drawAloud(screen)] : []),
			...(isOnline ? [drawSecond(screen)] : []),
		]),
		...stack([
			drawAnswers(screen),
			drawQuickReplies(screen),
			...(isOnline || settings.notes.length > 0 ? [drawNotes(screen)] : []),
		]),
		...stack([
			drawPrivacy(screen),
			...(isOnline || spending.size > 0 ? [drawMoney(screen)] : []),
			...(isOnline || receipts.length > 0 ? [drawReceipts(screen)] : []),
			drawData(screen),
		]),
		quiet(words("setting.version", { version: app.version.name })),
	]);
}
