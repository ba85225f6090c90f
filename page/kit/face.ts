/** What the face, the card and the workout extension are told. Owns when: the files are `device/glance-store.ts`'s. */

import type { Look } from "../../core/wire/protocol.ts";
import { files } from "../../device/files.ts";
import { tellLooks, tellMessage } from "../../device/glance-store.ts";
import { entriesOf, readRow } from "../../device/journal.ts";
import { heightOf } from "../../device/screen.ts";
import { journal, tools } from "./desk.ts";

export const room = { canvas: tools.layout.canvas, widthOf: tools.measure, heightOf };

/** What was understood of a spoken question that the person has yet to confirm: a face must not say that it is being asked. */
let understood: { id: string; text: string } | null = null;

export function setUnderstood(what: { id: string; text: string } | null): void {
	understood = what;
}

/** What the phone chose: quick replies, accent, that a key is missing. */
export function showLooks(look: Look): void {
	tellLooks(files, look, room);
}

/** What became of the newest question. Of an answer with actions the page that does them tells what was done. */
export function showNewest({ accent }: Look): void {
	const [newest] = entriesOf(journal);
	const row = readRow(journal, newest);
	if (row?.state === "answered" && row.answer.actions !== undefined) return;
	const heard = understood !== null && understood.id === row?.id ? understood.text : undefined;
	tellMessage(files, row, accent, room, heard);
}
