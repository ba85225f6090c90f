/// <reference path="./settings-page.d.ts" />
import { beforeEach, describe, expect, test } from "vitest";
import { NOTES_MAX, readNotes } from "../core/settings/notes.ts";
import { SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { type Opened, openPage } from "./__fixtures__/opened.ts";
import { said } from "./__fixtures__/said.ts";

let page: Opened["page"];
let stored: Opened["stored"];

const keep = (...notes: string[]) => stored.set(SETTING.notes, JSON.stringify({ v: 1, notes, asked: ["m1.0"] }));
const kept = () => readNotes(stored.get(SETTING.notes));
const fieldOf = (number: number) => said("setting.notes.note", { number });

beforeEach(() => {
	({ page, stored } = openPage(() => Date.UTC(2026, 10, 22)));
	page.choose(en["setting.provider"], "OpenAI");
	keep("I am vegetarian.", "I run on Sundays.");
	page.unfold(en["setting.notes"]);
});

describe("the notes in the settings", () => {
	test("are listed, changed and removed, each by itself", () => {
		expect([1, 2].map((number) => page.shownIn(fieldOf(number)))).toEqual(["I am vegetarian.", "I run on Sundays."]);
		page.type(fieldOf(1), " I am\nvegan. ");
		expect(kept()?.texts).toEqual(["I am vegan.", "I run on Sundays."]);
		page.type(fieldOf(2), " ");
		expect(kept()?.texts).toEqual(["I am vegan.", "I run on Sundays."]);
		page.tap(said("setting.notes.remove", { number: 1 }));
		expect(kept()).toEqual({ texts: ["I run on Sundays."], asked: ["m1.0"] });
	});

	test("can be typed, as long as there is room", () => {
		page.type(en["setting.notes.new"], "I live by the sea.");
		expect(kept()?.texts[2]).toBe("I live by the sea.");
		expect(page.texts()).not.toContain(en["setting.notes.full"]);
		keep(...Array.from({ length: NOTES_MAX }, (_, at) => `Note ${at}.`));
		expect(page.texts()).toContain(en["setting.notes.full"]);
		expect(page.has(en["setting.notes.new"])).toBe(false);
	});

	test("go with a question while their switch is on, as the preview shows", () => {
		page.unfold(en["setting.privacy"]);
		const isShown = () => page.texts().some((text) => text.split("\n").includes('- "I am vegetarian."'));
		expect([page.isOn(en["setting.notes.tell"]), isShown()]).toEqual([true, true]);
		page.turn(en["setting.notes.tell"], false);
		expect([page.isOn(en["setting.notes.tell"]), isShown()]).toEqual([false, false]);
		page.turn(en["setting.notes.tell"], true);
		expect([page.isOn(en["setting.notes.tell"]), isShown()]).toEqual([true, true]);
	});

	test("that cannot be read are told of, and gone once the person goes on", () => {
		stored.set(SETTING.notes, '{"v":1,"notes":["I am');
		expect(page.texts()).toContain(en["setting.aside.notes"]);
		page.type(en["setting.notes.new"], "I run.");
		expect(stored.get(SETTING.notes)).toBe('{"v":1,"notes":["I am');
		page.tap(en["setting.aside.go"]);
		expect(stored.has(SETTING.notes)).toBe(false);
	});

	test("are not shown with the built-in assistant where there are none", () => {
		stored.delete(SETTING.notes);
		page.choose(en["setting.provider"], en["setting.provider.offline"]);
		expect(page.has(en["setting.notes"])).toBe(false);
	});
});
