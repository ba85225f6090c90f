import { CHIPS_MAX, type QuickReply } from "../../core/wire/protocol.ts";
import type { Screen } from "../screen.ts";
import { button, field, quiet } from "../style.ts";
import { folded } from "./folded.ts";

/** A question may be longer than a line. */
const QUESTION_ROWS = 3;

/** The quick replies, each with its label and its question. */
export function drawQuickReplies(screen: Screen): SettingsElement[] {
	const { chips, words, act } = screen;
	const summary = chips.map(({ label }) => label).join(" · ");
	return folded(screen, "chips", words("setting.chips"), summary, () => [
		quiet(words("setting.chips.about", { count: CHIPS_MAX })),
		quiet(words("setting.chips.act")),
		...chips.map((chip, index) => drawChip(screen, chip, index)),
		...(chips.length < CHIPS_MAX ? [field(words("setting.chips.new"), "", "", act.addChip)] : []),
		button(words("setting.chips.reset"), "plain", act.resetChips),
	]);
}

function drawChip({ words, act }: Screen, { label, text }: QuickReply, index: number): SettingsElement {
	const number = index + 1;
	return View({ style: { margin: "12px 0" } }, [
		field(words("setting.chips.label", { number }), label, "", (typed) => act.relabelChip(index, typed)),
		field(words("setting.chips.text", { number }), text, "", (typed) => act.rewordChip(index, typed), QUESTION_ROWS),
		button(words("setting.chips.remove", { label }), "plain", () => act.removeChip(index)),
	]);
}
