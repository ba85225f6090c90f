/** Tells a code of the table of faults from any other value. */
import { FAULT_CODES } from "./fault-codes.table.ts";
import type { FaultCode } from "./faults.ts";

export function isFaultCode(value: unknown): value is FaultCode {
	return typeof value === "string" && FAULT_CODES.split(" ").includes(value);
}
