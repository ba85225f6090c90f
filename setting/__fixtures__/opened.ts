/** The settings page over a storage in memory, as a test opens it: in English, or with the words of another language. */
import en from "../../core/words/en-US.json";
import { createPage } from "../page.ts";
import { installComponents, type Recorder, record } from "./recorder.ts";

const WORDS: Readonly<Record<string, string>> = en;

export type Opened = { page: Recorder; stored: Map<string, string> };

/** `nowMs` is read anew at each drawing. */
export function openPage(nowMs: () => number, catalogue = WORDS): Opened {
	installComponents();
	const stored = new Map<string, string>();
	const storage: SettingsStorage = {
		getItem: (key) => stored.get(key),
		setItem: (key, value) => void stored.set(key, value),
		removeItem: (key) => void stored.delete(key),
	};
	const gettext = (key: string) => {
		const text = catalogue[key];
		if (text === undefined) throw new Error(`no word for ${key}`);
		return text;
	};
	const settings = createPage(gettext, nowMs);
	return { stored, page: record(() => settings.draw(storage)) };
}
