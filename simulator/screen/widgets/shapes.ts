/** FILL_RECT, STROKE_RECT, CIRCLE, ARC, ARC_PROGRESS. */
import { type Draw, faded, imageAt, type Painter } from "../painter.ts";
import { boxOf, colorOf, numberOf, type Props, textOf } from "../props.ts";
import type { Box } from "../scene.ts";
import { dataShare } from "./live-data.ts";

const OPAQUE = 255;

export const drawFillRect: Draw = (painter, { props }) => {
	turned(painter, props, (box) => {
		roundedPath(painter, box, numberOf(props, "radius"));
		painter.pen.fillStyle = colorOf(props, "color", 0);
		painter.pen.fill();
	});
};

/** The line lies inside the box. */
export const drawStrokeRect: Draw = (painter, { props }) => {
	const line = numberOf(props, "line_width", 1);
	turned(painter, props, (box) => {
		const inner = { x: box.x + line / 2, y: box.y + line / 2, w: box.w - line, h: box.h - line };
		roundedPath(painter, inner, Math.max(0, numberOf(props, "radius") - line / 2));
		painter.pen.lineWidth = line;
		painter.pen.strokeStyle = colorOf(props, "color", 0);
		painter.pen.stroke();
	});
};

export const drawCircle: Draw = (painter, { props }) => {
	faded(painter, numberOf(props, "alpha", OPAQUE), () => {
		painter.pen.beginPath();
		painter.pen.arc(
			numberOf(props, "center_x"),
			numberOf(props, "center_y"),
			numberOf(props, "radius"),
			0,
			Math.PI * 2,
		);
		painter.pen.fillStyle = colorOf(props, "color", 0);
		painter.pen.fill();
	});
};

/** An ellipse inside the box, its line too; 0 degrees is three o'clock; round ends (DOC ui/widget/ARC.mdx and its picture). */
export const drawArc: Draw = (painter, { props }) => {
	const { x, y, w, h } = boxOf(props);
	const line = numberOf(props, "line_width", 1);
	const start = numberOf(props, "start_angle");
	const end = numberOf(props, "end_angle");
	const radiusX = (w - line) / 2;
	const radiusY = (h - line) / 2;
	strokeArc(painter, props, { x: x + w / 2, y: y + h / 2, radiusX, radiusY, start, end, line });
};

/** As ARC, but given by its centre, and drawn as far as `level` of 100 or its data says. */
export const drawArcProgress: Draw = (painter, { props }) => {
	const background = imageAt(painter, textOf(props, "src_bg"));
	const x = numberOf(props, "center_x");
	const y = numberOf(props, "center_y");
	if (background) painter.pen.drawImage(background, x - background.width / 2, y - background.height / 2);
	const line = numberOf(props, "line_width", 1);
	const radius = numberOf(props, "radius") - line / 2;
	const share = dataShare(painter.scene.live, props) ?? numberOf(props, "level") / 100;
	const start = numberOf(props, "start_angle");
	const end = start + (numberOf(props, "end_angle") - start) * Math.min(1, Math.max(0, share));
	if (share > 0) strokeArc(painter, props, { x, y, radiusX: radius, radiusY: radius, start, end, line });
};

type Arc = { x: number; y: number; radiusX: number; radiusY: number; start: number; end: number; line: number };

function strokeArc(painter: Painter, props: Props, arc: Arc): void {
	if (arc.radiusX <= 0 || arc.radiusY <= 0 || arc.start === arc.end) return;
	const [from, to] = [Math.min(arc.start, arc.end), Math.max(arc.start, arc.end)];
	faded(painter, numberOf(props, "alpha", OPAQUE), () => {
		painter.pen.beginPath();
		painter.pen.ellipse(arc.x, arc.y, arc.radiusX, arc.radiusY, 0, radians(from), radians(Math.min(to, from + 360)));
		painter.pen.lineWidth = arc.line;
		painter.pen.lineCap = "round";
		painter.pen.strokeStyle = colorOf(props, "color", 0);
		painter.pen.stroke();
	});
}

export function roundedPath(painter: Painter, box: Box, radius: number): void {
	painter.pen.beginPath();
	painter.pen.roundRect(box.x, box.y, box.w, box.h, Math.max(0, Math.min(radius, box.w / 2, box.h / 2)));
}

export function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

/** Opacity, and rotation about the box's centre. */
function turned(painter: Painter, props: Props, draw: (box: Box) => void): void {
	const box = boxOf(props);
	if (box.w <= 0 || box.h <= 0) return;
	const angle = numberOf(props, "angle") % 360;
	faded(painter, numberOf(props, "alpha", OPAQUE), () => {
		painter.pen.save();
		if (angle !== 0) {
			painter.pen.translate(box.x + box.w / 2, box.y + box.h / 2);
			painter.pen.rotate(radians(angle));
			painter.pen.translate(-box.x - box.w / 2, -box.y - box.h / 2);
		}
		draw(box);
		painter.pen.restore();
	});
}
