import { type Day, leftOn, monthOf, spentOn } from "../../core/money/budget.ts";
import { showAmount, showDate } from "../local.ts";
import type { Screen } from "../screen.ts";
import { bar, plain, quiet, success } from "../style.ts";

/** A fortnight fits a phone's screen. */
const DAYS_SHOWN = 14;
/** So that a day with next to nothing can still be seen. */
const LEAST_WIDTH_PERCENT = 2;

/**
 * What was spent: today, this month, what the limits leave, and the last days as bars with their figures in
 * words.
 */
export function drawSpending(screen: Screen): SettingsElement[] {
	const { spending, budget, today } = screen.snapshot;
	const { words } = screen;
	if (spending.size === 0) return [quiet(words("setting.spent.none"))];
	const left = leftOn(today, budget, spending);
	return [
		plain(todayOf(screen)),
		plain(row(screen, words("setting.spent.month"), totalOf(screen, monthOf(today)))),
		...(left === null
			? []
			: [success(words("setting.spent.left", { amount: showAmount(left, budget.currency, words) }))]),
		...drawChart(screen),
		quiet(words("setting.spent.about")),
	];
}

export function todayOf(screen: Screen): string {
	const { today } = screen.snapshot;
	return row(screen, screen.words("setting.spent.today"), totalOf(screen, today));
}

/** The newest day first. If no price is known, the bars are tokens. */
function drawChart(screen: Screen): SettingsElement[] {
	const { spending } = screen.snapshot;
	const days = [...spending].slice(-DAYS_SHOWN).reverse();
	const isPriced = days.some(([, { micros }]) => micros > 0);
	const heightOf = ({ micros, tokens }: Day) => (isPriced ? micros : tokens);
	const most = Math.max(1, ...days.map(([, day]) => heightOf(day)));
	return days.map(([date, day]) => {
		const width = Math.max(LEAST_WIDTH_PERCENT, Math.round((100 * heightOf(day)) / most));
		return View({ style: { margin: "6px 0" } }, [quiet(row(screen, showDate(date, screen.words), day)), bar(width)]);
	});
}

function row({ snapshot, words }: Screen, period: string, { micros, tokens, asks }: Day): string {
	return words("setting.spent.row", {
		period,
		amount: showAmount(micros, snapshot.budget.currency, words),
		tokens,
		asks,
	});
}

function totalOf({ snapshot: { spending } }: Screen, period: string): Day {
	const days = [...spending].flatMap(([date, day]) => (date.startsWith(period) ? [day] : []));
	const sum = (name: "tokens" | "asks") => days.reduce((total, day) => total + day[name], 0);
	return { micros: spentOn(period, spending), tokens: sum("tokens"), asks: sum("asks") };
}
