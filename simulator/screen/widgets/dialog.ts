/** DIALOG, discontinued by the vendor: a text over the whole screen and two words below. */
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { paintText } from "../paint-text.ts";
import type { Draw, Painter } from "../painter.ts";
import { colorOf, numberOf, type Props, textOf } from "../props.ts";
import type { Box } from "../scene.ts";

const CONTENT_SIZE = 36;
const BUTTON_SIZE = 26;

/** Where the documentation's picture has them, as shares of the screen. */
const CONTENT = { x: 0.1, y: 0.15, w: 0.8, h: 0.4 };
const LEFT = { x: 0.15, y: 0.8, w: 0.3, h: 0.14 };
const RIGHT = { x: 0.58, y: 0.8, w: 0.3, h: 0.14 };

/** A dialog that is not shown (`prop.SHOW`) is an invisible widget, so this one is. */
export const drawDialog: Draw = (painter, { id, props }) => {
	const { width, height } = painter.scene;
	painter.pen.fillStyle = colorOf(props, "content_bg_color", 0);
	painter.pen.fillRect(0, 0, width, height);
	paintWords(painter, id, props, {
		prefix: "content_text",
		text: textOf(props, "text"),
		size: CONTENT_SIZE,
		share: CONTENT,
	});
	const [ok, cancel] = props.ok_on_right === true ? [RIGHT, LEFT] : [LEFT, RIGHT];
	for (const [prefix, share] of [
		["ok", ok],
		["cancel", cancel],
	] as const) {
		if (textOf(props, `${prefix}_text`) === "") continue;
		const box = scaled(share, width, height);
		if (props[`${prefix}_nomal_color`] !== undefined) {
			painter.pen.fillStyle = colorOf(props, `${prefix}_nomal_color`);
			painter.pen.fillRect(box.x, box.y, box.w, box.h);
		}
		paintWords(painter, id, props, {
			prefix: `${prefix}_text`,
			text: textOf(props, `${prefix}_text`),
			size: BUTTON_SIZE,
			share,
		});
	}
};

type Words = { prefix: string; text: string; size: number; share: Box };

function paintWords(painter: Painter, widget: number, props: Props, { prefix, text, size, share }: Words): void {
	paintText(painter, {
		text,
		widget,
		box: scaled(share, painter.scene.width, painter.scene.height),
		size: numberOf(props, `${prefix}_size`, size),
		color: colorOf(props, `${prefix}_color`),
		alignH: ALIGN.CENTER_H,
		alignV: ALIGN.CENTER_V,
		style: TEXT_STYLE.WRAP,
		charSpace: 0,
		lineSpace: 0,
	});
}

function scaled(share: Box, width: number, height: number): Box {
	return { x: share.x * width, y: share.y * height, w: share.w * width, h: share.h * height };
}
