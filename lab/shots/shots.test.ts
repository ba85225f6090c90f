import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../cli/command.ts";
import { FAULTS } from "../../core/faults.ts";
import { DEVICES, type Device, findDevice } from "../../simulator/index.ts";
import { decodeShotsOptions } from "../commands/shots-options.ts";
import { canvasDevices } from "./canvases.ts";
import { doJob } from "./crew.ts";
import { JOURNEYS, SCREENS, type Screen, type Surface } from "./journeys.ts";
import { packFor } from "./packages.ts";
import { writeSheet } from "./sheet.ts";
import type { Shoot } from "./shoot.ts";

const DEVICE = "balance2";

function device(id: string): Device {
	const found = findDevice(id);
	if (!found) throw new Error(id);
	return found;
}

let folder = "";
let packages: string[] = [];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "askface-shots-test-"));
	packages = (await packFor([device(DEVICE)])).get(DEVICE) ?? [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function allOf(surface: Surface): Screen[] {
	return SCREENS.filter((screen) => screen.surface === surface);
}

function draw(wanted: readonly Screen[], place: string, language = "en-US"): Promise<Shoot> {
	return doJob({ device: DEVICE, language, packages, wanted, folder: join(folder, place) });
}

describe("the pictures of one canvas", () => {
	test("are the same, byte for byte, each time", async () => {
		const wanted = [{ surface: "page", state: "waiting-15s" }] as const;
		const [first, second] = [await draw(wanted, "a"), await draw(wanted, "b")];
		expect(first).toEqual(second);
		const file = first.shots[0]?.file ?? "";
		const digest = (place: string) =>
			createHash("sha256")
				.update(readFileSync(join(folder, place, file)))
				.digest("hex");
		expect(digest("a")).toBe(digest("b"));
	});

	test("show the time, the state and the texts that the index lists", async () => {
		const { shots, problems } = await draw(allOf("face"), "face", "zh-CN");
		expect(problems).toEqual([]);
		const answer = shots.find(({ state }) => state === "answer");
		expect(answer).toMatchObject({
			surface: "face",
			device: DEVICE,
			language: "zh-CN",
			width: 480,
			height: 480,
			aod: false,
		});
		const shown = answer?.texts.find(({ text }) => text.startsWith("可以"));
		expect(shown?.color).toBe("#ffffff");
		expect(shots.filter(({ aod }) => aod).map(({ state }) => state)).toEqual(["aod-answer", "aod"]);
	});

	test("come with a contact sheet that has a place for each", async () => {
		const { shots } = await draw(allOf("workout"), "sheet");
		await writeSheet("workout", shots, join(folder, "sheet"));
		const sheet = await loadImage(readFileSync(join(folder, "sheet", "sheet-workout.png")));
		expect(sheet.width * sheet.height).toBeGreaterThan(shots.length * 300 * 300);
	});
});

test("every fault has a picture, and no state has two", () => {
	const states = JOURNEYS.flatMap(({ surface, steps }) => steps.map(({ state }) => `${surface}/${state}`));
	for (const code of Object.keys(FAULTS)) expect(states).toContain(`page/fault-${code}`);
	const named = states.filter((name) => !name.endsWith("/"));
	expect(new Set(named).size).toBe(named.length);
});

test("every size and shape of screen is drawn once", () => {
	const sizes = (devices: readonly Device[]) =>
		devices.map(({ shape, width, height }) => `${shape} ${width}x${height}`);
	expect(sizes(canvasDevices()).sort()).toEqual([...new Set(sizes(DEVICES))].sort());
});

describe("the command line of shots", () => {
	test("draws every canvas in three languages unless told otherwise", () => {
		const options = decodeShotsOptions(["--out", folder]);
		expect(options).toMatchObject({ kind: "all", languages: ["en-US", "zh-CN", "de-DE"], wanted: SCREENS });
		expect(decodeShotsOptions(["--out", folder, "--device", "gtr4", "--language", "ar-EG"])).toMatchObject({
			devices: [{ id: "gtr4" }],
			languages: ["ar-EG"],
			store: false,
		});
	});

	test("draws the store's pictures with all others, or alone", () => {
		expect(decodeShotsOptions(["--out", folder])).toMatchObject({ kind: "all", store: true });
		expect(decodeShotsOptions(["--store", folder, "--language", "zh-TW"])).toMatchObject({
			kind: "store",
			languages: ["zh-TW"],
		});
	});

	test.each([
		[[], "--out FOLDER is missing"],
		[["--out", "x", "--device", "sundial"], "no watch is called sundial"],
		[["--out", "x", "--surface", "moon"], "--surface must be one of"],
		[["--out", "x", "--language", "tlh"], "no words in tlh"],
		[["--out", "x", "--surface", "face", "--state", "fault-timeout"], "there is no state fault-timeout"],
		[["--readme", "--out", "x"], "--readme does not go with --out"],
		[["--golden", "--language", "de-DE"], "--golden does not go with --language"],
		[["--store", "x", "--device", "gtr4"], "--store does not go with --device"],
	])("%j is refused with the reason", (args, reason) => {
		const decode = () => decodeShotsOptions(args);
		expect(decode).toThrow(UsageError);
		expect(decode).toThrow(reason);
	});
});
