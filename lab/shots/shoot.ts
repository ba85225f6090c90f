/**
 * Walks the journeys on one canvas and draws what the watch shows at each step. Owns the pictures' names and their entries
 * of the index. Rule: a picture is what the package drew; nothing is added to it or touched up.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Box, type Desktop, drawScene } from "../../simulator/index.ts";
import { findingsIn } from "./findings.ts";
import { JOURNEYS, type Journey, type Screen, type Surface } from "./journeys.ts";
import { type Canvas, setStage } from "./stage.ts";

/** An entry of `index.json`. `box` bounds the ink of a text in px of the picture, `background` is the mean behind it. */
export type Shot = {
	/** From the index, with `/`. */
	file: string;
	surface: Surface;
	state: string;
	device: string;
	width: number;
	height: number;
	language: string;
	aod: boolean;
	texts: { text: string; box: Box; color: string; background: string }[];
};

export type Shoot = { shots: Shot[]; problems: string[] };

export async function shoot(canvas: Canvas, wanted: readonly Screen[], folder: string): Promise<Shoot> {
	const all: Shoot = { shots: [], problems: [] };
	const isWanted = ({ surface, steps }: Journey) => steps.some(({ state }) => isAmong(wanted, surface, state));
	for (const journey of JOURNEYS.filter(isWanted)) {
		const { shots, problems } = await walk(journey, canvas, wanted, folder);
		all.shots.push(...shots);
		all.problems.push(...problems);
	}
	return all;
}

function isAmong(wanted: readonly Screen[], surface: Surface, state: string): boolean {
	return wanted.some((one) => one.surface === surface && one.state === state);
}

async function walk(journey: Journey, canvas: Canvas, wanted: readonly Screen[], folder: string): Promise<Shoot> {
	const stage = await setStage(canvas, journey.setup);
	const found: Shoot = { shots: [], problems: [] };
	try {
		for (const { state, act } of journey.steps) {
			const is = (await act(stage)) !== false;
			if (!is || !isAmong(wanted, journey.surface, state)) continue;
			const { shot, problems } = draw(stage.desktop, { ...journey, state, canvas, folder });
			found.shots.push(shot);
			found.problems.push(...problems);
		}
		found.problems.push(...crashesOf(stage.desktop));
		return found;
	} finally {
		stage.close();
	}
}

type Place = { surface: Surface; state: string; canvas: Canvas; folder: string };

function draw({ watch }: Desktop, { surface, state, canvas, folder }: Place): { shot: Shot; problems: string[] } {
	const scene = watch.scene();
	const drawn = drawScene(scene);
	const { language, device } = canvas;
	const file = `${surface}/${state}.${device.id}.${language}.png`;
	const path = join(folder, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, drawn.png());
	const texts = drawn.texts.map(({ text, box, color, background }) => ({ text, box, color, background }));
	const { width, height } = drawn;
	return {
		shot: { file, surface, state, device: device.id, width, height, language, aod: scene.aod, texts },
		problems: findingsIn(drawn, scene, device.width).map((finding) => `${file}: ${finding}`),
	};
}

function crashesOf(desktop: Desktop): string[] {
	const { device, language } = desktop;
	const logged = desktop
		.entries()
		.filter(({ text }) => /^Mini Program Error|not modelled: |registered nothing/.test(text));
	const texts = [
		...desktop.watch.crashes().map(({ where, message }) => `${where}: ${message}`),
		...logged.map(({ text }) => text),
	];
	return [...new Set(texts)].map((text) => `${device.id} ${language}: ${text}`);
}
