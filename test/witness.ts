/**
 * Sees all that a run of the chain lets out: logs, the link's bytes, what is written on watch and phone, the settings page
 * at every change. Owns gathering it under names; what it is searched for is the test's. Rule: only the setting that is
 * meant to hold the key is left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../core/wire/digrams.ts";
import { openState, readFrame, type State, type Traffic } from "../simulator/index.ts";
import { type Chain, COMPANION } from "./chain.ts";
import type { Places } from "./secret-search.ts";

export type Witness = {
	/** Keeps what it is given in a folder on the disk. */
	state: State;
	log(entry: { source: string; level: string; text: string }): void;
	/** From now on it hears the link and sees the settings page. */
	follow(chain: Chain): void;
	note(place: string, content: string): void;
	/** Everything so far. `secretSetting` is the key of the settings storage that may hold the secret. */
	places(secretSetting: string): Places;
};

/** Of a data frame, after the link's own header: message id at 0, part number at 12 (docs/protocol.md). */
const PART_HEADER_BYTES = 66;

export function createWitness(folder: string): Witness {
	const notes = new Map<string, string>();
	const traffic: Traffic[] = [];
	const opened = openState(folder);
	const note = (place: string, content: string) => notes.set(place, `${notes.get(place) ?? ""}${content}\n`);
	const settingNotes: { key: string; value: string }[] = [];
	const watch: State["watch"] = {
		...opened.watch,
		write(appId, path, bytes) {
			note(`written on the watch, ${appId} ${path}`, Buffer.from(bytes).toString("latin1"));
			return opened.watch.write(appId, path, bytes);
		},
	};
	return {
		state: { ...opened, watch },
		log: ({ source, level, text }) => note(`log of ${source}`, `${level} ${text}`),
		note,
		follow({ desktop, state }) {
			const look = () => note("settings page", JSON.stringify(desktop.phone.settingsPage(COMPANION)?.render() ?? null));
			desktop.link.onTraffic((frame) => traffic.push(frame));
			state.settings(COMPANION).onChange(({ key, newValue }) => {
				settingNotes.push({ key, value: newValue ?? "" });
				desktop.clock.after(0, look);
			});
			look();
		},
		places(secretSetting) {
			const others = settingNotes.filter(({ key }) => key !== secretSetting);
			return new Map<string, string | Uint8Array>([
				...notes,
				...others.map(({ key, value }, at): [string, string] => [`setting ${key}, change ${at}`, value]),
				...filesIn(folder, secretSetting),
				...sent(traffic),
			]);
		},
	};
}

/** The files of a state folder; the phone's settings without the one that holds the secret. */
export function filesIn(folder: string, secretSetting: string): [string, string | Uint8Array][] {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return files.map((entry) => {
		const path = join(entry.parentPath, entry.name);
		const bytes = readFileSync(path);
		if (!/settings-\d+\.json$/.test(path)) return [`file ${path}`, bytes];
		const { [secretSetting]: _, ...rest }: Record<string, unknown> = JSON.parse(bytes.toString());
		return [`file ${path}`, JSON.stringify(rest)];
	});
}

/** Each direction as it went over the air, and each message put together again, as bytes and as the text it carries. */
function sent(traffic: readonly Traffic[]): [string, string | Uint8Array][] {
	const places: [string, string | Uint8Array][] = [];
	for (const direction of ["up", "down"] as const) {
		const frames = traffic.filter((frame) => frame.direction === direction);
		places.push([`link ${direction}`, Buffer.concat(frames.map(({ bytes }) => bytes))]);
		for (const [id, bytes] of messagesIn(frames)) {
			places.push(
				[`message ${id} ${direction}`, bytes],
				[`text of message ${id} ${direction}`, decodeText(bytes) ?? ""],
			);
		}
	}
	return places;
}

/** Message numbers begin anew with every start of an app, so the same number may come again later. */
function messagesIn(frames: readonly Traffic[]): [string, Uint8Array][] {
	const messages: [string, Uint8Array][] = [];
	for (const { bytes, at } of frames) {
		const frame = readFrame(bytes);
		if (frame === null || frame.payload.length < PART_HEADER_BYTES) continue;
		const part = Buffer.from(frame.payload.subarray(PART_HEADER_BYTES));
		const isFirst = new DataView(frame.payload.buffer, frame.payload.byteOffset).getUint32(12, true) === 0;
		const last = messages.at(-1);
		if (isFirst || last === undefined) messages.push([`at ${at}`, part]);
		else last[1] = Buffer.concat([last[1], part]);
	}
	return messages;
}
