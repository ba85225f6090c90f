/** Steps `stale`, `shake`, `close`, `send`, `second` and `speed`: how the Zepp app treats the frames of an app. */
import { createConnect } from "@zos/ble";
import { KIND, type Link, parse, pause } from "../link.ts";
import { ask, say } from "../screen.ts";
import { word, wordOf, yesNo } from "../words.ts";
import type { Step } from "./step.ts";

/** A port that no Side Service has. */
const STALE_PORT = 9;
const WAIT_MS = 5_000;
const ECHO_MS = 15_000;
const SENDS = 9;
const FRAMES = 10;
const FRAME_BYTES = 1_000;

const now = () => Date.now();

async function born(link: Link): Promise<unknown> {
	return (await link.call("hello", {}, WAIT_MS))?.born;
}

/** Whether one run of the Side Service answered both; nobody knows where one did not answer. */
function isSame(before: unknown, after: unknown): boolean | null {
	return before === undefined || after === undefined ? null : before === after;
}

/** Before the first SHAKE: the Side Service does not run, or runs at another port. */
export const stale: Step = async ({ link }) => {
	say("Calling a port that is gone.");
	if (!link.isConnected()) await ask("Connect the watch to the phone.", { yes: "DONE", no: "" });
	const answer = link.next(() => true, WAIT_MS);
	const sent = wordOf(() => link.send(KIND.data, STALE_PORT, JSON.stringify({ id: 0, verb: "hello" })));
	const frame = await answer;
	const kinds: Record<number, string> = { [KIND.shake]: "shake", [KIND.close]: "close", [KIND.data]: "data" };
	return `sent=${sent} answer=${frame === null ? "none" : (kinds[frame.kind] ?? frame.kind)}`;
};

export const shaking: Step = async ({ link }) => {
	say("Shaking hands with the phone, up to a minute.");
	const times: number[] = [];
	const births: unknown[] = [];
	for (let round = 0; round < 2; round++) {
		const began = now();
		const answer = await link.shake();
		times.push(answer === null ? -1 : now() - began);
		births.push(await born(link));
	}
	const hello = await link.call("hello", {}, WAIT_MS);
	const same = isSame(births[0], births[1]);
	return [
		`ms=${times[0]}`,
		`again_ms=${times[1]}`,
		`restarts=${same === null ? "unknown" : yesNo(!same)}`,
		`raw_shakes=${hello?.shakes ?? "unknown"}`,
		`header=${hello?.header ?? "unknown"}`,
	].join(" ");
};

/** CLOSE while a reply is 15 s away: does it come? */
export const closing: Step = async ({ link }) => {
	say("Closing the link during a question, half a minute.");
	const before = await born(link);
	const echo = link.call("echo", { ms: ECHO_MS }, ECHO_MS + WAIT_MS);
	await pause(2_000);
	const sent = word(await link.sendSurely(KIND.close, link.port(), "x"));
	const reply = await echo;
	await link.shake();
	const same = isSame(before, await born(link));
	return `sent=${sent} reply=${yesNo(reply !== null)} service=${same === null ? "unknown" : same ? "same" : "new"}`;
};

export const sending: Step = async ({ link }) => {
	say("Sending.");
	const answer = link.next(({ kind }) => kind === KIND.data, WAIT_MS);
	const counts: Record<string, number> = {};
	for (let sends = 0; sends < SENDS; sends++) {
		const result = wordOf(() => link.send(KIND.data, link.port(), JSON.stringify({ id: -1, verb: "hello" })));
		counts[result] = (counts[result] ?? 0) + 1;
		await pause(100);
	}
	const frame = await answer;
	await pause(2_000);
	const results = Object.keys(counts).map((result) => `${result}*${counts[result]}`);
	return `results=${results.join(",")} instanceof=${frame === null ? "unknown" : yesNo(!frame.isForeign)}`;
};

/** A second listener of the radio: does the first one still hear? */
export const second: Step = async ({ link }) => {
	say("Listening twice.");
	let first = 0;
	let other = 0;
	const stop = link.hear(() => {
		first++;
	});
	createConnect(() => {
		other++;
	});
	await link.sendSurely(KIND.data, link.port(), JSON.stringify({ id: -2, verb: "hello" }));
	await pause(WAIT_MS);
	stop();
	const says = `first=${yesNo(first > 0)} second=${yesNo(other > 0)}`;
	// From here on one listener again, whichever the watch calls.
	link.close();
	createConnect((_index, data) => link.take(data));
	return says;
};

/** Bytes a second each way, in frames of 1 kB. */
export const speed: Step = async ({ link }) => {
	say("Measuring the speed.");
	await link.call("hello", {}, WAIT_MS);
	let frames = 0;
	let last = now();
	const stop = link.hear(({ kind, text }) => {
		if (kind !== KIND.data || Object(parse(text)).id !== -3) return;
		frames++;
		last = now();
	});
	const began = now();
	await link.sendSurely(KIND.data, link.port(), JSON.stringify({ id: -3, verb: "bulk", n: FRAMES, size: FRAME_BYTES }));
	await pause(4 * WAIT_MS);
	stop();
	const down = frames > 1 ? Math.round((frames * FRAME_BYTES * 1_000) / Math.max(1, last - began)) : 0;
	const beganUp = now();
	const pad = "x".repeat(FRAME_BYTES);
	for (let sent = 0; sent < FRAMES; sent++) await link.sendSurely(KIND.data, link.port(), pad);
	const reply = await link.call("hello", {}, 4 * WAIT_MS);
	const up = reply === null ? 0 : Math.round((FRAMES * FRAME_BYTES * 1_000) / Math.max(1, now() - beganUp));
	return `down_frames=${frames} down_bytes_s=${down} up_bytes_s=${up}`;
};
