/** The two files that the companion writes and the face, the card and the workout extension read. */

import {
	CHIP_MARK,
	decodeFaceGlance,
	decodeGlance,
	GLANCE_BYTES,
	NO_GLANCE,
	NO_PLAN,
	readLike,
} from "../../../core/face/glance.ts";
import { encodeGlance, encodeRunPlan } from "../../../core/face/glance-writing.ts";
import { dueCue } from "../../../core/run/due-cues.ts";
import { PLAN_SAMPLE } from "../samples.ts";
import { count, first, having, type Shape, same, type Target, text } from "../target.ts";

const ANY = text(Number.MAX_SAFE_INTEGER);

const WHOLE = count();
const LEAST_VERSION: Shape = (value) => (Number(value) >= NO_GLANCE.v ? null : "is too old");

const GLANCE = having({
	...{ v: LEAST_VERSION, at: WHOLE, accent: WHOLE, ink: WHOLE, split: WHOLE, width: WHOLE, fresh: WHOLE },
	...{ state: ANY, face: ANY, text: ANY, run: ANY, chips: ANY, first: ANY, note: ANY, later: ANY },
});

const FACE_GLANCE = having({
	at: (value) => (typeof value === "number" ? null : "is no number"),
	face: ANY,
	chips: ANY,
	first: ANY,
});

const RUN_PLAN = having({ v: count(), at: count(), meters: count(), seconds: count(), cues: ANY });

const SAMPLE = {
	...NO_GLANCE,
	...{ state: "answered", at: 1_795_000_000_000, split: 40 },
	...{ width: 480, top: 200, wide: 300, high: 88, note: "", fresh: 1_800_000, first: "" },
	...{ face: "Molecules scatter blue light", text: "Molecules scatter blue light", run: "Blue scatters most" },
	chips: ["Weather", "Will it rain?", "Word", "Teach me a word."].join(CHIP_MARK),
};

const USUAL = decodeFaceGlance("").show;

/** What is too long for the file loses its quick replies, and nothing else. */
function checkGlance(given: string): string | null {
	const glance = decodeGlance(given);
	const written = encodeGlance(glance);
	const again = decodeGlance(written);
	const face = decodeFaceGlance(given);
	return first(
		GLANCE(glance),
		FACE_GLANCE(face),
		USUAL.every((one, at) => typeof one === typeof face.show[at]) ? null : "a list with another kind of item",
		same({ ...again, chips: "" }, { ...glance, chips: "" }, "a glance"),
		again.chips === "" || written.length <= GLANCE_BYTES ? null : "a glance too long for its quick replies",
	);
}

function checkPlan(given: string): string | null {
	const plan = readLike(given, NO_PLAN);
	const lines = plan.cues.split("\n");
	const { say, left } = dueCue(lines, { meters: 1000, seconds: 300, pace: 300 });
	return first(
		RUN_PLAN(plan),
		same(readLike(JSON.stringify(plan), NO_PLAN), plan, "a plan"),
		ANY(say),
		left.every((line) => lines.includes(line)) ? null : "a cue that was not there",
	);
}

export const GLANCE_TARGETS: readonly Target[] = [
	{ name: "glance file", takes: "text", samples: [SAMPLE], check: checkGlance },
	{
		name: "plan of a run",
		takes: "text",
		samples: [JSON.parse(encodeRunPlan(PLAN_SAMPLE, 1_795_000_000_000))],
		check: checkPlan,
	},
];
