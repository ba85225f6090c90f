/** Under the system's keyboard; seen for the moment before it opens. */
import { rowAt } from "../../core/screen.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { line } from "../kit/pieces.ts";
import { DIM, SIZE } from "../kit/theme.ts";

export function typingView(tools: Tools): Shown[] {
	const { canvas, px } = tools.layout;
	return [
		line(
			rowAt(canvas, Math.round(canvas.height / 2) - px(24), px(48), px(20), canvas.width),
			tools.say("page.listening"),
			px(SIZE.title),
			DIM,
			tools,
		),
	];
}
