/** What the page shows of a desktop, read afresh each time. Owns no state and changes nothing. */

import type { Desktop, LogEntry } from "../desktop.ts";
import type { Device } from "../devices.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { DrawnText } from "../screen/scene.ts";
import { conditionsOf } from "./conditions.ts";
import type { Choice, LogLine, Step, View } from "./protocol.ts";

/** Languages that are offered though no package has them: what a package falls back to can be seen too. */
const ALWAYS_OFFERED = ["en-US"];

export function viewOf(desktop: Desktop, texts: readonly DrawnText[], devices: readonly Device[], steps: Step[]): View {
	const { device, watch, phone, link, packages, profile, language, microphone } = desktop;
	const { bytesUp, bytesDown, framesUp, framesDown, lost } = link.counters();
	const surface = watch.surface();
	const keyboard = watch.keyboard();
	return {
		device: { ...shapeOf(desktop), id: device.id, name: device.name, width: device.width, height: device.height },
		devices: devices.map(({ id, name }) => ({ id, name })),
		language,
		languages: languagesOf(packages, language),
		surfaces: surfacesOf(packages),
		surface: surface === null ? "" : `${surface.kind}:${surface.appId}`,
		screen: watch.screen(),
		keyboard: keyboard && { voice: keyboard.inputType === "VOICE", text: keyboard.text },
		texts: texts.map(({ text, box }) => ({
			text,
			x: Math.round(box.x + box.w / 2),
			y: Math.round(box.y + box.h / 2),
		})),
		microphone: (microphone.present ?? device.recorderSeenWorking) ? { soundMs: microphone.soundMs() } : null,
		link: { connected: link.connected(), bytesUp, bytesDown, framesUp, framesDown, lost },
		phone: {
			open: phone.isOpen(),
			online: phone.isOnline(),
			profile: profile.state === "locked" ? "locked, in a pocket; it ends what takes over 10 s" : "awake, in the hand",
			services: packages
				.filter(({ sideFiles }) => sideFiles.has("app-side.js"))
				.map(({ appId, manifest }) => ({ id: appId, name: manifest.appName, running: phone.isRunning(appId) })),
		},
		conditions: conditionsOf(desktop),
		steps,
		heap: packages.flatMap(({ appId, manifest }) => {
			const { now, peak } = watch.heap(appId);
			return peak === 0
				? []
				: [{ name: `${manifest.appName} ${kindOf(manifest)}`, kilobytes: now / 1024, peakKilobytes: peak / 1024 }];
		}),
	};
}

/** Packages that belong together bear the same name. */
function kindOf({ appType, extType }: OpenedPackage["manifest"]): string {
	return extType ?? (appType === "watchface" ? "face" : "app");
}

function shapeOf({ device }: Desktop): Pick<View["device"], "shape" | "cornerRadius"> {
	return { shape: device.shape === "round" ? "round" : "square", cornerRadius: device.cornerRadius ?? 0 };
}

function languagesOf(packages: readonly OpenedPackage[], current: string): Choice[] {
	const known = new Set([...ALWAYS_OFFERED, current, ...packages.flatMap(({ locales }) => [...locales.keys()])]);
	return [...known].sort().map((id) => ({ id, name: languageName(id) }));
}

/** The language's name in itself. */
function languageName(tag: string): string {
	return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

function surfacesOf(packages: readonly OpenedPackage[]): View["surfaces"] {
	return packages.flatMap(({ appId, manifest }) => {
		const { watchface, pages, card, dataWidget } = manifest.modules;
		return [
			...(watchface === undefined
				? []
				: [{ id: `face:${appId}`, name: "Face", about: "What the watch shows when nothing is open." }]),
			...(pages.length === 0
				? []
				: [{ id: `page:${appId}`, name: "App", about: "Opened from the watch's list of apps." }]),
			...(card === undefined
				? []
				: [{ id: `card:${appId}`, name: "Card", about: "One of the cards beside the face: a swipe leads there." }]),
			...(dataWidget === undefined
				? []
				: [{ id: `workout:${appId}`, name: "Workout", about: "A screen of its own during a workout." }]),
		];
	});
}

export function logLineOf({ at, source, level, text }: LogEntry): LogLine {
	return { time: new Date(at).toTimeString().slice(0, 8), source, level, text };
}
