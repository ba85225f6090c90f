/**
 * Which of what is set a person means to cancel. Owns how names are compared. Rule: a name that is met exactly is meant; of what
 * only resembles it, one is taken, and several are told. The plural of a kind means all of it.
 */
import { type Deed, pendingOf } from "./deed.ts";

/** Words for a kind, in any language. */
export type KindWords = Readonly<Record<"timer" | "alarm" | "remind", readonly string[]>>;

/** What the phone calls all of a kind, in whatever language the person said it. */
const ALL_OF = { timer: "timers", alarm: "alarms", remind: "reminders" } as const;

/** The keys of what is cancelled, and the names of that or of what may be meant. */
export type Cancelling = { keys: string[]; names: Deed[]; why?: "none" | "several" };

export function cancelling(deeds: readonly Deed[], label: string | undefined, kinds: KindWords): Cancelling {
	const all = pendingOf(deeds);
	const wanted = plain(label ?? "");
	const named = wanted === "" ? all : all.filter((deed) => plain(deed.label) === wanted);
	const exact = named.length > 0 ? named : all.filter((deed) => isKind(deed) && ALL_OF[deed.do] === wanted);
	if (exact.length > 0) return { keys: exact.map(({ key }) => key), names: exact };
	const near = all.filter((deed) => resembles(deed, wanted, kinds));
	const [only, ...others] = near;
	if (only === undefined) return { keys: [], names: [], why: "none" };
	return others.length === 0 ? { keys: [only.key], names: [only] } : { keys: [], names: near, why: "several" };
}

function resembles(deed: Deed, wanted: string, kinds: KindWords): boolean {
	if (wanted === "") return false;
	if (!isKind(deed)) return false;
	if (kinds[deed.do].some((word) => plain(word) === wanted)) return true;
	const own = plain(deed.label);
	return own !== "" && (` ${wanted} `.includes(` ${own} `) || ` ${own} `.includes(` ${wanted} `));
}

function isKind(deed: Deed): deed is Deed & { do: keyof typeof ALL_OF } {
	return deed.do in ALL_OF;
}

/** Small letters, and one space for all between the words. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[\s.,;:!?'"()\u2018-\u201f\u00ab\u00bb\u3001\u3002-]+/g, " ")
		.trim();
}
