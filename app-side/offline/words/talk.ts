/**
 * What the built-in assistant's own words are in each language. Owns the shape; each language has a file
 * beside this one. Lists are parted by `|`; in `asks` the first is how we ask it ourselves, and each `*`
 * stands for any ending.
 */
export const TOPICS = [
	"hello",
	"how",
	"thanks",
	"bye",
	"who",
	"help",
	"setup",
	"time",
	"date",
	"week",
	"battery",
	"steps",
	"heart",
	"joke",
	"fact",
	"stretch",
	"snack",
	"kind",
	"timer",
	"sun",
	"until",
	"warmup",
	"rest",
	"meal",
	"dinner",
	"coffee",
	"riddle",
	"solution",
	"quiz",
	"yes",
	"no",
	"adventure",
	"left",
	"right",
	"truths",
	"coin",
	"dice",
	"number",
] as const;

export type Topic = (typeof TOPICS)[number];

export type Talk = {
	asks: Readonly<Record<Topic, string>>;
	/** What says nothing by itself: `please`, `tell me`. */
	fillers: string;
	/** Twelve each. */
	hello: string;
	joke: string;
	fact: string;
	stretch: string;
	snack: string;
	kind: string;
	/** What many believe and is false. */
	lie: string;
	/** `question=answer` */
	riddle: string;
	dinner: string;
	how: string;
	thanks: string;
	bye: string;
	timer: string;
	warmup: string;
	/** Rested, tired, and if nobody knows. */
	rest: string;
	meal: string;
	/** Early in the day, and late. */
	coffee: string;
	/** The beginning, and what comes on the left and on the right. */
	adventure: string;
	/** `{claim}` */
	quiz: string;
	/** Right, wrong; it is true, it is false. */
	verdict: string;
	/** `{list}`, and `{claim}` for the false one. */
	truths: string;
	/** Heads, tails. */
	coin: string;
	/** `{place}`, `{rise}`, `{set}`; it does not set; it does not rise; the place is not known. */
	sun: string;
	/** `{what}`, `{days}` */
	until: string;
	/** Today, tomorrow, yesterday; `{n}` for the number of the week. */
	days: string;
	/** `{tip}`, `{total}` */
	tip: string;
	/** Christmas, New Year, Easter, Halloween, Valentine's Day; other names behind commas. */
	holidays: string;
	/** January to December, as they are said with a day. */
	months: string;
	/**
	 * English, German, French, Spanish, Italian, Portuguese, Polish, Turkish, Russian, Arabic, Hindi, Japanese,
	 * Korean, Chinese, Greek.
	 */
	tongues: string;
	/** How we ask for phrases ourselves. */
	translate: string;
};

/** One of a list that is parted by `|`. */
export function listOf(text: string): readonly string[] {
	return text.split("|");
}
