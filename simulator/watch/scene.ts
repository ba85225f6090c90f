/** What the renderer is given of a surface. Owns the joining of widgets, canvas and live values. */
import type { Scene } from "../screen/scene.ts";
import type { AppContext } from "./context.ts";
import { liveReadings } from "./host/sensors.ts";
import { cardSize, statusBarOf } from "./host/ui.ts";
import { type Scrolling, scrollingOf } from "./scrolling.ts";
import { type System, wallTime } from "./system.ts";

/** The surface of `app`, or a black screen without one. */
export function sceneOf(app: AppContext | null, system: System): Scene {
	const { device, settings, bluetooth, sensors } = system;
	const canvas = app?.canvas ?? { width: device.width, height: device.height };
	return {
		widgets: app?.widgets.all() ?? [],
		...canvas,
		shape: device.shape === "round" ? "round" : "square",
		cornerRadius: device.cornerRadius,
		aod: system.screen() === "aod",
		...(app?.kind === "face" ? editingOf(app) : {}),
		live: {
			now: wallTime(system),
			utcOffsetMinutes: settings.utcOffsetMinutes,
			hour24: settings.hour24,
			connected: bluetooth.connected(),
			...liveReadings(sensors),
		},
		readImage: (path) => (app ? readImage(app, path) : undefined),
		...(app ? scrollOf(scrollingOf(app)) : {}),
		language: settings.language,
		...(app?.kind === "card" ? cardShape(app) : {}),
		...(app?.kind === "page" ? barOf(app) : {}),
	};
}

function editingOf({ appId, system: { editing } }: AppContext): Pick<Scene, "editing"> {
	return { editing: { active: editing.active, chosen: editing.chosen(appId), selected: editing.selected } };
}

/** DOC best-practice/multi-screen-adaption: 64 px on top of a square screen. */
const BAR_PX = 64;

function barOf(app: AppContext): Pick<Scene, "bar"> {
	const { device, habits } = app.system;
	const { visible, title } = statusBarOf(app);
	const isShown = visible || habits.stubbornBar;
	if (device.shape !== "square" || !isShown) return {};
	return { bar: { height: BAR_PX, title: title || app.package.manifest.appName } };
}

function scrollOf({ top, swiper }: Scrolling): Pick<Scene, "scroll" | "pages"> {
	if (swiper === null) return { scroll: { x: 0, y: top } };
	const { index, size, count, isHorizontal } = swiper;
	const step = isHorizontal ? { x: size, y: 0 } : { x: 0, y: size };
	return { scroll: { x: index * step.x, y: index * step.y }, pages: { count, index, step } };
}

/** A card's coordinates count from its own corner. DOC secondary-widget. */
function cardShape(app: AppContext): Pick<Scene, "width" | "height" | "shape" | "cornerRadius"> {
	const { w, h, radius } = cardSize(app);
	return { width: w, height: h, shape: "square", cornerRadius: radius };
}

function readImage(app: AppContext, path: string): Uint8Array | undefined {
	if (path.startsWith("data://")) return app.system.storage.read(app.appId, path.slice("data://".length));
	return app.package.deviceFiles.get(`assets/${path.replace(/^assets:\/\//, "").replace(/^\//, "")}`);
}
