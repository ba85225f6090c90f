/**
 * The probe in the simulator, whole, under every switch: each must change the report in the word that is named here, and by
 * itself the report must say otherwise. A switch without a row is a defect of the probe.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS, type StepName } from "../../probe/steps.ts";
import { type Device, findDevice } from "../../simulator/devices.ts";
import { PLATFORM_SWITCHES } from "../../simulator/platform/index.ts";
import { type EchoServer, startEchoServer } from "./echo-server.ts";
import { probe } from "./owner.ts";

/** What the report says under the switch and never without it. */
const SEEN: Readonly<Record<string, readonly [step: StepName, words: RegExp]>> = {
	"warm-app": ["launch", /undefined:undefined:3.* card=shared/],
	"page-params": ["launch", /undefined:object:1/],
	"params-twice": ["launch", /string:string:1/],
	"no-companion": ["launch", /missing=threw.* launch=threw/],
	"two-builds": ["exports", /builds=2/],
	"scene-lies": ["exports", /scene_is_aod=yes/],
	"text-no-listener": ["touch", /text=threw.* rect=no/],
	"text-frozen": ["refresh", /text=no more=no label=no/],
	"early-visible": ["exports", /early_visible=threw/],
	"no-show-level": ["exports", /\[face\] show_level=undefined/],
	"delete-late": ["refresh", /deleted_stays=yes/],
	"none-scrolls": ["refresh", /none_scrolls=yes/],
	"blocking-layers": ["touch", /under_clear_rect=no/],
	"status-bar": ["touch", /under_bar=no/],
	"no-measure": ["exports", /getTextLayout=undefined/],
	"aod-silent": ["aod", /minutes=0 drawn=no/],
	"data-units": ["sport", /avg_pace.* same_as_shown=no/],
	"no-forecast": ["exports", /getForecastWeather=undefined getForecast=function/],
	"short-day": ["exports", /getForecast=threw.* heart=null sleep=null/],
	"rename-answers": ["disk", /rename=undefined renamed=yes/],
	"rename-fails": ["disk", /rename=-1 renamed=no/],
	"long-names": ["disk", /32:yes,33:no/],
	"read-throws": ["disk", /at_end=threw/],
	"disk-full": ["disk", /write=-1 .*big=-1/],
	"close-ends": ["close", /reply=no service=new/],
	"stale-close": ["stale", /answer=close/],
	"send-refuses": ["send", /false\*3/],
	"slow-shake": ["shake", /ms=2\d{4} again_ms=2\d{4}/],
	"shake-restarts": ["shake", /restarts=yes/],
	"service-shakes": ["shake", /raw_shakes=[1-9]/],
	"other-realm": ["send", /instanceof=no/],
	"one-listener": ["second", /first=no second=yes/],
	"mic-asks": ["microphone", /query=0 .*answer=2 query_then=2/],
	"silent-room": ["microphone", /early=(\d+B).* late=\1.* silent=\1/],
	"store-drops": ["storage", /longest=2000 throws=none/],
	redirects: ["redirects", /carried=x-api-key,x-goog-api-key/],
};

/** Switches that no owner can see by the probe, with the reason. */
const UNSEEN: Readonly<Record<string, string>> = {};

const SQUARE = "bip6";
const ROUND = "balance2";
/** API level 3.6. */
const OLD = "gtr4";

let server: EchoServer;
const plain = new Map<string, Promise<string>>();

beforeAll(async () => {
	server = await startEchoServer();
});

afterAll(() => server.close());

function deviceOf(id: string): Device {
	const device = findDevice(id);
	if (device === undefined) throw new Error(`no watch is called ${id}`);
	return device;
}

const report = (id: string, platform: string, phone = "") =>
	probe({ device: deviceOf(id), platform, server, phone, imperial: true });

function reportWithout(id: string): Promise<string> {
	const known = plain.get(id) ?? report(id, "");
	plain.set(id, known);
	return known;
}

function lineOf(text: string, step: StepName): string {
	return text.split("\n").find((line) => line.slice(3).startsWith(`${step}:`)) ?? "";
}

it("has a row for each switch of the simulator", () => {
	expect(Object.keys({ ...SEEN, ...UNSEEN }).sort()).toEqual(PLATFORM_SWITCHES.map(({ name }) => name).sort());
});

describe.each([ROUND, SQUARE])("on a %s", (id) => {
	it("runs every step, and has a line for each", async () => {
		const lines = (await reportWithout(id)).split("\n");
		expect(lines[0]).toMatch(/^probe 1 watch=.+ source=\d+ screen=\d+x\d+ firmware=\S+ os=\S+ api=\S+$/);
		expect(lines.slice(1).map((line) => line.replace(/^\d\d (\w+):.*$/, "$1"))).toEqual([...STEPS]);
		expect(lines.filter((line) => /not run|threw|no reply|unknown|no end/.test(line))).toEqual([]);
	});
});

describe.each(Object.entries(SEEN))("%s", (name, [step, words]) => {
	it(`is seen in ${step}`, async () => {
		const id = name === "status-bar" ? SQUARE : ROUND;
		expect(lineOf(await reportWithout(id), step)).not.toMatch(words);
		const told = await report(id, name);
		expect(lineOf(told, step)).toMatch(words);
		expect(told.split("\n").filter((line) => line.endsWith("not run"))).toEqual(
			name === "disk-full" ? ["23 sport: not run"] : [],
		);
	});
});

describe("what ends the app is seen after a restart", () => {
	const killed = (killAt: RegExp) => probe({ device: deviceOf(ROUND), platform: "", server, imperial: true, killAt });

	it("as the step that ended it, and the next ones go on", async () => {
		const told = await killed(/^Measuring the speed/);
		expect(lineOf(told, "speed")).toBe("13 speed: [page] ended the app");
		expect(lineOf(told, "second")).toMatch(/first=yes/);
		expect(lineOf(told, "microphone")).toMatch(/query=2/);
	});

	it("as the memory that it held", async () => {
		expect(lineOf(await killed(/^Taking memory/), "memory")).toMatch(/^18 memory: \[page\] ended_at_kb=\d+$/);
	});
});

it("goes on where a watch has no recorder and no keyboard", async () => {
	const told = await probe({ device: deviceOf(OLD), platform: "", server, imperial: true, recorder: false });
	expect(told.split("\n").filter((line) => line.endsWith("not run"))).toEqual([]);
	expect(lineOf(told, "microphone")).toMatch(/threw|recorder=/);
	expect(lineOf(told, "dictation")).toMatch(/keyboard=none/);
});

it("tells a phone that cuts a request at 10 s from one that waits", async () => {
	expect(lineOf(await reportWithout(ROUND), "fetch")).toMatch(/locked: failed=-2 after_s=10\.\d/);
	expect(lineOf(await report(ROUND, "", "awake"), "fetch")).toMatch(/locked: status=200 after_s=12\.\d/);
});

it("says how a phone hands over a body", async () => {
	expect(lineOf(await report(ROUND, "", "awake,object-body"), "redirects")).toMatch(/status=200 followed=yes/);
});
