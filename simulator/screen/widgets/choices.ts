/** SLIDE_SWITCH, and STATE_BUTTON, the option of a RADIO_GROUP or CHECKBOX_GROUP. */
import { type Draw, imageAt } from "../painter.ts";
import { boxOf, colorOf, isTrue, numberOf, type Props, recordOf, textOf } from "../props.ts";
import { paintImage } from "./images.ts";
import { roundedPath } from "./shapes.ts";

export const drawSlideSwitch: Draw = (painter, { props }) => {
	const isOn = isTrue(props, "checked");
	const { x, y, h } = boxOf(props);
	paintImage(painter, textOf(props, isOn ? "select_bg" : "un_select_bg"), x, y);
	const knob = imageAt(painter, textOf(props, "slide_src"));
	if (!knob) return;
	const knobX = x + numberOf(props, isOn ? "slide_select_x" : "slide_un_select_x");
	painter.pen.drawImage(knob, knobX, y + numberOf(props, "slide_y", (h - knob.height) / 2));
};

/** Its images are its group's; with the group's `use_color` its own colours. */
export const drawStateButton: Draw = (painter, { id, parent, props }) => {
	const group = painter.scene.widgets.find((widget) => widget.id === parent)?.props ?? {};
	const isOn = isTrue(props, "checked") || chosenIn(group) === id;
	if (!isTrue(group, "use_color")) {
		paintImage(
			painter,
			textOf(group, isOn ? "select_src" : "unselect_src"),
			numberOf(props, "x"),
			numberOf(props, "y"),
		);
		return;
	}
	const w = numberOf(props, "fill_width", numberOf(props, "w"));
	const h = numberOf(props, "fill_height", numberOf(props, "h"));
	roundedPath(painter, centered(props, w, h), h / 2);
	painter.pen.fillStyle = colorOf(props, isOn ? "select_color" : "unselect_color", isOn ? 0xffffff : 0x808080);
	painter.pen.fill();
};

/** The option last handed to the group's `prop.CHECKED`, else to `prop.INIT`: a widget crosses as a record with its id. */
function chosenIn(group: Props): unknown {
	return recordOf(group, "checked").id ?? recordOf(group, "init").id;
}

function centered(props: Props, w: number, h: number) {
	const box = boxOf(props);
	return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
}
