/**
 * The strip of pictures of a run for the docs: a plan's cues as the workout extension shows them. Owns the run and where its
 * pictures are taken; the screens are drawn as `shots` draws all. Run it after a change there and commit what it wrote.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Plan } from "../../core/run/cues.ts";
import { PACKAGES } from "../../packaging/packages.ts";
import { ROOT } from "../../packaging/places.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { drawScene, findDevice, openPackage } from "../../simulator/index.ts";
import { packFor } from "./packages.ts";
import { sampleFor } from "./samples.ts";
import { setStage } from "./stage.ts";

const PATH = "docs/pictures/run.png";
const DEVICE = "balance2";
const LANGUAGE = "en-US";
const GAP = 16;
const STEP_SECONDS = 3;
const PACE_SECONDS = 335;

const PLAN: Plan = {
	goal: { meters: 5000, seconds: 1680 },
	cues: [
		{ at: { meters: 1000 }, text: "Settle in, relax your shoulders" },
		{ at: { seconds: 720 }, text: "Take a sip of water" },
		{ at: { meters: 3000 }, text: "Halfway is behind you, stay tall" },
		{ at: { meters: 4800 }, text: "Everything you have, now" },
	],
};

/** Metres at which a picture is taken. */
const PICTURES = [20, 1015, 2180, 3015, 4815];

async function main(): Promise<void> {
	const device = findDevice(DEVICE);
	if (device === undefined) throw new Error(`no watch is called ${DEVICE}`);
	const paths = (await packFor([device])).get(DEVICE) ?? [];
	const words = readCatalogue(ROOT)[LANGUAGE] ?? {};
	const packages = paths.map((path) => openPackage(path, device));
	const canvas = { device, language: LANGUAGE, words, sample: sampleFor(LANGUAGE, words), packages };
	const stage = await setStage(canvas, {
		rows: ({ question }, now) => [
			{
				id: "run",
				talk: "run",
				question,
				at: now,
				state: "answered",
				answer: { text: "Even splits of 5:36. Start easy, then build.", plan: PLAN },
				answeredAt: now,
			},
		],
	});
	await stage.glance();
	const { watch, link } = stage.desktop;
	link.disconnect();
	const pictures: Buffer[] = [];
	for (let seconds = 0; pictures.length < PICTURES.length; seconds += STEP_SECONDS) {
		const meters = (seconds * 1000) / PACE_SECONDS;
		const time = `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
		watch.sensors.sport.DISTANCE_TOTAL = { value: (meters / 1000).toFixed(2), label: "km" };
		watch.sensors.sport.DURATION_NET = { value: time, label: "Duration" };
		watch.sensors.sport.PACE = { value: `5'35"`, label: "/km" };
		if (seconds === 0) watch.startWorkout(PACKAGES.workout.appId);
		watch.setScreen("on");
		await stage.settle(STEP_SECONDS * 1000);
		if (meters >= (PICTURES[pictures.length] ?? 0)) pictures.push(drawScene(watch.scene()).png());
	}
	stage.close();
	await writeStrip(pictures, device.width, device.height);
}

async function writeStrip(pictures: readonly Buffer[], width: number, height: number): Promise<void> {
	const strip = createCanvas(pictures.length * (width + GAP) - GAP, height);
	for (const [index, picture] of pictures.entries()) {
		strip.getContext("2d").drawImage(await loadImage(picture), index * (width + GAP), 0);
	}
	mkdirSync(dirname(join(ROOT, PATH)), { recursive: true });
	writeFileSync(join(ROOT, PATH), strip.toBuffer("image/png"));
	console.log(PATH);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
