/** GRADKIENT_POLYLINE (the vendor's spelling), also known as POLYLINE. */
import { cut, type Draw, type Painter } from "../painter.ts";
import { boxOf, colorOf, numberOf, type Props, recordsOf } from "../props.ts";
import type { Box } from "../scene.ts";

const DEFAULT_COLOR = 0xe60039;
const DEFAULT_WIDTH = 2;

/** Points count from the top left corner: so the documentation's picture shows it, whose text says "from the bottom". */
export const drawPolyline: Draw = (painter, { props }) => {
	const box = boxOf(props);
	cut(painter, box, () => {
		for (const line of recordsOf(props, "lines")) paintLine(painter, props, line, box);
	});
};

function paintLine({ pen }: Painter, props: Props, line: Props, box: Box): void {
	const all = recordsOf(line, "data");
	const points = all.slice(0, numberOf(line, "count", all.length));
	const [first] = points;
	const last = points.at(-1);
	if (!first || !last) return;
	pen.beginPath();
	for (const point of points) pen.lineTo(box.x + numberOf(point, "x"), box.y + numberOf(point, "y"));
	pen.strokeStyle = colorOf(props, "line_color", DEFAULT_COLOR);
	pen.lineWidth = numberOf(props, "line_width", DEFAULT_WIDTH);
	pen.stroke();
	if (line.color_from === undefined || line.color_to === undefined) return;
	pen.lineTo(box.x + numberOf(last, "x"), box.y + box.h);
	pen.lineTo(box.x + numberOf(first, "x"), box.y + box.h);
	const shade = pen.createLinearGradient(0, box.y, 0, box.y + box.h);
	shade.addColorStop(0, colorOf(line, "color_from"));
	shade.addColorStop(1, colorOf(line, "color_to"));
	pen.fillStyle = shade;
	pen.fill();
}
