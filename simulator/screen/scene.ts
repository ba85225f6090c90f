/**
 * What the renderer is given: the widgets that a package created, and the live values that native widgets show by
 * themselves. Knows nothing of AskFace.
 */

/** A widget as the package made it: `type` is its name in `hmUI.widget` ("TEXT"), `props` all that was set, merged. */
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
	live: Live;
	/** The bytes of an image asset of the package by the path the widget names, or undefined. */
	readImage(path: string): Uint8Array | undefined;
};

export type Box = { x: number; y: number; w: number; h: number };

/** One text as it was drawn: `box` bounds the ink, `background` is the mean colour behind it, both colours `#rrggbb`. */
export type DrawnText = { text: string; widget: number; box: Box; color: string; background: string };
