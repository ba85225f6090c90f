import { NOTES_MAX } from "../../core/settings/notes.ts";
import type { Screen } from "../screen.ts";
import { button, field, quiet, toggle, warning } from "../style.ts";
import { folded } from "./folded.ts";

/** What the person had kept of them: whether it goes along, and each note to be edited or removed. */
export function drawNotes(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { notes, tellsNotes } = snapshot.settings;
	return folded(screen, "notes", words("setting.notes"), notes.join(" · "), () => [
		quiet(words("setting.notes.about")),
		toggle(words("setting.notes.tell"), tellsNotes, act.tellNotes),
		...notes.map((note, index) => drawNote(screen, note, index + 1)),
		notes.length < NOTES_MAX
			? field(words("setting.notes.new"), "", "", act.addNote)
			: warning(words("setting.notes.full", { count: NOTES_MAX })),
	]);
}

/** An emptied note stays as it was: removing it is a button of its own. */
function drawNote({ words, act }: Screen, note: string, number: number): SettingsElement {
	return View({ style: { margin: "12px 0" } }, [
		field(words("setting.notes.note", { number }), note, "", (typed) => act.changeNote(note, typed.trim() || note)),
		button(words("setting.notes.remove", { number }), "plain", () => act.changeNote(note, "")),
	]);
}
