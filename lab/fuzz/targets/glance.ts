/** The two files that the companion writes and the face, the card and the workout extension read. */

import {
	CHIP_MARK,
	decodeGlance,
	decodeRunPlan,
	GLANCE_BYTES,
	GLANCE_STATES,
	NO_GLANCE,
} from "../../../core/face/glance.ts";
import { encodeGlance, encodeRunPlan } from "../../../core/face/glance-writing.ts";
import { dueCue } from "../../../core/run/due-cues.ts";
import { PLAN_SAMPLE } from "../samples.ts";
import { count, first, having, oneOf, same, type Target, text } from "../target.ts";

const ANY = text(Number.MAX_SAFE_INTEGER);

const GLANCE = having({
	...{ v: oneOf(NO_GLANCE.v), state: oneOf(...GLANCE_STATES), accent: count(0xffffff), at: count() },
	...{ face: ANY, text: ANY, run: ANY, chips: ANY },
	split: (value) => count(90)(value) ?? (Number(value) < 10 ? "is too small" : null),
});

const RUN_PLAN = having({ v: oneOf(1), at: count(), meters: count(), seconds: count(), cues: ANY });

const SAMPLE = {
	...NO_GLANCE,
	...{ state: "answered", at: 1_795_000_000_000, split: 40 },
	...{ face: "Molecules scatter\nblue light", text: "Molecules scatter blue light", run: "Blue scatters most" },
	chips: ["Weather", "Will it rain?", "Word", "Teach me a word."].join(CHIP_MARK),
};

/** What is too long for the file loses its quick replies, and nothing else. */
function checkGlance(given: string): string | null {
	const glance = decodeGlance(given);
	const written = encodeGlance(glance);
	const again = decodeGlance(written);
	return first(
		GLANCE(glance),
		same({ ...again, chips: "" }, { ...glance, chips: "" }, "a glance"),
		again.chips === "" || written.length <= GLANCE_BYTES ? null : "a glance too long for its quick replies",
	);
}

function checkPlan(given: string): string | null {
	const plan = decodeRunPlan(given);
	const lines = plan.cues.split("\n");
	const { say, left } = dueCue(lines, { meters: 1000, seconds: 300, pace: 300 });
	return first(
		RUN_PLAN(plan),
		same(decodeRunPlan(JSON.stringify(plan)), plan, "a plan"),
		ANY(say),
		left.every((line) => lines.includes(line)) ? null : "a cue that was not there",
	);
}

export const GLANCE_TARGETS: readonly Target[] = [
	{ name: "glance file", takes: "text", samples: [SAMPLE], check: checkGlance },
	{ name: "plan of a run", takes: "text", samples: [encodeRunPlan(PLAN_SAMPLE, 1_795_000_000_000)], check: checkPlan },
];
