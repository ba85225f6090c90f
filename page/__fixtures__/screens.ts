/** Every screen of every page by one name each, for tests that hold them all to the same rules. */
import type { Deed } from "../../core/actions/deed.ts";
import type { Telling } from "../../core/actions/deed-words.ts";
import type { Row } from "../../core/ask/journal.ts";
import type { Answer, Look } from "../../core/wire/protocol.ts";
import { waysNow } from "../kit/keys.ts";
import type { Failed, Home, Listed, Reading, Saying, Shown, Tools, Waiting, Way } from "../kit/model.ts";
import { faultView } from "../views/fault-view.ts";
import { forgettingView } from "../views/forgetting-view.ts";
import { heardView } from "../views/heard-view.ts";
import { homeView } from "../views/home-view.ts";
import { LIST_ROWS, listView } from "../views/list-view.ts";
import { nextView, readingView } from "../views/reading-view.ts";
import { receiptView } from "../views/receipt-view.ts";
import { recordingView } from "../views/recording-view.ts";
import { ringView } from "../views/ring-view.ts";
import { ringsView } from "../views/rings-view.ts";
import { sayingView, soundFaultView } from "../views/saying-view.ts";
import { typingView } from "../views/typing-view.ts";
import { unstoredView } from "../views/unstored-view.ts";
import { waitingView } from "../views/waiting-view.ts";

export type View =
	| { kind: "home" | "typing" | "forgetting" }
	| { kind: "chips" | "history"; at: number; now: number }
	| { kind: "recording"; seconds: number; stage: "opening" | "listening" | "ending" }
	| ({ kind: "waiting" } & Waiting)
	| { kind: "heard"; text: string }
	| { kind: "unstored"; row: Row }
	| ({ kind: "reading"; answer: Answer } & Reading)
	| ({ kind: "fault" } & Failed)
	| { kind: "saying"; saying: Saying }
	| { kind: "ring"; deed: Deed; now: number }
	| { kind: "rings"; deeds: readonly Deed[]; now: number };

export type State = {
	view: View;
	look: Look;
	/** All questions, newest first. */
	entries: readonly Listed[];
	ways: readonly Way[];
	teaser: Home["teaser"];
	ring?: string | null;
};

export function view({ view, look, entries, ways, teaser, ring = null }: State, tools: Tools): Shown[] {
	const { accent } = look;
	switch (view.kind) {
		case "home":
			return homeView({ look, ways: waysNow(ways, look), teaser, asked: entries.length, ring }, tools);
		case "chips": {
			const page = { kind: "chips", at: view.at, pages: Math.ceil(look.chips.length / LIST_ROWS) } as const;
			return listView({ ...page, rows: pageOf(look.chips, view.at) }, accent, tools);
		}
		case "history": {
			const page = { kind: "history", at: view.at, pages: Math.ceil((entries.length + 1) / LIST_ROWS) } as const;
			return listView(
				{ ...page, now: view.now, rows: pageOf<Listed | "forget">([...entries, "forget"], view.at) },
				accent,
				tools,
			);
		}
		case "typing":
			return typingView(tools);
		case "recording":
			return recordingView(view, accent, tools);
		case "heard":
			return heardView(view.text, accent, tools);
		case "waiting":
			return waitingView(view, accent, tools);
		case "reading":
			if (view.receipt) return receiptView(view.answer, look, tools);
			if (view.at < view.asked.length + (view.card === null ? 0 : 1) + view.pages.length)
				return readingView(view, look, tools);
			return nextView(view.answer, look, waysNow(ways, look), tools);
		case "unstored":
			return unstoredView(view.row, accent, tools);
		case "forgetting":
			return forgettingView(accent, tools);
		case "fault":
			return faultView(view, accent, tools);
		case "saying": {
			const { saying } = view;
			return saying.kind === "fault" ? soundFaultView(saying.fault, accent, tools) : sayingView(saying, accent, tools);
		}
		case "ring":
			return ringView(view.deed, tellingAt(view.now, tools), accent, tools);
		case "rings":
			return ringsView({ rings: view.deeds, at: 0, pages: 2 }, tellingAt(view.now, tools), accent, tools);
	}
}

/** A watch in UTC that counts to twelve, which takes more room. */
export function tellingAt(now: number, { say }: Pick<Tools, "say">): Telling {
	return { say, twelve: true, now, offset: 0 };
}

function pageOf<T>(rows: readonly T[], at: number): T[] {
	return rows.slice(at * LIST_ROWS, (at + 1) * LIST_ROWS);
}
