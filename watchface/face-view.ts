/**
 * What the face says: a pure function of the glance file and the moment. Owns which of the states a person sees; the
 * places are `core/face-layout.ts`'s.
 */
import { age } from "../core/age.ts";
import type { Glance } from "../core/glance.ts";
import type { QuickReply } from "../core/protocol.ts";
import type { Moment } from "../device/sensors.ts";
import type { Say } from "../device/words.ts";

export type FaceView = {
	status: string;
	message: string;
	/** White for what was answered, dim for all else. */
	isAnswer: boolean;
	note: string;
	chips: readonly QuickReply[];
	split: number;
	accent: number;
	/** What a tap on the message opens. */
	opens: "read" | "open";
};

const USUAL_ACCENT = 0x3ddc97;

export function faceView(glance: Glance | null, status: string, now: number, say: Say): FaceView {
	const view: FaceView = {
		status,
		message: say("glance.open-once"),
		isAnswer: false,
		note: "",
		chips: [],
		split: 50,
		accent: USUAL_ACCENT,
		opens: "open",
	};
	if (glance === null) return view;
	view.accent = glance.accent;
	view.chips = glance.chips;
	view.split = glance.split;
	// A quick reply then tells in full where the key goes, and waits to be asked again.
	if (!glance.ready) return { ...view, message: say("glance.no-key") };
	const { last } = glance;
	if (last === undefined) return { ...view, message: say("glance.ready") };
	view.opens = "read";
	switch (last.state) {
		case "open":
			return { ...view, message: last.question, note: say("glance.asking") };
		case "answered":
			return { ...view, message: last.lines.join("\n"), isAnswer: true, note: age(now - last.answeredAt, say) };
		case "faulted":
			return { ...view, message: last.question, note: say("glance.failed") };
	}
}

/** Day, date and battery on one line. */
export function statusOf({ day, dayOfMonth }: Moment, battery: number | undefined, say: Say): string {
	const date = say("day.date", { day: say(DAYS[day - 1] ?? "day.1"), date: dayOfMonth });
	return battery === undefined ? date : `${date}  \u00b7  ${battery}%`;
}

const DAYS = ["day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7"] as const;
