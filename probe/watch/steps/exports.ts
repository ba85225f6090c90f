/** What a page finds in `@zos/*`: whether it is there at all, never what it says of the person. */
import { HeartRate, Sleep, Weather } from "@zos/sensor";
import * as ui from "@zos/ui";
import { word, wordOf } from "../words.ts";
import type { Step } from "./step.ts";

const kind = (value: unknown) => (value === null ? "null" : typeof value);

export const exportsOfPage: Step = ({ page }) => {
	const weather = (name: string) => wordOf(() => kind(Reflect.get(new Weather(), name)));
	return [
		`builds=${page.builds}`,
		`early_visible=${page.earlyVisible}`,
		`show_level=${word(ui.show_level)}`,
		`setStatusBarVisible=${word(ui.setStatusBarVisible)}`,
		`getForecastWeather=${weather("getForecastWeather")}`,
		`getForecast=${weather("getForecast")}`,
		`heart=${wordOf(() => kind(new HeartRate().getLast()))}`,
		`sleep=${wordOf(() => kind(new Sleep().getInfo()))}`,
	].join(" ");
};

export const launchOfPage: Step = ({ page }) => `opens=${page.opens} card=${page.card}`;
