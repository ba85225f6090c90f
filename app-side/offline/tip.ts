/** Tips: `tip 15% on 40`. Owns which number is the bill. */
import { fill } from "../../core/words/words.ts";
import { writeNumber } from "./numbers.ts";
import type { Token } from "./reading.ts";

/** What is usual somewhere, if no share was said. */
const USUAL = [10, 15, 20];

/** `template` has `{tip}` and `{total}`. Null if the question is none. */
export function answerTip(tokens: readonly Token[], lang: string, template: string): string | null {
	const said = tokens.filter(
		(token) => !["glue", "money", "tip", "at", "and", "pace"].includes(token.kind) && !isOf(token),
	);
	if (said.length === tokens.length || !tokens.some(({ kind }) => kind === "tip")) return null;
	const shares: number[] = [];
	const bills: number[] = [];
	for (let at = 0; at < said.length; at++) {
		const token = said[at];
		if (token?.kind !== "number") return null;
		const next = said[at + 1];
		const isShare = next?.kind === "sign" && next.sign === "%";
		(isShare ? shares : bills).push(token.value);
		if (isShare) at++;
	}
	const [bill] = bills;
	if (bill === undefined || bills.length > 1 || shares.length > 1) return null;
	const money = (value: number) => writeNumber(Math.round(value * 100) / 100, 12, lang);
	const [share] = shares;
	if (share === undefined) return USUAL.map((usual) => `${usual}%: ${money((bill * usual) / 100)}`).join(", ");
	return fill(template, { tip: money((bill * share) / 100), total: money(bill * (1 + share / 100)) });
}

function isOf(token: Token): boolean {
	return token.kind === "sign" && token.sign === "of";
}
