/** All that the page shows, read from the settings storage in one go. The key leaves here as its last four characters. */
import { type Budget, decodeSpending, readBudget, type Spending } from "../core/budget.ts";
import { dateOf } from "../core/privacy.ts";
import { agreedOn, findPreset, keyOf, type Preset, readSettings, SETTING, type Settings } from "../core/settings.ts";
import { readTest, type Test } from "./command.ts";
import { tailOf } from "./key.ts";
import type { CapPeriod } from "./money-actions.ts";
import type { Storage } from "./storage.ts";

export type Snapshot = {
	settings: Settings;
	preset: Preset;
	/** The last four characters of the chosen provider's key, or "" without one. */
	keyTail: string;
	test: Test;
	/** When the person agreed that questions go to the chosen provider, as YYYY-MM-DD. */
	agreedOn: string | undefined;
	budget: Budget;
	/** As the person typed them. */
	caps: Readonly<Record<CapPeriod, string>>;
	spending: Spending;
	/** The local date as YYYY-MM-DD. */
	today: string;
};

export function readSnapshot(storage: Storage, nowMs: number): Snapshot {
	const settings = readSettings(storage.read);
	const preset = findPreset(settings.provider);
	if (preset === undefined) throw new Error(`no preset for ${settings.provider}`);
	return {
		settings,
		preset,
		keyTail: tailOf(keyOf(storage.read, settings.provider)),
		test: readTest(storage),
		agreedOn: agreedOn(storage.read, settings.provider),
		budget: readBudget(storage.read),
		caps: { day: storage.read(SETTING.capDay), month: storage.read(SETTING.capMonth) },
		spending: decodeSpending(storage.read(SETTING.spending)),
		today: dateOf(nowMs),
	};
}
