/**
 * What the renderer is given: the widgets that a package created, and the live values that native widgets show by
 * themselves.
 */

/**
 * A widget as the package made it: `type` is its name in `hmUI.widget` ("TEXT"), `props` all that was set, merged, under
 * the names of the documentation. What is drawn by method calls is kept as lists in `props`, oldest first: the addLine
 * parameters of a polyline as `lines`; the calls on a CANVAS as `draws`, each `{call: "drawLine", param: {...}}`, with
 * `setPaint` and `clear` among them. A widget that is a property's value is a record with its `id`.
 */
export type Widget = {
	readonly id: number;
	readonly type: string;
	props: Record<string, unknown>;
	/** The id of the GROUP or VIEW_CONTAINER it was created in. Its x and y count from there. */
	parent: number | null;
	visible: boolean;
};

/** Sport values by the name of their `sport_data` constant, already formatted as the watch would show them. */
export type Live = {
	/** ms since the epoch, and the watch's offset from UTC in minutes. */
	now: number;
	utcOffsetMinutes: number;
	hour24: boolean;
	batteryPercent: number;
	steps: number;
	stepTarget: number;
	heartRate: number | null;
	temperature: number | null;
	connected: boolean;
	/** Further values of native widgets by the name of their `data_type` constant: `CAL`, `DISTANCE`, `PAI_WEEKLY`. */
	data?: Record<string, number | string>;
	/** Condition of the weather, from 0 (DOC watchface/specification, "Type data"); null where it is not known. */
	sky?: number | null;
	/** Whether an alarm is set, the watch is not to be disturbed, or is locked. Default: none of them. */
	status?: { alarm?: boolean; disturb?: boolean; lock?: boolean };
	sport: Record<string, { value: string; label: string }>;
};

export type Scene = {
	/** In the order of creation: later ones are on top. */
	widgets: readonly Widget[];
	width: number;
	height: number;
	shape: "round" | "square";
	/** Square screens have rounded corners; null on round ones. */
	cornerRadius: number | null;
	aod: boolean;
	/** Of a face: what was chosen, by `edit_id`; `active` while it is edited; the id of the part that was touched last. */
	editing?: { active: boolean; chosen: Readonly<Record<string, number>>; selected: number | null };
	live: Live;
	/** The bytes of an image asset of the package by the path the widget names, or undefined. */
	readImage(path: string): Uint8Array | undefined;
	/** How far a scrolled page stands from its top left corner, in pixels. */
	scroll?: { x: number; y: number };
	/** The id of the widget under the finger: a BUTTON shows its pressed looks. */
	pressed?: number;
	/** The system's bar over the top of a square page: the app's name and the time. DOC best-practice/multi-screen-adaption. */
	bar?: { height: number; title: string };
	/** Of a page in Swiper mode; a VIEW_CONTAINER with a `page` stands that many steps away. */
	pages?: { count: number; index: number; step?: { x: number; y: number } };
	/** A language tag such as `zh-CN`: chooses among the `_sc`, `_tc` and `_en` images and `text_i18n`. Default `en-US`. */
	language?: string;
};

export type Box = { x: number; y: number; w: number; h: number };

/** One text as it was drawn: `box` bounds the ink, `background` is the mean colour behind it, both colours `#rrggbb`. */
export type DrawnText = {
	text: string;
	widget: number;
	box: Box;
	/** Of the type, in px. */
	size: number;
	color: string;
	background: string;
	/** The lines as they were broken, each with the box of its ink. */
	lines: { text: string; box: Box }[];
	/** Some ink fell outside the widget's own box (or its container's) and was cut off. */
	clipped: boolean;
};
