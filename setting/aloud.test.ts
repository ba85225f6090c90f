/// <reference path="./settings-page.d.ts" />
import { expect, test } from "vitest";
import { lookOf, readSettings, SETTING } from "../core/settings/settings.ts";
import en from "../core/words/en-US.json";
import { openPage } from "./__fixtures__/opened.ts";
import { said } from "./__fixtures__/said.ts";

const NOW_MS = new Date(2026, 10, 22, 10, 9).getTime();

test("nobody speaks until one is chosen who is set up; then the watch is told, and its model has a price", () => {
	const { page, stored } = openPage(() => NOW_MS);
	const look = () => lookOf(readSettings((key) => stored.get(key)));
	page.choose(en["setting.provider"], "Google Gemini");
	page.unfold(en["setting.aloud"]);
	expect(page.texts()).toContain(en["setting.aloud.about"]);
	expect(look().speaks).toBeUndefined();
	page.choose(en["setting.aloud.by"], "Google Gemini");
	expect(page.texts()).toContain(said("setting.aloud.key", { provider: "Google Gemini" }));
	expect(look().speaks).toBeUndefined();
	stored.set(SETTING.key("gemini"), "AIzaSyA-abcdefghijklmnopqrstuvwxyz01234");
	expect(page.texts()).not.toContain(said("setting.aloud.key", { provider: "Google Gemini" }));
	expect(look()).toMatchObject({ speaks: true });
	expect(look().aloud).toBeUndefined();
	page.turn(en["setting.aloud.self"], true);
	page.type(en["setting.aloud.voice"], "Puck");
	expect(readSettings((key) => stored.get(key)).speaker).toMatchObject({
		voice: "Puck",
		model: "gemini-3.8-flash-tts",
	});
	expect(look()).toMatchObject({ speaks: true, aloud: true });
	page.unfold(en["setting.money"]);
	expect(page.texts().join()).toContain("gemini-3.8-flash-tts");
	page.choose(en["setting.aloud.by"], en["setting.aloud.off"]);
	expect(look().speaks).toBeUndefined();
});
