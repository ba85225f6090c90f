/** The enumerations of `@zos/ui` whose numbers only this simulator knows: widgets, properties and events. */
import type { SurfaceKind } from "../system.ts";

/** DOC ui/createWidget, watchface/api/hmUI and the vendor's declarations. */
const WIDGETS = [
	"GROUP IMG IMG_GROUP TEXT ARC FILL_RECT STROKE_RECT TEXT_IMG ARC_PROGRESS IMG_PROGRESS IMG_ARC_PROGRESS IMG_LEVEL",
	"IMG_ANIM BUTTON KEYBOARD LINE_PROGRESS BUTTON_GROUP VARIANT_BUTTON CIRCLE DIALOG SCROLL_LIST SLIDE_SWITCH",
	"CYCLE_LIST CYCLE_IMAGE_TEXT_LIST IMG_POINTER CHECKBOX_GROUP STATE_BUTTON RADIO_GROUP WIDGET_DELEGATE HISTOGRAM",
	"PICK_DATE TIME_PICKER SPORT_DATA VIEW_CONTAINER GROUP_VIEW VIRTUAL_CONTAINER WIDGET_PICKER QRCODE POLYLINE",
	"GRADKIENT_POLYLINE CANVAS PAGE_INDICATOR PAGE_SCROLLBAR IMG_TIME IMG_DATE IMG_WEEK IMG_STATUS IMG_CLICK",
	"TIME_POINTER DATE_POINTER TEXT_TIME TIME_NUM WATCHFACE_EDIT_GROUP WATCHFACE_EDIT_POINTER WATCHFACE_EDIT_MASK",
	"WATCHFACE_EDIT_FG_MASK WATCHFACE_EDIT_BG",
].flatMap((row) => row.split(" "));

/** DOC workout-extension/quick-start, secondary-widget: nothing that scrolls or stacks. */
const SCROLLING = ["SCROLL_LIST", "VIEW_CONTAINER", "PAGE_INDICATOR", "PAGE_SCROLLBAR", "CYCLE_LIST"];
const NOT_ON_CARD = [...SCROLLING, "GROUP"];
/** The watch draws them for a face only. DOC watchface/api/hmUI. */
const FACE_ONLY = [
	"WATCHFACE_EDIT_GROUP",
	"WATCHFACE_EDIT_POINTER",
	"WATCHFACE_EDIT_MASK",
	"WATCHFACE_EDIT_FG_MASK",
	"WATCHFACE_EDIT_BG",
];

/** The property of a widget is the lower-case name. MORE sets many. */
const PROPERTIES = [
	"MORE X Y W H POS_X POS_Y ANGLE CENTER_X CENTER_Y SRC TEXT TEXT_SIZE COLOR START_ANGLE END_ANGLE LINE_WIDTH",
	"LINE_PROGRESS_START_X LINE_PROGRESS_START_Y LINE_PROGRESS_END_X LINE_PROGRESS_END_Y LINE_PROGRESS_PROGRESS",
	"LINE_PROGRESS_SRC_BG LINE_PROGRESS_SRC_PROGRESS LINE_PROGRESS_SRC_INDICATOR WORD_WRAP ID DATASET VISIBLE ALPHA",
	"ANIM ANIM_STATUS ANIM_IS_PAUSE ANIM_IS_RUNINNG ANIM_IS_STOP CHECKED UNCHECKED INIT SHOW TARGET TITLE SUBTITLE",
	"UPDATE_DATA UPDATE_ITEM DELETE_ITEM ITEM_MORE ITEM_REFRESH MOVE_ITEM CURRENT_TYPE CURRENT_CONFIG CUR_COLUMN",
	"YEAR MONTH DAY HOUR MINUTE LEVEL RADIUS TEXT_STYLE ALIGN_H ALIGN_V TYPE NORMAL_COLOR PRESS_COLOR START_X",
	"START_Y ADD_KEY DEL_KEY KEY_PARA",
].flatMap((row) => row.split(" "));

export const EVENTS = { CLICK_UP: 1, CLICK_DOWN: 2, MOVE: 3, MOVE_IN: 4, MOVE_OUT: 5, SELECT: 6 } as const;

const EDIT_GROUP_TYPES = { SPORTS: 1 } as const;
const ANIM_STATUS = { START: 1, PAUSE: 2, RESUME: 3, STOP: 4, UNKNOW: 0 } as const;
const ARC_TYPES = { FILL: 1, LINE: 2 } as const;

const numbered = (names: readonly string[]): Readonly<Record<string, number>> =>
	Object.fromEntries(names.map((name, index) => [name, index + 1]));

const WIDGET_NUMBERS = numbered(WIDGETS);
const PROPERTY_NUMBERS = numbered(PROPERTIES);
export const OTHER_UI_VALUES: Readonly<Record<string, unknown>> = {
	// DOC ui/widget/SCROLL_LIST
	SCROLL_LIST: { snap_type: { SNAPCENTER_ALL: 1, SNAPCENTER_EXCEPTTITLE: 2, SNAP_TOP: 3 } },
	event: EVENTS,
	prop: PROPERTY_NUMBERS,
	edit_widget_group_type: EDIT_GROUP_TYPES,
	anim_status: ANIM_STATUS,
	arc_type: ARC_TYPES,
};

/** `widget` of `@zos/ui` as a surface has it. */
export function widgetNumbers(kind: SurfaceKind): Readonly<Record<string, number>> {
	const absent: Record<typeof kind, readonly string[]> = {
		face: SCROLLING,
		page: FACE_ONLY,
		card: [...NOT_ON_CARD, ...FACE_ONLY],
		workout: [...SCROLLING, ...FACE_ONLY],
		service: WIDGETS,
	};
	return Object.fromEntries(Object.entries(WIDGET_NUMBERS).filter(([name]) => !absent[kind].includes(name)));
}

export function widgetName(value: unknown): string | undefined {
	return typeof value === "number" ? WIDGETS[value - 1] : undefined;
}

/** The name of the property that a number of `prop` sets; names themselves are accepted as some code passes them. */
export function propertyName(value: unknown): string | undefined {
	if (typeof value === "string") return value.toLowerCase();
	return typeof value === "number" ? PROPERTIES[value - 1]?.toLowerCase() : undefined;
}
