/**
 * Where a platform makes a step impossible, and what the product says then. Owns that table; a step that is not in it must
 * work. Rule: nothing is allowed to fail without a word.
 */
import words from "../../core/words/en-US.json" with { type: "json" };

/** `platforms`: all of them at once. */
type Allowance = { platforms: readonly string[]; steps: readonly string[]; says: readonly string[] };

const ALLOWANCES: readonly Allowance[] = [
	{
		platforms: ["no-companion"],
		steps: ["quick reply on the face", "answer on the face", "tap on the answer"],
		says: [...words["glance.install"].split(" ").slice(0, 2)],
	},
	{
		platforms: ["disk-full"],
		steps: [
			"answer on the face",
			"quick reply on the face",
			"tap on the answer",
			"left while it was asked",
			"history",
			"card",
		],
		says: [words["glance.open-once"].slice(0, 12), words["page.hello"], words["page.history"], words["glance.ask"]],
	},
	{
		// Each of the two pages shakes hands before the phone has answered either, and the second ends what the first began. The
		// question may have been asked: it is told as an unknown outcome, and nobody is asked again.
		platforms: ["shake-restarts", "slow-shake"],
		steps: ["same launch twice", "card"],
		says: [words["page.unanswered"], words["glance.failed"]],
	},
	{ platforms: ["silent-room"], steps: ["spoken question"], says: [words["fault.unclear-speech"]] },
];

/** Words of which one must be on the screen when `step` fails; undefined where it must not fail. */
export function allowanceFor(names: readonly string[], step: string): readonly string[] | undefined {
	const found = ALLOWANCES.filter(
		({ platforms, steps }) => platforms.every((name) => names.includes(name)) && steps.includes(step),
	);
	return found.length === 0 ? undefined : found.flatMap(({ says }) => says);
}
