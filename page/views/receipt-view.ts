/** What an answer took: who gave it, how many requests and tokens, and what it cost where that is known. */
import { DEFAULT_CURRENCY, showMoney } from "../../core/money/money.ts";
import type { Answer, Look } from "../../core/wire/protocol.ts";
import { questionLines } from "../kit/block.ts";
import { WIDEST } from "../kit/keys.ts";
import { receiptRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { key, line } from "../kit/pieces.ts";
import { SIZE, WHITE } from "../kit/theme.ts";

export function receiptView(answer: Answer, look: Look, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = receiptRows(layout.canvas);
	const { by = "", use } = answer;
	const facts = [say("page.requests", { n: use?.requests ?? 0 })];
	if (use !== undefined) facts.push(say("page.tokens", { in: use.promptTokens, out: use.completionTokens }));
	if (use?.costMicros !== undefined) {
		facts.push(
			say("page.cost", {
				cost: showMoney(use.costMicros, look.currency ?? DEFAULT_CURRENCY).replace(".", say("number.decimal")),
			}),
		);
	}
	return [
		line(layout.row(rows.title, 44, 300), say("page.receipt"), layout.px(SIZE.body), look.accent, tools),
		...questionLines(by, rows.by, tools),
		...facts.map((fact, row) => factLine(fact, rows.facts + row * rows.pitch, tools)),
		key(layout.row(rows.foot, 66, 220), say("page.back"), { kind: "home" }, tools),
	];
}

function factLine(fact: string, top: number, tools: Tools): Shown {
	const { layout, measure } = tools;
	const box = layout.row(top, 40, WIDEST);
	const size = layout.px(measure(fact, layout.px(SIZE.label)) <= box.w ? SIZE.label : SIZE.mark);
	return line(box, fact, size, WHITE, tools);
}
