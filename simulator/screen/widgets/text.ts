/** TEXT. */
import { TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import type { Draw } from "../painter.ts";
import { boxOf, colorOf, numberOf, optionalNumber, type Props, recordOf, textOf } from "../props.ts";

export const drawText: Draw = (painter, { id, props }) => {
	if (optionalNumber(props, "start_angle") !== undefined) throw new Error("not modelled: TEXT on an arc");
	paintText(painter, {
		text: wordsOf(props, painter.scene.language ?? "en-US"),
		widget: id,
		box: boxOf(props),
		size: numberOf(props, "text_size", DEFAULT_TEXT_SIZE),
		color: colorOf(props, "color"),
		alignH: numberOf(props, "align_h"),
		alignV: numberOf(props, "align_v"),
		style: numberOf(props, "text_style", TEXT_STYLE.NONE),
		charSpace: numberOf(props, "char_space"),
		lineSpace: numberOf(props, "line_space"),
	});
};

/** `text_i18n` disables `text` (DOC ui/widget/TEXT.mdx). */
function wordsOf(props: Props, language: string): string {
	const translations = recordOf(props, "text_i18n");
	return textOf(translations, language) || textOf(translations, "en-US") || textOf(props, "text");
}
