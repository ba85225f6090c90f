/**
 * All that the page shows, read from the settings storage in one go. A key leaves here as its last four
 * characters.
 */
import { type Budget, decodeSpending, readBudget, type Spending } from "../core/money/budget.ts";
import { type ReceiptEntry, receiptsIn } from "../core/money/receipt.ts";
import { dateOf } from "../core/settings/privacy.ts";
import { readSettings, SETTING, type Settings } from "../core/settings/settings.ts";
import { type Account, readAccount } from "./account.ts";
import { type AloudPart, readAloudPart } from "./aloud.ts";
import { type AskedModel, readAskedModels } from "./asked-models.ts";
import { type List, readList } from "./command.ts";
import { type Damage, readDamage } from "./damage.ts";
import type { CapPeriod } from "./stage.ts";
import type { Storage } from "./storage.ts";
import { readVoicePart, type VoicePart } from "./voice.ts";

export type Snapshot = {
	settings: Settings;
	first: Account;
	/** Null if none is chosen. */
	second: Account | null;
	voice: VoicePart;
	aloud: AloudPart;
	models: List;
	/** The models that questions go to. */
	asked: readonly AskedModel[];
	budget: Budget;
	/** As the person typed them. */
	caps: Readonly<Record<CapPeriod, string>>;
	spending: Spending;
	receipts: readonly ReceiptEntry[];
	damage: Damage;
	/** The local date as YYYY-MM-DD. */
	today: string;
};

export function readSnapshot(storage: Storage, nowMs: number): Snapshot {
	const settings = readSettings(storage.read);
	const { provider, second } = settings;
	const budget = readBudget(storage.read);
	return {
		settings,
		first: readAccount(storage, "first", provider),
		second: second === null ? null : readAccount(storage, "second", second.provider),
		voice: readVoicePart(storage, settings),
		aloud: readAloudPart(storage),
		models: readList(storage),
		asked: readAskedModels(settings, budget),
		budget,
		caps: { day: storage.read(SETTING.capDay), month: storage.read(SETTING.capMonth) },
		spending: decodeSpending(storage.read(SETTING.spending)),
		receipts: receiptsIn(storage.read),
		damage: readDamage(storage.read),
		today: dateOf(nowMs),
	};
}
