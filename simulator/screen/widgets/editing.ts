/**
 * WATCHFACE_EDIT_BG, _GROUP, _POINTER and the masks (DOC watchface/api/hmUI/widget/edit_watchface): their pictures where the face
 * is edited, and the chosen background where it is worn. What is chosen is in the scene.
 */
import { type Draw, imageAt } from "../painter.ts";
import { numberOf, type Props, recordsOf, textOf } from "../props.ts";
import { drawImage, paintImage } from "./images.ts";

function optionOf(options: readonly Props[], name: string, chosen: number): Props {
	return options.find((one) => numberOf(one, name, -1) === chosen) ?? options[0] ?? {};
}

export const drawEditBackground: Draw = (painter, { props }) => {
	const { editing } = painter.scene;
	const id = editing?.chosen[numberOf(props, "edit_id")] ?? numberOf(props, "default_id");
	const option = optionOf(recordsOf(props, "bg_config"), "id", id);
	const [x, y] = [numberOf(props, "x"), numberOf(props, "y")];
	if (!editing?.active) return paintImage(painter, textOf(option, "path"), x, y);
	paintImage(painter, textOf(option, "preview"), x, y);
	paintImage(painter, textOf(props, "fg"), x, y);
};

/** Its frame, its picture and the name of what it shows; worn, it shows nothing of its own. */
export const drawEditGroup: Draw = (painter, { id, props }) => {
	const { editing } = painter.scene;
	if (!editing?.active) return;
	const type = editing.chosen[numberOf(props, "edit_id")] ?? numberOf(props, "default_type");
	const option = optionOf(recordsOf(props, "optional_types"), "type", type);
	const [x, y] = [numberOf(props, "x"), numberOf(props, "y")];
	const isSelected = editing.selected === id;
	paintImage(painter, textOf(props, isSelected ? "select_image" : "un_select_image"), x, y);
	const preview = imageAt(painter, textOf(option, "preview"));
	if (preview) {
		const left = x + Math.floor((numberOf(props, "w", preview.width) - preview.width) / 2);
		painter.pen.drawImage(preview, left, y + Math.floor((numberOf(props, "h", preview.height) - preview.height) / 2));
	}
	if (!isSelected) return;
	const [tipX, tipY] = [x + numberOf(props, "tips_x"), y + numberOf(props, "tips_y")];
	const ground = imageAt(painter, textOf(props, "tips_BG"));
	if (ground) painter.pen.drawImage(ground, tipX, tipY);
	painter.pen.fillStyle = "#ffffff";
	painter.pen.font = `${Math.round(painter.scene.width / 24)}px sans-serif`;
	painter.pen.textAlign = "center";
	painter.pen.textBaseline = "middle";
	painter.pen.fillText(textOf(option, "title_en"), tipX + (ground?.width ?? 0) / 2, tipY + (ground?.height ?? 0) / 2);
};

export const drawEditPointer: Draw = (painter, { props }) => {
	const { editing } = painter.scene;
	if (!editing?.active) return;
	const id = editing.chosen[numberOf(props, "edit_id")] ?? numberOf(props, "default_id");
	const option = optionOf(recordsOf(props, "config"), "id", id);
	paintImage(painter, textOf(option, "preview"), numberOf(props, "x"), numberOf(props, "y"));
};

/** Full or in part, over what is not edited. */
export const drawEditMask: Draw = (painter, widget) => {
	if (painter.scene.editing?.active) drawImage(painter, widget);
};
