/** Rows shown on the surface that found them, a row a tap: for a watch on which the app can read no other app's file. */
import { getDeviceInfo } from "@zos/device";
import { createWidget, deleteWidget, widget } from "@zos/ui";
import { part, sizeFor, textLook } from "./look.ts";
import type { Rows } from "./rows.ts";

/** Of the usual size of words. */
const SMALL = 0.75;

export function createReadout(rows: Rows): () => void {
	let next = 0;
	let handles: ReturnType<typeof createWidget>[] = [];
	return () => {
		const screen = getDeviceInfo();
		const all = rows.all();
		const row = all[next++ % Math.max(1, all.length)];
		for (const handle of handles) deleteWidget(handle);
		const text = row === undefined ? "nothing yet" : `${row.step}: ${row.says}`;
		const look = { ...textLook(screen), text_size: Math.round(sizeFor(screen) * SMALL), text };
		handles = [
			createWidget(widget.FILL_RECT, { ...part(screen, 0.1, 0.08, 0.8, 0.43), color: 0x000000 }),
			createWidget(widget.TEXT, { ...look, ...part(screen, 0.15, 0.1, 0.7, 0.4) }),
		];
	};
}
