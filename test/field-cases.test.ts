/**
 * docs/field-cases.md lists the cases that were seen in the field, a row each. A row that is missing is added by
 * `RENEW_PAPERS=1 npx vitest run test/field-cases.test.ts`; those of a case that is gone have to be removed by hand.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ADDRESS_CASES, KEY_CASES, type KeyWant } from "../core/settings/pasted.cases.ts";

const PAPER = join(import.meta.dirname, "..", "docs", "field-cases.md");

/** As it may stand in a cell of a table, with what nobody sees written out. */
function cell(text: string): string {
	const seen = JSON.stringify(text)
		.slice(1, -1)
		.replace(/\\"/g, '"')
		.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return `\`${seen.replace(/\|/g, "\\|")}\``;
}

function rightOf(want: KeyWant): string {
	if ("keep" in want) return `kept for ${want.for} as ${cell(want.keep)}`;
	if ("told" in want) return `told in words: ${want.told}`;
	const owner = want.owner === "" ? "" : ` (looks like ${want.owner}'s)`;
	return `asked whose it is: ${want.ask.join(", ")}${owner}; nothing stored, nothing sent`;
}

const ROWS = [
	...KEY_CASES.map(({ pasted, chosen, at, want, source }) => {
		const where = at === undefined ? "" : ` at ${at}`;
		return `| pasted key | ${cell(pasted)} with ${chosen}${where} | ${source} | ${rightOf(want)} |`;
	}),
	...ADDRESS_CASES.map(({ pasted, want, source }) => `| pasted address | ${cell(pasted)} | ${source} | ${want} |`),
];

test("every pasted key and address is listed, with its source and what is right", () => {
	const lines = () => new Set(readFileSync(PAPER, "utf8").split("\n"));
	const missing = ROWS.filter((row) => !lines().has(row));
	if (process.env.RENEW_PAPERS !== undefined && missing.length > 0) appendFileSync(PAPER, `${missing.join("\n")}\n`);
	expect(ROWS.filter((row) => !lines().has(row))).toEqual([]);
});
