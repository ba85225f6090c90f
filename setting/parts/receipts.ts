import type { ReceiptEntry } from "../../core/money/receipt.ts";
import { showAmount, showDecimal, showMoment } from "../local.ts";
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
	const summary = newest === undefined ? words("setting.receipts.none") : showMoment(newest.at, words);
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
		seconds: showDecimal((ms / 1000).toFixed(1), words),
		requests,
	});
	const cost = costMicros === undefined || currency === undefined ? [] : [showAmount(costMicros, currency, words)];
	const changed = changes === undefined ? [] : [quiet(words("setting.receipt.changes", { names: changes.join(", ") }))];
	const ended = fault === undefined ? [] : [words(`fault.${fault}`)];
	return [plain([showMoment(at, words), who, ...ended].join(" · ")), quiet([took, ...cost].join(" · ")), ...changed];
}
