import { showMoney } from "../../core/money/money.ts";
import type { ReceiptEntry } from "../../core/money/receipt.ts";
import { dateOf } from "../../core/settings/privacy.ts";
import type { Screen } from "../screen.ts";
import type { Words } from "../stage.ts";
import { plain, quiet } from "../style.ts";
import { folded } from "./folded.ts";
import { providerName } from "./provider.ts";

/** Of the forty that are kept at most. */
const SHOWN = 20;

/** What the last questions took, the newest first; never what was asked. */
export function drawReceipts(screen: Screen): SettingsElement[] {
	const { snapshot, words } = screen;
	const { receipts } = snapshot;
	const [newest] = receipts;
	const summary = newest === undefined ? words("setting.receipts.none") : timeOf(newest.at);
	return folded(screen, "receipts", words("setting.receipts"), summary, () => [
		quiet(words(newest === undefined ? "setting.receipts.none" : "setting.receipts.about")),
		...receipts.slice(0, SHOWN).flatMap((entry) => drawReceipt(entry, words)),
	]);
}

function drawReceipt({ at, receipt, fault }: ReceiptEntry, words: Words): SettingsElement[] {
	const { provider, model, promptTokens, completionTokens, requests, ms, costMicros, currency, changes } = receipt;
	const who = `${providerName(provider, words)} ${model}`.trim();
	const took = words("setting.receipt", {
		in: promptTokens,
		out: completionTokens,
		seconds: (ms / 1000).toFixed(1),
		requests,
	});
	const cost = costMicros === undefined || currency === undefined ? [] : [showMoney(costMicros, currency)];
	const changed = changes === undefined ? [] : [quiet(words("setting.receipt.changes", { names: changes.join(", ") }))];
	const ended = fault === undefined ? [] : [words(`fault.${fault}`)];
	return [plain([timeOf(at), who, ...ended].join(" · ")), quiet([took, ...cost].join(" · ")), ...changed];
}

/** In the phone's own time, as `2026-11-22 10:09`. */
function timeOf(at: number): string {
	const time = new Date(at);
	const two = (value: number) => String(value).padStart(2, "0");
	return `${dateOf(at)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
