/**
 * What a question took, as the Side Service keeps it and the settings page shows it. Owns the shape and its
 * decoder; never who counts. Rule: nothing of what was asked or answered is in it.
 */
import { isFaultCode } from "../fault-code.ts";
import type { FaultCode } from "../faults.ts";
import { isFields } from "../json.ts";
import { ledgerFields } from "../settings/keeping.ts";
import { findProvider, type ProviderId } from "../settings/providers.ts";

/** What one question cost. `requests` counts retries and polls; 0 for the offline assistant. */
export type Receipt = {
	provider: ProviderId;
	model: string;
	requests: number;
	promptTokens: number;
	completionTokens: number;
	ms: number;
	/** In millionths of `currency`; both absent if a price is not known. */
	costMicros?: number;
	currency?: string;
	/** What was asked otherwise than usual, since the model does not take it: such as `-reasoning_effort`. */
	changes?: string[];
};

const CHANGES_MAX = 8;
const CHANGE_LIMIT = 80;

/** `at`: ms since the epoch. `fault`: there was no answer for it. */
export type ReceiptEntry = { at: number; receipt: Receipt; fault?: FaultCode };

/** The receipts in the stored ledger, the newest first; rows without one are left out. */
export function receiptsIn(get: (key: string) => unknown): ReceiptEntry[] {
	return ledgerFields(get).flatMap(entryOf).reverse();
}

function entryOf(row: unknown): ReceiptEntry[] {
	if (!isFields(row) || !isNumber(row.at)) return [];
	const receipt = decodeReceipt(row.receipt);
	if (receipt === undefined) return [];
	const code = isFields(row.fault) ? row.fault.code : undefined;
	return [{ at: row.at, receipt, ...(isFaultCode(code) ? { fault: code } : {}) }];
}

export function decodeReceipt(value: unknown): Receipt | undefined {
	if (!isFields(value)) return undefined;
	const provider = findProvider(value.provider)?.id;
	const { model, requests, promptTokens, completionTokens, ms, costMicros, currency, changes } = value;
	if (provider === undefined || typeof model !== "string") return undefined;
	if (!isNumber(requests) || !isNumber(promptTokens) || !isNumber(completionTokens) || !isNumber(ms)) return undefined;
	const told = decodeChanges(changes);
	const receipt: Receipt = {
		...{ provider, model, requests, promptTokens, completionTokens, ms },
		...(told.length === 0 ? {} : { changes: told }),
	};
	return isNumber(costMicros) && typeof currency === "string" ? { ...receipt, costMicros, currency } : receipt;
}

function decodeChanges(value: unknown): string[] {
	const list: readonly unknown[] = Array.isArray(value) ? value : [];
	return list
		.filter((one) => typeof one === "string" && one.length <= CHANGE_LIMIT)
		.slice(0, CHANGES_MAX)
		.map(String);
}

function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}
