import { describe, expect, it } from "vitest";
import { takePlan } from "./plan-format.ts";
import { readReply } from "./reply-format.ts";

const REPLY = `Start easy and finish fast.
%% goal 5000m 1680s
%% 1000m | Settle in, **relax** your shoulders
%% 600s | Drink a sip
%% slower 350 | Pick it up a little
@@ Even splits of 5:36
>> What about hills? | Warm-up?`;

it("reads the cues and the goal, and shows none of their lines", () => {
	const { text, plan } = takePlan(REPLY);
	expect(text).not.toContain("%%");
	expect(plan).toEqual({
		goal: { meters: 5000, seconds: 1680 },
		cues: [
			{ at: { meters: 1000 }, text: "Settle in, relax your shoulders" },
			{ at: { seconds: 600 }, text: "Drink a sip" },
			{ at: { paceSlower: 350 }, text: "Pick it up a little" },
		],
	});
});

it("stands beside the other last lines, wherever the model puts it", () => {
	const [first = "", ...lines] = REPLY.split("\n");
	for (const raw of [REPLY, [first, ...lines.slice(4), ...lines.slice(0, 4)].join("\n")]) {
		const answer = readReply(raw, false);
		expect(answer.text).toBe("Start easy and finish fast.");
		expect(answer.line).toBe("Even splits of 5:36");
		expect(answer.next).toEqual(["What about hills?", "Warm-up?"]);
		expect(answer.plan?.cues).toHaveLength(3);
	}
});

it.each([
	["%% 1 km | a", { meters: 1000 }],
	["- %% 1.5km | a", { meters: 1500 }],
	["**%%** 2,5 km | a", { meters: 2500 }],
	["%% 10:00 | a", { seconds: 600 }],
	["%% 1:00:30 | a", { seconds: 3630 }],
	["%% 12 min | a", { seconds: 720 }],
	["%% 90 sec ｜ a", { seconds: 90 }],
	["%% at 3000 meters | a", { meters: 3000 }],
	["%% slower 5:50/km | a", { paceSlower: 350 }],
	["%% slower than 6:00 /km | a", { paceSlower: 360 }],
	["%% soon | a", null],
	["%% 1000m", null],
])("reads %s", (line, at) => {
	expect(takePlan(line).plan?.cues[0]?.at ?? null).toEqual(at);
});

it("leaves a text without cues as it is", () => {
	expect(takePlan("100 %% sure\nYes")).toEqual({ text: "100 %% sure\nYes", plan: null });
});

it("takes no more than twelve", () => {
	const raw = Array.from({ length: 30 }, (_, n) => `%% ${n}00m | cue ${n}`).join("\n");
	expect(takePlan(raw).plan?.cues).toHaveLength(12);
});

describe("a plan that nobody asked for", () => {
	const ASKED = [
		"Pace me through 5 km",
		"Plane meinen 10-km-Lauf",
		"Haz un plan de carrera",
		"帮我配速5公里",
		"5キロ走りたい",
		"خطة جري",
	];

	it.each(ASKED)("is none, if the question was %j", (question) => {
		expect(takePlan("%% 1000m | Settle in", question).plan?.cues).toHaveLength(1);
	});

	it.each(["How do I comment in MATLAB?", "What is a cell in Obsidian?", ""])(
		"takes the place of no other: %j",
		(question) => {
			expect(takePlan("ok\n%% 1000m | Settle in", question)).toEqual({ text: "ok", plan: null });
		},
	);

	it("is taken if it is whole", () => {
		expect(takePlan(REPLY, "And now?").plan?.cues).toHaveLength(3);
	});

	it.each(["%% note", "```matlab\n%% 1000m | a\nx = 1\n```", "%% a comment %%", "%%\n"])(
		"is no comment of a program: %j",
		(raw) => {
			expect(takePlan(raw, "q")).toEqual({ text: raw, plan: null });
		},
	);
});
