/** Small scenes for the tests of this folder. */
import { createCanvas } from "@napi-rs/canvas";
import type { Live, Scene, Widget } from "./scene.ts";

export type Sketch = { type: string; props: Record<string, unknown>; in?: number; visible?: boolean };

/** 2024-05-04, a Saturday, 10:09:30 UTC. */
export const SAMPLE_NOW = Date.UTC(2024, 4, 4, 10, 9, 30);

const LIVE: Live = {
	now: SAMPLE_NOW,
	utcOffsetMinutes: 0,
	hour24: true,
	batteryPercent: 73,
	steps: 4321,
	stepTarget: 8000,
	heartRate: 62,
	temperature: -4,
	connected: true,
	sport: { PACE: { value: "5'31\"", label: "Pace" } },
};

/** A round screen of 480 with widgets that have the ids 1, 2, 3, ... in order; `in` names a container's id. */
export function sceneOf(
	sketches: readonly Sketch[],
	more: Omit<Partial<Scene>, "live"> & { live?: Partial<Live> } = {},
): Scene {
	const widgets: Widget[] = sketches.map(({ type, props, in: parent = null, visible = true }, index) => {
		return { id: index + 1, type, props, parent, visible };
	});
	return {
		width: 480,
		height: 480,
		shape: "round",
		cornerRadius: null,
		aod: false,
		readImage: () => undefined,
		...more,
		widgets,
		live: { ...LIVE, ...more.live },
	};
}

/** Reads images named `WIDTHxHEIGHT-RRGGBB.png`: a plain rectangle of that colour. */
export function readPlainImage(path: string): Uint8Array | undefined {
	const [, width, height, color] = /^(\d+)x(\d+)-([0-9a-f]{6})\.png$/.exec(path) ?? [];
	if (!width || !height || !color) return undefined;
	const canvas = createCanvas(Number(width), Number(height));
	const pen = canvas.getContext("2d");
	pen.fillStyle = `#${color}`;
	pen.fillRect(0, 0, canvas.width, canvas.height);
	return canvas.toBuffer("image/png");
}
