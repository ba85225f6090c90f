/**
 * The workout extension: the last answer in few words between live sport values. Owns its widgets. All of it is on the
 * watch already: no transport, no timer; it reads the glance file when it comes into view. Rule: nothing throws out of it,
 * since it runs inside somebody's workout.
 */
import { readGlance } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { languageTag } from "../device/language.ts";
import { canvasOf } from "../device/screen.ts";
import { createSportValue } from "../device/sport.ts";
import { create, type Piece, update, type WidgetHandle } from "../device/widgets.ts";
import { workoutLayoutOf } from "./layout.ts";
import { workoutWords } from "./words.ts";
import { workoutText } from "./workout-view.ts";

const WHITE = 0xffffff;
const DIM = 0xa6a6ad;

let message: WidgetHandle | null = null;
let shown = "";

DataWidget({
	build() {
		attempt(build);
	},
	onResume() {
		attempt(look);
	},
});

function build(): void {
	const { values, valueSize, labelSize } = workoutLayoutOf(canvasOf());
	createSportValue(1, "HR", values[0], valueSize, labelSize, DIM);
	createSportValue(2, "PACE", values[1], valueSize, labelSize, DIM);
	createSportValue(3, "DISTANCE_TOTAL", values[2], valueSize, labelSize, DIM);
	look();
}

function look(): void {
	const layout = workoutLayoutOf(canvasOf());
	const { text, isAnswer } = workoutText(attempt(readGlance), workoutWords(languageTag()));
	if (message !== null && text === shown) return;
	shown = text;
	const color = isAnswer ? WHITE : DIM;
	const piece: Piece = { kind: "text", ...layout.message, text, size: layout.messageSize, color, wrap: true };
	if (message === null) message = create(piece, () => undefined);
	else update(message, piece);
}
