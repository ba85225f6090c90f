/**
 * Keeps one browser in step with one desktop. Owns when to look and what was last told. Rule: only what differs is sent,
 * and a burst of changes is one picture.
 */
import { isDeepStrictEqual } from "node:util";
import { WebSocket } from "ws";
import type { Desktop, LogEntry } from "../desktop.ts";
import type { Device } from "../devices.ts";
import type { SettingsPage } from "../phone/settings-page.ts";
import { drawScene } from "../screen/draw.ts";
import type { DrawnText, Scene } from "../screen/scene.ts";
import type { ServerMessage, Step, View } from "./protocol.ts";
import { logLineOf, viewOf } from "./view.ts";

export interface Mirror {
	/** Whose settings page is shown. */
	settingsApp(): number | null;
	close(): void;
}

/** A screen that is off shows nothing, whatever the widgets hold. */
function darkened({ bar: _bar, ...scene }: Scene): Scene {
	return { ...scene, widgets: [] };
}

/** Between two pictures at least, in ms of the desktop. */
const PICTURE_MS = 40;
/** Native widgets show the time without telling anybody: look as often as this. */
const LOOK_MS = 1000;

/** What the page shows beside the desktop. */
type Surroundings = { readonly devices: readonly Device[]; steps(): Step[] };

export function createMirror(desktop: Desktop, socket: WebSocket, beside: Surroundings): Mirror {
	const { watch, phone, link, packages } = desktop;
	const app = packages.find(({ sideFiles }) => sideFiles.has("setting.js"));
	let picture: Buffer | null = null;
	let texts: readonly DrawnText[] = [];
	let view: View | null = null;
	let drawingFault = "";
	let due: NodeJS.Timeout | null = null;
	let page: SettingsPage | null = null;
	let forgetPage = () => {};
	let settings = "";

	function tell(message: ServerMessage): void {
		if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
	}

	function draw(): void {
		try {
			const drawn = drawScene(watch.screen() === "off" ? darkened(watch.scene()) : watch.scene());
			const png = drawn.png();
			texts = drawn.texts;
			drawingFault = "";
			if (picture !== null && png.equals(picture)) return;
			picture = png;
			if (socket.readyState === WebSocket.OPEN) socket.send(png);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			if (why !== drawingFault) desktop.note("error", why);
			drawingFault = why;
		}
	}

	/** A closed and opened Zepp app has another page. */
	function findPage(): SettingsPage | null {
		const found = app ? phone.settingsPage(app.appId) : null;
		if (found === page) return page;
		forgetPage();
		page = found;
		forgetPage = page?.onChange(soon) ?? (() => {});
		return page;
	}

	function tellSettings(): void {
		const title = app ? app.manifest.appName : "No settings";
		const message: ServerMessage = { type: "settings", title, tree: findPage()?.render() ?? null };
		const json = JSON.stringify(message);
		if (json === settings) return;
		settings = json;
		tell(message);
	}

	function look(): void {
		due = null;
		draw();
		const now = viewOf(desktop, texts, beside.devices, beside.steps());
		if (!isDeepStrictEqual(now, view)) tell({ type: "view", view: now });
		view = now;
		tellSettings();
	}

	function soon(): void {
		due ??= setTimeout(look, PICTURE_MS);
	}

	const onLog = (entry: LogEntry) => {
		tell({ type: "log", lines: [logLineOf(entry)], fresh: false });
	};

	tell({ type: "log", lines: desktop.entries().map(logLineOf), fresh: true });
	tell({ type: "view", view: viewOf(desktop, [], beside.devices, beside.steps()) });
	look();
	const every = setInterval(look, LOOK_MS);
	const undos = [
		watch.onChange(soon),
		phone.onChange(soon),
		link.onStatus(soon),
		link.onTraffic(soon),
		desktop.onLog(onLog),
	];
	return {
		settingsApp: () => app?.appId ?? null,
		close() {
			clearInterval(every);
			if (due) clearTimeout(due);
			for (const undo of undos) undo();
			forgetPage();
		},
	};
}
