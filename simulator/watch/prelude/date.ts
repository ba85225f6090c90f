/**
 * `Date` by the watch's clock and time zone. Owns local time; UTC is the engine's. Rule: the desktop's time and zone are
 * never seen.
 */
import { call } from "./bridge.ts";
import { fenced, fenceMethods } from "./fence.ts";

const MINUTE_MS = 60_000;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HAS_ZONE = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)(?:\s*\(.*\))?$/i;
const DATE_ONLY = /^\d{4}(?:-\d\d){0,2}$/;
const LOCAL_FIELDS = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"];

/** Makes the engine's Date follow the host's clock, `offsetMinutes` east of UTC. */
export function installDate(offsetMinutes: number): void {
	const Real = Date;
	const offsetMs = offsetMinutes * MINUTE_MS;

	const zoned = (time: number) => new Real(time + offsetMs);

	/** A text without a zone is local time; the engine reads it as the desktop's, so its fields are read as UTC. */
	const parse = (text: string): number => {
		if (HAS_ZONE.test(text) || DATE_ONLY.test(text)) return Real.parse(text);
		return Real.parse(/T/.test(text) ? `${text}Z` : `${text} UTC`) - offsetMs;
	};

	class WatchDate extends Real {
		constructor(...args: unknown[]) {
			super(begin(args));
		}
		static override now(): number {
			return Number(call("clock.now"));
		}
		static override parse(text: string): number {
			return parse(text);
		}
		override getTimezoneOffset(): number {
			return -offsetMinutes;
		}
		override getDay(): number {
			return zoned(this.getTime()).getUTCDay();
		}
		override toDateString(): string {
			const local = zoned(this.getTime());
			const day = pad(local.getUTCDate());
			return `${DAYS[local.getUTCDay()]} ${MONTHS[local.getUTCMonth()]} ${day} ${local.getUTCFullYear()}`;
		}
		override toTimeString(): string {
			const local = zoned(this.getTime());
			const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(pad).join(":");
			const sign = offsetMinutes < 0 ? "-" : "+";
			const size = Math.abs(offsetMinutes);
			return `${clock} GMT${sign}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
		}
		override toString(): string {
			return Number.isNaN(this.getTime()) ? "Invalid Date" : `${this.toDateString()} ${this.toTimeString()}`;
		}
		override toLocaleDateString(): string {
			const local = zoned(this.getTime());
			return [pad(local.getUTCMonth() + 1), pad(local.getUTCDate()), local.getUTCFullYear()].join("/");
		}
		override toLocaleTimeString(): string {
			return this.toTimeString().slice(0, 8);
		}
		override toLocaleString(): string {
			return `${this.toLocaleDateString()}, ${this.toLocaleTimeString()}`;
		}
	}

	function timeOf(args: unknown[]): number {
		const [first] = args;
		if (args.length === 0) return Number(call("clock.now"));
		if (args.length === 1) return typeof first === "string" ? parse(first) : new Real(Number(first)).getTime();
		const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = args.map(Number);
		return Real.UTC(year, month, day, hour, minute, second, ms) - offsetMs;
	}

	const begin = fenced(timeOf);
	for (const field of LOCAL_FIELDS) {
		Reflect.set(WatchDate.prototype, `get${field}`, function get(this: Date) {
			return Reflect.apply(Reflect.get(Real.prototype, `getUTC${field}`), zoned(this.getTime()), []);
		});
		Reflect.set(WatchDate.prototype, `set${field}`, function set(this: Date, ...values: number[]) {
			const local = zoned(this.getTime());
			Reflect.apply(Reflect.get(Real.prototype, `setUTC${field}`), local, values);
			return this.setTime(local.getTime() - offsetMs);
		});
	}
	WatchDate.now = fenced(WatchDate.now);
	WatchDate.parse = fenced(WatchDate.parse);
	fenceMethods(WatchDate.prototype);
	Reflect.set(globalThis, "Date", WatchDate);
}

function pad(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}
