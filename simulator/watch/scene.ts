/** What the renderer is given of a surface. Owns the joining of widgets, canvas and live values. */
import type { Scene } from "../screen/scene.ts";
import type { AppProcess } from "./app-process.ts";
import { liveReadings } from "./host/sensors.ts";
import { cardSize } from "./host/ui.ts";
import type { System } from "./system.ts";

/** The surface of `app`, or a black screen without one. */
export function sceneOf(app: AppProcess | null, system: System): Scene {
	const { device, settings, clock, bluetooth, sensors } = system;
	const canvas = app?.canvas ?? { width: device.width, height: device.height };
	return {
		widgets: app?.widgets.all() ?? [],
		...canvas,
		shape: device.shape === "round" ? "round" : "square",
		cornerRadius: device.cornerRadius,
		aod: system.screen() === "aod",
		live: {
			now: clock.now(),
			utcOffsetMinutes: settings.utcOffsetMinutes,
			hour24: settings.hour24,
			connected: bluetooth.connected(),
			...liveReadings(sensors),
		},
		readImage: (path) => (app ? readImage(app, path) : undefined),
		...(app ? { scroll: { x: 0, y: scrollOf(app) } } : {}),
		...(app?.swiper ? { pages: { count: app.swiper.count, index: app.swiper.index } } : {}),
		language: settings.language,
		...(app?.kind === "card" ? cardShape(app) : {}),
		...(app?.kind === "page" ? barOf(app) : {}),
	};
}

/** DOC best-practice/multi-screen-adaption: 64 px on top of a square screen. */
const BAR_PX = 64;

function barOf(app: AppProcess): Pick<Scene, "bar"> {
	const { device, platform } = app.system;
	const isShown = app.statusBar.visible || platform.watch.stubbornBar;
	if (device.shape !== "square" || !isShown) return {};
	return { bar: { height: BAR_PX, title: app.statusBar.title || app.package.manifest.appName } };
}

function scrollOf(app: AppProcess): number {
	return app.swiper ? app.swiper.index * app.swiper.height : app.scrollTop;
}

/** A card's coordinates count from its own corner. DOC secondary-widget. */
function cardShape(app: AppProcess): Pick<Scene, "width" | "height" | "shape" | "cornerRadius"> {
	const { w, h, radius } = cardSize(app);
	return { width: w, height: h, shape: "square", cornerRadius: radius };
}

function readImage(app: AppProcess, path: string): Uint8Array | undefined {
	if (path.startsWith("data://")) return app.system.storage.read(app.appId, path.slice("data://".length));
	return app.package.deviceFiles.get(`assets/${path.replace(/^assets:\/\//, "").replace(/^\//, "")}`);
}
