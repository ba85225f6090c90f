/**
 * What the ask page shows: a pure function from its state to a list of pieces. Owns which screen has what on it; the
 * places are `layout.ts`'s, the texts the catalogue's. Rule: the same state is the same list, and what is tapped is in
 * the piece that shows it.
 */
import type { Piece } from "../../device/widgets/widgets.ts";
import type { Say } from "../../device/words.ts";
import type { Layout } from "../kit/layout.ts";
import type { State, Tap } from "../state.ts";
import { faultView, forgettingView, unstoredView } from "./fault-view.ts";
import { homeView, typingView } from "./home-view.ts";
import { listView } from "./list-view.ts";
import { readingView } from "./reading-view.ts";
import { receiptView } from "./receipt-view.ts";
import { heardView, recordingView } from "./recording-view.ts";
import { waitingView } from "./waiting-view.ts";

/** What a view is drawn with. `measure` gives the width in px of a text of `size` px on one line. */
export type Tools = { layout: Layout; say: Say; measure(text: string, size: number): number };

/** What touching it means, and holding it. */
export type Shown = Piece & { tap?: Tap; hold?: Tap };

export function view(state: State, tools: Tools): Shown[] {
	switch (state.view.kind) {
		case "home":
			return homeView(state, tools);
		case "chips":
		case "history":
			return listView(state, state.view, tools);
		case "typing":
			return typingView(tools);
		case "recording":
			return recordingView(state.view, state.look.accent, tools);
		case "heard":
			return heardView(state.view, state.look.accent, tools);
		case "waiting":
			return state.view.away === true
				? faultView({ ...state.view, fault: { code: "phone-away" } }, state.look.accent, tools)
				: waitingView(state.view, state.look.accent, tools);
		case "reading":
			return state.view.receipt ? receiptView(state, state.view, tools) : readingView(state, state.view, tools);
		case "unstored":
			return unstoredView(state.view.row, state.look.accent, tools);
		case "forgetting":
			return forgettingView(state.look.accent, tools);
		case "fault":
			return faultView(state.view, state.look.accent, tools);
	}
}
