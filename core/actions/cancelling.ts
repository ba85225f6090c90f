/**
 * Which of what is set a person means to cancel. Owns how names are compared. Rule: a name that is met exactly is meant; of what
 * only resembles it, one is taken, and several are told.
 */
import { type Deed, pendingOf } from "./deed.ts";

/** Words for a kind, in any language. */
export type KindWords = Readonly<Record<"timer" | "alarm" | "remind", readonly string[]>>;

/** The keys of what is cancelled, and the names of that or of what may be meant. */
export type Cancelling = { keys: string[]; names: Deed[]; why?: "none" | "several" };

export function cancelling(deeds: readonly Deed[], label: string | undefined, kinds: KindWords): Cancelling {
	const all = pendingOf(deeds);
	const wanted = plain(label ?? "");
	const exact = wanted === "" ? all : all.filter((deed) => plain(deed.label) === wanted);
	if (exact.length > 0) return { keys: exact.map(({ key }) => key), names: exact };
	const near = all.filter((deed) => resembles(deed, wanted, kinds));
	const [only, ...others] = near;
	if (only === undefined) return { keys: [], names: [], why: "none" };
	return others.length === 0 ? { keys: [only.key], names: [only] } : { keys: [], names: near, why: "several" };
}

function resembles(deed: Deed, wanted: string, kinds: KindWords): boolean {
	if (wanted === "") return false;
	if (deed.do !== "timer" && deed.do !== "alarm" && deed.do !== "remind") return false;
	if (kinds[deed.do].some((word) => plain(word) === wanted)) return true;
	const own = plain(deed.label);
	return own !== "" && (` ${wanted} `.includes(` ${own} `) || ` ${own} `.includes(` ${wanted} `));
}

/** Small letters, and one space for all between the words. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[\s.,;:!?'"()\u2018-\u201f\u00ab\u00bb\u3001\u3002-]+/g, " ")
		.trim();
}
