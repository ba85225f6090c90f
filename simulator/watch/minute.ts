/** The system's minute: the one tick that a face is given with the screen off. Owns when it is due. */
import type { Clock, Timer } from "../clock.ts";
import type { AppContext } from "./context.ts";
import { sensorListenersOf } from "./host/sensors.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Calls `tick` at each full minute until the returned timer is cancelled. */
export function everyMinute(clock: Clock, tick: (now: number) => void): Timer {
	let timer = arm();
	function arm(): Timer {
		return clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), () => {
			timer = arm();
			tick(clock.now());
		});
	}
	return { cancel: () => timer.cancel() };
}

/** Tells the listeners of `@zos/sensor` Time. Zones are whole minutes, so a minute is full everywhere at once. */
export function tellTheTime(app: AppContext, now: number, utcOffsetMinutes: number): void {
	const local = now + utcOffsetMinutes * MINUTE_MS;
	tell(app, "Time.onPerMinute");
	if (local % (60 * MINUTE_MS) === 0) tell(app, "Time.onPerHourEnd");
	if (local % DAY_MS === 0) tell(app, "Time.onPerDay");
}

function tell(app: AppContext, name: string): void {
	for (const { ref } of sensorListenersOf(app).all.filter((one) => one.name === name)) {
		app.counters.minuteTicks++;
		app.invoke(ref, []);
	}
}
