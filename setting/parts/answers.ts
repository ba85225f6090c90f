import { hasCap, priceOf } from "../../core/money/budget.ts";
import { DEFAULT_PRICES_CURRENCY } from "../../core/money/default-prices.ts";
import { costOfLookUp, isLookUpPriced, type LookUp, lookUpOf } from "../../core/settings/look-ups.ts";
import { fullName } from "../../core/settings/providers.ts";
import { ROLES } from "../../core/settings/roles.ts";
import { type AnswerLength, rowOf, type Settings, WAITS } from "../../core/settings/settings.ts";
import { spanOf } from "../../core/text/span.ts";
import { showAmount } from "../local.ts";
import { ACCENTS, hex } from "../palette.ts";
import type { Screen } from "../screen.ts";
import { choice, quiet, sample, toggle, warning } from "../style.ts";
import { folded } from "./folded.ts";

const LENGTHS: readonly AnswerLength[] = ["short", "medium", "long"];
const SIZES: readonly Settings["size"][] = ["small", "medium", "large"];
const SECONDS_A_MINUTE = 60;

/** What the assistant is to this person, how long its answers are and how they look on the watch. */
export function drawAnswers(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { role, length, size, accent, waitMinutes } = snapshot.settings;
	const summary = `${words(`preset.${role}`)} · ${words(`setting.length.${length}`)}`;
	const roles = ROLES.map((value) => ({ name: words(`preset.${value}`), value }));
	const lengths = LENGTHS.map((value) => ({ name: words(`setting.length.${value}`), value }));
	const sizes = SIZES.map((value) => ({ name: words(`setting.size.${value}`), value }));
	const waits = WAITS.map((minutes) => ({ name: spanOf(minutes * SECONDS_A_MINUTE, words), value: String(minutes) }));
	const accents = ACCENTS.map(({ name, color }) => ({ name: words(name), value: hex(color) }));
	return folded(screen, "answers", words("setting.answers"), summary, () => [
		choice(words("setting.preset"), roles, role, act.setRole),
		choice(words("setting.length"), lengths, length, act.setLength),
		choice(words("setting.size"), sizes, size, act.setSize),
		choice(words("setting.wait"), waits, String(waitMinutes), act.setWait),
		...drawLookUp(screen),
		...drawLater(screen),
		choice(words("setting.accent"), accents, hex(accent), act.setAccent),
		sample(hex(accent)),
	]);
}

/** Whether the provider may search, what that costs, and where it cannot. */
function drawLookUp({ snapshot, words, act }: Screen): SettingsElement[] {
	const { settings, budget } = snapshot;
	if (!rowOf(settings.provider).usesNetwork) return [];
	const lookUp = lookUpOf(settings.provider, settings.model);
	const isHeld = settings.lookUp && hasCap(budget) && !isLookUpPriced(budget.currency);
	return [
		toggle(words("setting.lookUp"), settings.lookUp, act.setLookUp),
		lookUp === undefined
			? (settings.lookUp ? warning : quiet)(words("setting.lookUp.none", { model: fullName(settings) }))
			: quiet(words("setting.lookUp.about", { amount: mostOf(lookUp, snapshot, words) })),
		...(isHeld ? [warning(words("setting.lookUp.currency", { currency: DEFAULT_PRICES_CURRENCY }))] : []),
	];
}

function drawLater({ snapshot: { settings }, words, act }: Screen): SettingsElement[] {
	if (!rowOf(settings.provider).usesNetwork) return [];
	return [toggle(words("setting.later"), settings.later, act.setLater), quiet(words("setting.later.about"))];
}

/** With what the model then reads, if that has a price in the same currency. */
function mostOf(lookUp: LookUp, { settings, budget }: Screen["snapshot"], words: Screen["words"]): string {
	const price = isLookUpPriced(budget.currency) ? priceOf(budget, settings.provider, settings.model) : undefined;
	return showAmount(costOfLookUp(lookUp) + Math.ceil(lookUp.tokens * (price?.in ?? 0)), DEFAULT_PRICES_CURRENCY, words);
}
