/** IMG, IMG_LEVEL, IMG_PROGRESS, IMG_STATUS, IMG_POINTER, IMG_ANIM. */
import type { Image } from "@napi-rs/canvas";
import { dataTypeName, SYSTEM_STATUS } from "../constants.ts";
import { cut, type Draw, faded, imageAt, type Painter } from "../painter.ts";
import { isTrue, numberOf, numbersOf, optionalNumber, type Props, textOf, textsOf } from "../props.ts";
import type { Box } from "../scene.ts";
import { dataShare, dataValue } from "./live-data.ts";
import { radians } from "./shapes.ts";

const OPAQUE = 255;

/** `w` and `h` cut the image, they scale it only with `auto_scale` (DOC ui/widget/IMG.mdx). */
export const drawImage: Draw = (painter, { props }) => {
	const image = imageAt(painter, textOf(props, "src"));
	if (!image) return;
	const box = imageBox(props, image);
	faded(painter, numberOf(props, "alpha", OPAQUE), () =>
		cut(painter, box, () => {
			turn(painter, props, box);
			const size = scaledSize(props, image, box);
			const { pen } = painter;
			pen.drawImage(image, box.x + numberOf(props, "pos_x"), box.y + numberOf(props, "pos_y"), size.w, size.h);
		}),
	);
};

/** The widget's box; a side that is not given is the image's. */
export function imageBox(props: Props, image: { width: number; height: number }): Box {
	const w = optionalNumber(props, "w");
	const h = optionalNumber(props, "h");
	return {
		x: numberOf(props, "x"),
		y: numberOf(props, "y"),
		w: w === undefined || w < 0 ? image.width : w,
		h: h === undefined || h < 0 ? image.height : h,
	};
}

/** The pivot counts from the widget's corner, as official samples use it; without one it is the middle. */
function turn(painter: Painter, props: Props, box: Box): void {
	const angle = numberOf(props, "angle") % 360;
	if (angle === 0) return;
	const x = box.x + numberOf(props, "center_x", box.w / 2);
	const y = box.y + numberOf(props, "center_y", box.h / 2);
	painter.pen.translate(x, y);
	painter.pen.rotate(radians(angle));
	painter.pen.translate(-x, -y);
}

function scaledSize(props: Props, image: Image, box: Box): { w: number; h: number } {
	if (!isTrue(props, "auto_scale")) return { w: image.width, h: image.height };
	if (isTrue(props, "auto_scale_obj_fit")) return { w: box.w, h: box.h };
	const scale = Math.min(box.w / image.width, box.h / image.height);
	return { w: image.width * scale, h: image.height * scale };
}

export function paintImage(painter: Painter, path: string, x: number, y: number): void {
	const image = imageAt(painter, path);
	if (image) painter.pen.drawImage(image, x, y);
}

/** Level 1 is the first image, 0 none; with a data type the level follows its value. */
export const drawImageLevel: Draw = (painter, { props }) => {
	const paths = textsOf(props, "image_array");
	paintImage(
		painter,
		paths[levelOf(painter, props, paths.length) - 1] ?? "",
		numberOf(props, "x"),
		numberOf(props, "y"),
	);
};

export const drawImageProgress: Draw = (painter, { props }) => {
	const paths = textsOf(props, "image_array");
	const xs = numbersOf(props, "x");
	const ys = numbersOf(props, "y");
	const shown = paths.slice(0, levelOf(painter, props, paths.length));
	for (const [index, path] of shown.entries()) paintImage(painter, path, xs[index] ?? 0, ys[index] ?? 0);
};

/** Of the sky there is an image for each condition (DOC watchface/specification; COM for the type that faces bind it by). */
function levelOf(painter: Painter, props: Props, length: number): number {
	const name = dataTypeName(props.type);
	if (name === "WEATHER_CURRENT" || name === "WEATHER") return (painter.scene.live.sky ?? -1) + 1;
	const share = dataShare(painter.scene.live, props);
	if (share === undefined) return Math.round(numberOf(props, "level"));
	if (dataValue(painter.scene.live, props) === null) return 0;
	return Math.max(1, Math.ceil(share * length));
}

export const drawImageStatus: Draw = (painter, widget) => {
	const { connected, status } = painter.scene.live;
	const { CLOCK, DISCONNECT, DISTURB, LOCK } = SYSTEM_STATUS;
	const isOn: Readonly<Record<number, boolean | undefined>> = {
		[CLOCK]: status?.alarm,
		[DISCONNECT]: !connected,
		[DISTURB]: status?.disturb,
		[LOCK]: status?.lock,
	};
	if (isOn[numberOf(widget.props, "type", -1)]) drawImage(painter, widget);
};

/** Turns about `center_x`, `center_y` of the screen, which is at `x`, `y` of the image; 0 degrees is twelve o'clock. */
export const drawImagePointer: Draw = (painter, { props }) => {
	const share = dataShare(painter.scene.live, props);
	const start = numberOf(props, "start_angle");
	const end = numberOf(props, "end_angle", 360);
	const isInvalid = dataValue(painter.scene.live, props) === null;
	if (isInvalid && !isTrue(props, "invalid_visible", true)) return;
	const angle = share === undefined ? numberOf(props, "angle") : start + (end - start) * share;
	paintPointer(painter, {
		path: textOf(props, "src"),
		centerX: numberOf(props, "center_x"),
		centerY: numberOf(props, "center_y"),
		pivotX: numberOf(props, "x"),
		pivotY: numberOf(props, "y"),
		angle,
	});
};

export type Pointer = {
	path: string;
	centerX: number;
	centerY: number;
	/** Of the image. */
	pivotX: number;
	pivotY: number;
	/** Degrees from twelve o'clock. */
	angle: number;
};

export function paintPointer(painter: Painter, pointer: Pointer): void {
	const image = imageAt(painter, pointer.path);
	if (!image) return;
	painter.pen.save();
	painter.pen.translate(pointer.centerX, pointer.centerY);
	painter.pen.rotate(radians(pointer.angle));
	painter.pen.drawImage(image, -pointer.pivotX, -pointer.pivotY);
	painter.pen.restore();
}

/** A picture stands still: it shows the frame that the watch shows in power saving. */
export const drawImageAnimation: Draw = (painter, { props }) => {
	const frame = numberOf(props, "default_frame_index");
	const path = `${textOf(props, "anim_path")}/${textOf(props, "anim_prefix")}_${frame}.${textOf(props, "anim_ext")}`;
	paintImage(painter, path, numberOf(props, "x"), numberOf(props, "y"));
};
