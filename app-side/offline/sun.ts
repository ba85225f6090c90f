/**
 * When the sun rises and sets, to about two minutes: NOAA's solar calculator, from Meeus, "Astronomical
 * Algorithms".
 */

const DAY_MS = 86_400_000;
const MINUTES_A_DAY = 1440;
/** The sun's middle 50 minutes of arc under the horizon: its radius, and what the air bends. */
const ZENITH_DEGREES = 90.833;
/** 1 January 2000, 12:00. */
const J2000_MS = 946_728_000_000;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** In ms since the epoch; `up` and `down`: it stays there all that day. */
type SunTimes = { kind: "both"; rise: number; set: number } | { kind: "up" | "down" };

/** For the day in UTC that begins at `dayMs`, at these degrees north and east. */
export function sunTimes(dayMs: number, latitude: number, longitude: number): SunTimes {
	const rise = momentOf(dayMs, latitude, longitude, 1);
	const set = momentOf(dayMs, latitude, longitude, -1);
	if (typeof rise === "string") return { kind: rise };
	return typeof set === "string" ? { kind: set } : { kind: "both", rise, set };
}

/** Twice, since the sun moves on between noon and its rise or set. */
function momentOf(dayMs: number, latitude: number, longitude: number, side: 1 | -1): number | "up" | "down" {
	let moment = dayMs + DAY_MS / 2 - longitude * 4 * 60_000;
	for (let round = 0; round < 2; round++) {
		const { declination, equation } = sunAt(moment);
		const top = Math.cos(radians(ZENITH_DEGREES)) - Math.sin(radians(latitude)) * Math.sin(declination);
		const cosine = top / (Math.cos(radians(latitude)) * Math.cos(declination));
		if (cosine > 1) return "down";
		if (cosine < -1) return "up";
		const angle = degrees(Math.acos(cosine));
		const minutes = MINUTES_A_DAY / 2 - 4 * (longitude + side * angle) - equation;
		moment = dayMs + minutes * 60_000;
	}
	return moment;
}

/** In radians, and in minutes by which the sundial is ahead. */
function sunAt(moment: number): { declination: number; equation: number } {
	const century = (moment - J2000_MS) / DAY_MS / 36_525;
	const mean = radians((280.46646 + century * (36_000.76983 + century * 0.0003032)) % 360);
	const anomaly = radians(357.52911 + century * (35_999.05029 - 0.0001537 * century));
	const eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
	const centre =
		Math.sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century)) +
		Math.sin(2 * anomaly) * (0.019993 - 0.000101 * century) +
		Math.sin(3 * anomaly) * 0.000289;
	const node = radians(125.04 - 1934.136 * century);
	const longitude = radians(degrees(mean) + centre - 0.00569 - 0.00478 * Math.sin(node));
	const tilt = radians(23.439291 - century * 0.0130042 + 0.00256 * Math.cos(node));
	const y = Math.tan(tilt / 2) ** 2;
	const equation =
		y * Math.sin(2 * mean) -
		2 * eccentricity * Math.sin(anomaly) +
		4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * mean) -
		0.5 * y * y * Math.sin(4 * mean) -
		1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly);
	return { declination: Math.asin(Math.sin(tilt) * Math.sin(longitude)), equation: 4 * degrees(equation) };
}
