import type { PlatformSwitch } from "./switch.ts";

export const NO_FORECAST: PlatformSwitch = {
	name: "no-forecast",
	does: "has getForecast and no getForecastWeather",
	source: "the example of DOC sensor/Weather.mdx; a public face of a Balance 2 calls it",
	modules: (specs) => {
		const weather = specs["@zos/sensor"]?.Weather;
		if (weather?.kind === "class") weather.methods = weather.methods.filter((name) => name !== "getForecastWeather");
	},
};
