/** The command line of `npm run -s ask`, flag by flag: what is understood, and what is refused in which words. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../cli/command.ts";
import { PROVIDERS } from "../core/settings/settings.ts";
import { decodeAskOptions } from "../lab/commands/ask-options.ts";
import { isSupported } from "../packaging/supported.ts";
import { DEVICES } from "../simulator/index.ts";
import { NOW_MS } from "./chain.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-options-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

const decode = (...args: string[]) => decodeAskOptions(args, NOW_MS);

describe("the command line", () => {
	test("has the defaults that the design gives it", () => {
		const { device, ...options } = decode("Hi?");
		expect(device.id).toBe("balance2");
		expect(options).toMatchObject({
			questions: ["Hi?"],
			turns: false,
			surface: "face",
			input: "keyboard",
			provider: "offline",
			settings: {},
			stateDir: null,
			now: NOW_MS,
			phone: { state: "locked", body: "string", binary: false },
			link: { loss: 0, rate: 2000, latencyMs: 60 },
			json: false,
		});
	});

	test.each(DEVICES.filter(isSupported))(
		"asks by keyboard on $id where it has one, else by a quick reply",
		(device) => {
			expect(decode("Hi?", "--device", device.id).input).toBe(device.systemKeyboard ? "keyboard" : "chip");
		},
	);

	test("takes the link in one term after another", () => {
		expect(decode("Hi?", "--link", "loss=0.2", "--link", "dup=0.1,seed=4").link).toMatchObject({
			...{ loss: 0.2, dup: 0.1, seed: 4 },
		});
		expect(() => decode("Hi?", "--link", "loss=0.2", "--link", "loss=0")).toThrow(/loss is given twice/);
	});

	test.each(["5", "noon", "2026"])("takes no %s for a date", (text) => {
		expect(() => decode("Hi?", "--now", text)).toThrow(UsageError);
	});

	test.each(PROVIDERS)("keeps what is given for $id as its settings page would", ({ id }) => {
		const args = ["--provider", id, "--base-url", "http://localhost:1/v1", "--api-key", "sk-1", "--model", "m"];
		const { provider, settings } = decode("Hi?", ...args);
		expect(provider).toBe(id);
		expect(settings).toEqual({
			provider: id,
			[`baseUrl.${id}`]: "http://localhost:1/v1",
			[`key.${id}`]: "sk-1",
			[`model.${id}`]: "m",
			...(id === "offline" ? {} : { consent: `{"${id}":"2026-11-22"}` }),
		});
	});

	test("reads phones, links and times", () => {
		const { phone, link, now } = decode(
			"Hi?",
			"--phone",
			"awake,object-body",
			"--link",
			"loss=0.1,seed=7",
			"--now",
			"2026-01-02T03:04:05Z",
		);
		expect(phone).toEqual({ state: "awake", body: "object", binary: false });
		expect(link).toMatchObject({ loss: 0.1, seed: 7, rate: 2000 });
		expect(now).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
	});

	test.each([
		["no question", [], "give one question"],
		["two questions", ["Hi?", "Ho?"], "give one question"],
		["an empty question", ["  "], "empty"],
		["a flag that nobody knows", ["Hi?", "--colour", "red"], "--colour"],
		["a flag without its value", ["Hi?", "--device"], "--device"],
		["a watch that nobody knows", ["Hi?", "--device", "sundial"], "no watch is called sundial"],
		["a watch below API level 3.6", ["Hi?", "--device", "activeedge"], "API level 3.5"],
		["another surface", ["Hi?", "--surface", "card"], "--surface must be one of face, page"],
		["another input", ["Hi?", "--input", "mind"], "--input must be one of"],
		["a keyboard that the watch lacks", ["Hi?", "--device", "gtr4", "--input", "keyboard"], "no system keyboard"],
		["dictation that the watch lacks", ["Hi?", "--device", "gtr4", "--input", "voice"], "no system keyboard"],
		["another provider", ["Hi?", "--provider", "oracle"], "--provider must be one of"],
		["a base URL that is none", ["Hi?", "--provider", "custom", "--base-url", "nowhere"], "--base-url"],
		["a base URL of another kind", ["Hi?", "--provider", "custom", "--base-url", "ftp://a.example"], "--base-url"],
		["a time that is none", ["Hi?", "--now", "soon"], "--now must be an ISO date"],
		["another phone", ["Hi?", "--phone", "brick"], "brick"],
		["another link term", ["Hi?", "--link", "speed=1"], "speed"],
		["a share above one", ["Hi?", "--link", "loss=2"], "loss takes"],
		["turns that are not there", ["--turns", "no-such-file.txt"], "cannot read no-such-file.txt"],
		["turns and a question", ["Hi?", "--turns", "no-such-file.txt"], "not both"],
		["settings that are not there", ["Hi?", "--settings", "no-such-file.json"], "cannot read no-such-file.json"],
		["settings that are no JSON", ["Hi?", "--settings", "README.md"], "is not JSON"],
	])("refuses %s in words", (_, args, reason) => {
		expect(() => decode(...args)).toThrow(UsageError);
		expect(() => decode(...args)).toThrow(reason);
	});

	test("refuses a list of settings, and a file of no turns", () => {
		expect(() => decode("Hi?", "--settings", file("list.json", "[]"))).toThrow("one object");
		expect(() => decode("--turns", file("empty.txt", "\n  \n"))).toThrow("holds no question");
	});
});
