import { expect, it } from "vitest";
import { nextBreak } from "./characters.ts";

it.each([
	["Zepp-App", 8],
	["Haferflocken-Fr\u00fchst\u00fcck", 13],
	["Geschwindigkeits-Limit", 17],
	["Basis-URL", 9],
	["12-14", 5],
	["WLAN-Verbindung", 15],
])("a line breaks behind a hyphen between long parts alone: %s", (word, end) => {
	expect(nextBreak(word, 0)).toBe(end);
});
