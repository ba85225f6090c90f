import { expect, test } from "vitest";
import { ROOT } from "../../packaging/places.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { findDevice } from "../../simulator/index.ts";
import { sampleFor } from "./samples.ts";
import { setStage } from "./stage.ts";

/** zepp-health/zeppos-docs c08725b, watchface/specification, "Default data"; the date from its page in Chinese. */
const DEFAULT_DATA = { time: "10:09", date: "02-08", steps: 8670, heartRate: 86, batteryPercent: 75 };

test("every picture shows the vendor's default data", async () => {
	const device = findDevice("balance2");
	const words = readCatalogue(ROOT)["en-US"];
	if (device === undefined || words === undefined) throw new Error("no such watch or language");
	const stage = await setStage(
		{ device, language: "en-US", words, sample: sampleFor("en-US", words), packages: [] },
		{},
	);
	const { now, utcOffsetMinutes, steps, heartRate, batteryPercent } = stage.desktop.watch.scene().live;
	stage.close();
	const local = new Date(now + utcOffsetMinutes * 60_000).toISOString();
	const shown = { time: local.slice(11, 16), date: local.slice(5, 10), steps, heartRate, batteryPercent };
	expect(shown).toEqual(DEFAULT_DATA);
});
