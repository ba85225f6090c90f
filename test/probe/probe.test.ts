/**
 * The probe in the simulator, whole, under every switch: each must change the report in the words that `seen.ts` names.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STEPS, type StepName } from "../../probe/steps.ts";
import { type Device, findDevice, PLATFORM_SWITCHES } from "../../simulator/index.ts";
import { type EchoServer, startEchoServer } from "./echo-server.ts";
import { probe } from "./owner.ts";
import { SEEN, UNSEEN } from "./seen.ts";

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

describe.each(Object.entries(SEEN))("%s", (name, { step, words }) => {
	it(`is seen in ${step}`, async () => {
		const id = name === "status-bar" ? SQUARE : ROUND;
		const plainly = lineOf(await reportWithout(id), step);
		expect(words.filter((word) => !plainly.includes(word))).not.toEqual([]);
		const told = await report(id, name);
		const line = lineOf(told, step);
		expect(
			words.filter((word) => !line.includes(word)),
			line,
		).toEqual([]);
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

it("shows the report on the watch where the phone is out of reach", async () => {
	const told = await probe({ device: deviceOf(SQUARE), platform: "", server, away: true });
	expect(told).toMatch(/^head: watch=.+ api=/);
	expect(told).toMatch(/row\.shake\.page: ms=-1 again_ms=-1 restarts=unknown/);
	expect(told).toMatch(/row\.disk\.page: write=3/);
	expect(told).toMatch(/row\.aod\.face: minutes=2/);
	expect(told).toMatch(/row\.redirects\.page: no reply/);
	expect(told).toMatch(/^files: mark=ok/m);
	expect(told).toMatch(/^exports: show_level=object/m);
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
