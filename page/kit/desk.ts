/** What every page begins with: the screen's measures, the words, the disk, and what the app's pages share. */
import { files } from "../../device/files.ts";
import type { Journal } from "../../device/journal.ts";
import { canvasOf, measure } from "../../device/screen.ts";
import { shared } from "../../device/shared.ts";
import { create, hide, remove, settle, update } from "../../device/widgets/widgets.ts";
import { say } from "../../device/words.ts";
import type { Brush } from "./draw.ts";
import { layoutOf } from "./layout.ts";
import type { Tools } from "./model.ts";

/** The letters of its words tell how a language is read: those of Hebrew and Arabic are from the one sign to the other. */
const word = say("page.back");

export const tools: Tools = {
	layout: layoutOf(canvasOf()),
	say,
	isRightToLeft: word > "\u0590" && word < "\u0900",
	measure,
};

export const brush: Brush = { create, update, hide, remove, settle };

export const run = shared();

export const journal: Journal = { files, held: run.held };
