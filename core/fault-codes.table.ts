/** The codes of all faults in one text, which a watch holds in less room than their table. */
import { FAULTS } from "./faults.ts";

export const FAULT_CODES = Object.keys(FAULTS).join(" ");
