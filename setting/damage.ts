/**
 * What is stored and cannot be read: damaged, or of another version. Owns what counts as that, and how the
 * person goes on without it. Rule: nothing of it is dropped before they say so.
 */

import { readTalks } from "../core/ask/conversation.ts";
import { isFields, parseJson } from "../core/json.ts";
import { decodeSpending, encodeSpending, isSpendingWhole } from "../core/money/budget.ts";
import { asideKey, isKept, RECORDS, type RecordName } from "../core/settings/keeping.ts";
import { readNotes } from "../core/settings/notes.ts";
import { type Getter, SETTING } from "../core/settings/settings.ts";
import type { WordKey } from "../core/words/words.ts";
import type { Storage } from "./storage.ts";

/** `settings`: titles of the parts of the page that they are in. */
export type Damage = { records: readonly RecordName[]; settings: readonly WordKey[] };

type Setting = { key: string; title: WordKey; isRight(value: unknown): boolean };

const SETTINGS: readonly Setting[] = [
	{ key: SETTING.chips, title: "setting.chips", isRight: Array.isArray },
	{ key: SETTING.share, title: "setting.privacy", isRight: Array.isArray },
	{ key: SETTING.consent, title: "setting.privacy", isRight: isFields },
	{ key: SETTING.prices, title: "setting.money", isRight: isFields },
];

export function readDamage(get: Getter): Damage {
	const settings = SETTINGS.filter((one) => isDamaged(get, one)).map(({ title }) => title);
	return { records: RECORDS.filter((name) => !isWhole(get, name)), settings: [...new Set(settings)] };
}

/** What can still be read of the books stays; all else that is damaged goes. */
export function goOnWithout(storage: Storage): void {
	const { records } = readDamage(storage.read);
	for (const one of SETTINGS.filter((each) => isDamaged(storage.read, each))) storage.remove(one.key);
	for (const name of records) {
		if (!isRecordWhole(storage.read, name)) {
			const days = decodeSpending(storage.read(SETTING.spending));
			if (name === "spending" && days.size > 0) storage.write(name, encodeSpending(days));
			else storage.remove(name);
		}
		storage.remove(asideKey(name));
	}
}

function isDamaged(get: Getter, { key, isRight }: Setting): boolean {
	const raw = get(key);
	return isKept(raw) && !isRight(parseJson(raw));
}

function isWhole(get: Getter, name: RecordName): boolean {
	return !isKept(get(asideKey(name))) && isRecordWhole(get, name);
}

/** As it stands under its own name, before the Side Service has looked at it. */
function isRecordWhole(get: Getter, name: RecordName): boolean {
	const raw = get(name);
	switch (name) {
		case "ledger":
			return !isKept(raw) || Array.isArray(parseJson(raw));
		case "memory":
			return readTalks(raw) !== null;
		case "spending":
			return isSpendingWhole(raw);
		case "notes":
			return readNotes(raw) !== null;
	}
}
