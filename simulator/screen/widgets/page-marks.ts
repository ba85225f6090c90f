/** PAGE_INDICATOR. */
import { ALIGN } from "../constants.ts";
import { type Draw, imageAt, type Painter } from "../painter.ts";
import { boxOf, colorOf, isTrue, numberOf, type Props, textOf } from "../props.ts";
import { roundedPath } from "./shapes.ts";

const DEFAULT_DOT = 8;

/** A mark for each page of the swiper, the current one highlighted. Without a swiper there is none. */
export const drawPageIndicator: Draw = (painter, { props }) => {
	const { count, index } = painter.scene.pages ?? { count: 0, index: 0 };
	const across = isTrue(props, "horizontal", true);
	const size = markSize(painter, props);
	const step = across ? size.w + numberOf(props, "h_space") : size.h + numberOf(props, "v_space");
	const box = boxOf(props);
	const length = Math.max(0, count * step - (step - (across ? size.w : size.h)));
	const start = startOf(props, across ? box.w - length : box.h - length, across);
	for (let page = 0; page < count; page++) {
		const x = across ? box.x + start + page * step : box.x + (box.w - size.w) / 2;
		const y = across ? box.y + (box.h - size.h) / 2 : box.y + start + page * step;
		paintMark(painter, props, page === index, { x, y, ...size });
	}
};

function startOf(props: Props, room: number, across: boolean): number {
	const align = numberOf(props, "align_h");
	if (!across || align === ALIGN.CENTER_H) return room / 2;
	return align === ALIGN.RIGHT ? room : 0;
}

function markSize(painter: Painter, props: Props): { w: number; h: number } {
	const dot = numberOf(props, "element_height", DEFAULT_DOT);
	if (isTrue(props, "use_color")) return { w: dot, h: dot };
	const image = imageAt(painter, textOf(props, "select_src"));
	return { w: image?.width ?? dot, h: image?.height ?? dot };
}

function paintMark(
	painter: Painter,
	props: Props,
	isCurrent: boolean,
	box: { x: number; y: number; w: number; h: number },
): void {
	if (isTrue(props, "use_color")) {
		roundedPath(painter, box, numberOf(props, "element_radius", box.h / 2));
		painter.pen.fillStyle = colorOf(
			props,
			isCurrent ? "select_color" : "unselect_color",
			isCurrent ? 0xffffff : 0x808080,
		);
		painter.pen.fill();
		return;
	}
	const image = imageAt(painter, textOf(props, isCurrent ? "select_src" : "unselect_src"));
	if (image) painter.pen.drawImage(image, box.x, box.y);
}
