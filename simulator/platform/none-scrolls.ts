import { TEXT_STYLE } from "../screen/constants.ts";
import { layoutText } from "../screen/text.ts";
import { widgetName } from "../watch/host/ui-names.ts";
import { isRecord, numberOr } from "../watch/values.ts";
import type { PlatformSwitch } from "./switch.ts";

export const NONE_SCROLLS: PlatformSwitch = {
	name: "none-scrolls",
	does: "scrolls a text of text_style.NONE that is wider than its box",
	source: "DOC ui/widget/TEXT.mdx:61",
	operations: {
		"ui.create": (base) => (app, type, options, parent) => {
			if (widgetName(type) === "TEXT" && isRecord(options) && isScrolling(options)) {
				app.log(
					"error",
					"@zos/ui",
					`a text scrolls: ${String(options.text).length} characters in ${String(options.w)} px`,
				);
			}
			return base(app, type, options, parent);
		},
	},
};

function isScrolling({ text, text_size, text_style, w }: Record<string, unknown>): boolean {
	if (text_style !== undefined && text_style !== TEXT_STYLE.NONE) return false;
	const box = numberOr(w, 0);
	return layoutText(String(text ?? ""), { textSize: numberOr(text_size, 0), width: 0, wrapped: false }).width > box;
}
