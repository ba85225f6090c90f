/** The packager's own output on the simulated watch, with zml and a Side Service at the other end. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { packProject } from "../../packing/pack-project.ts";
import { createDesktop } from "../desktop.ts";
import { createVirtualClock } from "../virtual-clock.ts";
import { deviceOf, START } from "./__fixtures__/bench.ts";

const fixture = (name: string) => packProject(fileURLToPath(new URL(`./__fixtures__/${name}`, import.meta.url)));
const MINI = 1109001;
const FACE = 1109002;

/** The packager takes some 5 s a package, more on a busy desktop; what it made is kept. */
const PACKING_LIMIT_MS = 300_000;

let packages: string[] = [];
beforeAll(async () => {
	packages = [await fixture("plain-face"), await fixture("mini")];
}, PACKING_LIMIT_MS);

async function begin(deviceId: string, language = "en-US") {
	const clock = createVirtualClock({ start: START });
	const desktop = await createDesktop({ device: deviceOf(deviceId), packages, clock, language });
	desktop.watch.showFace(FACE);
	const texts = () => desktop.watch.scene().widgets.map(({ props }) => props.text);
	const said = () => desktop.entries().map(({ text }) => text);
	return { ...desktop, clock, texts, said };
}

describe("packed packages", () => {
	test.each(["balance2", "falcon", "bip6"])("run from the face to the answer of a Side Service on %s", async (id) => {
		const { watch, clock, texts, said, close } = await begin(id);
		const { width } = watch.scene();
		watch.tap(width / 2, (380 * width) / 480);
		await clock.runFor(100);
		expect(watch.surface()).toEqual({ kind: "page", appId: MINI, url: "page/index" });
		expect(said()).toContain('created {"id":"1"}');
		watch.tap(width / 2, (240 * width) / 480);
		await clock.runFor(3000);
		expect(texts()).toEqual(["hällo 🙂!", "Ask"]);
		expect(watch.crashes()).toEqual([]);
		close();
	});

	test("speak the person's language", async () => {
		const { watch, texts, close } = await begin("balance2", "de-DE");
		watch.launch(MINI);
		expect(texts()).toEqual(["", "Fragen"]);
		close();
	});

	test("cost what the engine says, the same on every run", async () => {
		const runs = [await begin("balance2"), await begin("balance2")].map(({ watch, close }) => {
			const measured = { heap: watch.heap(FACE), work: watch.counters(FACE).work };
			close();
			return measured;
		});
		expect(runs[0]).toEqual(runs[1]);
		expect(runs[0]?.heap.now).toBeGreaterThan(500);
		expect(runs[0]?.heap.now).toBeLessThan(8_000);
	});
});
