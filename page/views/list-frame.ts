/** What stands about the rows of a list: its title with the page, the key back, and the grip that says that there is more. */
import { gripBox } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { key, line } from "../kit/pieces.ts";
import { DIM, SIZE } from "../kit/theme.ts";

type Frame = { title: string; at: number; pages: number; accent: number };

/** `rows`: where title and key begin, in units of the design. */
export function listFrame(
	{ title, at, pages, accent }: Frame,
	rows: { head: number; foot: number },
	tools: Tools,
): Shown[] {
	const { layout, say } = tools;
	const text = pages > 1 ? `${title}  ${at + 1}/${pages}` : title;
	const pieces: Shown[] = [
		line(layout.row(rows.head, 38, 300), text, layout.px(SIZE.small), DIM, tools),
		key(layout.row(rows.foot, 64, 220), say("page.back"), { kind: "home" }, tools),
	];
	const grip = gripBox(layout.canvas);
	if (pages > 1) pieces.push({ kind: "rect", ...grip, color: accent, radius: grip.h / 2 });
	return pieces;
}
