/** The widgets that are modelled, by their names in `hmUI.widget`. */
import type { Draw } from "./painter.ts";
import { drawButton } from "./widgets/button.ts";
import { drawCanvas } from "./widgets/canvas.ts";
import { drawSlideSwitch, drawStateButton } from "./widgets/choices.ts";
import { drawDatePointer, drawImageDate, drawImageTime, drawImageWeek, drawTimePointer } from "./widgets/clock.ts";
import { drawDialog } from "./widgets/dialog.ts";
import { drawTextImage } from "./widgets/digits.ts";
import { drawEditBackground, drawEditGroup, drawEditMask, drawEditPointer } from "./widgets/editing.ts";
import { drawHistogram } from "./widgets/histogram.ts";
import {
	drawImage,
	drawImageAnimation,
	drawImageLevel,
	drawImagePointer,
	drawImageProgress,
	drawImageStatus,
} from "./widgets/images.ts";
import { drawPolyline } from "./widgets/lines.ts";
import { drawScrollList } from "./widgets/list.ts";
import { drawPageIndicator } from "./widgets/page-marks.ts";
import { drawPickDate } from "./widgets/pick-date.ts";
import { drawArc, drawArcProgress, drawCircle, drawFillRect, drawStrokeRect } from "./widgets/shapes.ts";
import { drawSportData } from "./widgets/sport.ts";
import { drawText } from "./widgets/text.ts";

/** IMG_CLICK shows its image only under a finger, PAGE_SCROLLBAR itself only while the page moves. */
const drawNothing: Draw = () => undefined;

const DRAWERS: Readonly<Record<string, Draw>> = {
	ARC: drawArc,
	ARC_PROGRESS: drawArcProgress,
	BUTTON: drawButton,
	CANVAS: drawCanvas,
	CIRCLE: drawCircle,
	DATE_POINTER: drawDatePointer,
	DIALOG: drawDialog,
	FILL_RECT: drawFillRect,
	GRADKIENT_POLYLINE: drawPolyline,
	HISTOGRAM: drawHistogram,
	IMG: drawImage,
	IMG_ANIM: drawImageAnimation,
	IMG_CLICK: drawNothing,
	IMG_DATE: drawImageDate,
	IMG_LEVEL: drawImageLevel,
	IMG_POINTER: drawImagePointer,
	IMG_PROGRESS: drawImageProgress,
	IMG_STATUS: drawImageStatus,
	IMG_TIME: drawImageTime,
	IMG_WEEK: drawImageWeek,
	PAGE_INDICATOR: drawPageIndicator,
	PAGE_SCROLLBAR: drawNothing,
	PICK_DATE: drawPickDate,
	POLYLINE: drawPolyline,
	SCROLL_LIST: drawScrollList,
	SLIDE_SWITCH: drawSlideSwitch,
	SPORT_DATA: drawSportData,
	STATE_BUTTON: drawStateButton,
	STROKE_RECT: drawStrokeRect,
	TEXT: drawText,
	TEXT_IMG: drawTextImage,
	TIME_POINTER: drawTimePointer,
	WATCHFACE_EDIT_BG: drawEditBackground,
	WATCHFACE_EDIT_FG_MASK: drawEditMask,
	WATCHFACE_EDIT_GROUP: drawEditGroup,
	WATCHFACE_EDIT_MASK: drawEditMask,
	WATCHFACE_EDIT_POINTER: drawEditPointer,
	WIDGET_DELEGATE: drawNothing,
};

/** Throws `not modelled: NAME`. */
export function drawerOf(type: string): Draw {
	const draw = DRAWERS[type];
	if (!draw) throw new Error(`not modelled: ${type}`);
	return draw;
}
