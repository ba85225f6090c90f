import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUESTION_LIMIT } from "../wire/protocol.ts";
import { decodeLaunch, decodeLaunchFile, encodeLaunch, type Launch, newId } from "./launch.ts";

describe("a launch", () => {
	it("comes back as it was sent, as text or as the object it was made of", () => {
		const launches: Launch[] = [
			{ kind: "open" },
			{ kind: "ask", id: "m1-x", text: 'Warum ist der "Himmel" blau?' },
			{ kind: "listen", id: "m1-x" },
			{ kind: "read" },
			{ kind: "home" },
			{ kind: "chips" },
			{ kind: "history" },
			{ kind: "row", id: "m1-x" },
			{ kind: "type", way: "keys" },
			{ kind: "spoken" },
		];
		for (const launch of launches) {
			const params = encodeLaunch(launch);
			expect(decodeLaunch(params)).toEqual(launch);
			expect(decodeLaunch(JSON.parse(params))).toEqual(launch);
		}
	});

	it("opens the ask page for anything else and never throws", () => {
		const broken = [
			undefined,
			null,
			"",
			"{",
			"[]",
			'{"id":""}',
			'{"id":"a b"}',
			'{"id":"x","text":" "}',
			'{"id":7,"text":"a"}',
			'{"row":"a b"}',
			'{"way":"shout"}',
			7,
		];
		for (const params of broken) expect(decodeLaunch(params)).toEqual({ kind: "open" });
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (params) => {
				expect(["open", "ask", "listen", "read", "home", "chips", "history", "row", "type", "spoken"]).toContain(
					decodeLaunch(params).kind,
				);
			}),
		);
	});

	it("cuts a question that is too long", () => {
		const launch = decodeLaunch({ id: "a", text: "x".repeat(2000) });
		expect(launch.kind === "ask" && launch.text.length).toBe(QUESTION_LIMIT);
	});

	it("makes ids that it takes back", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1e13 }),
				fc.double({ min: 0, max: 0.999999, noNaN: true }),
				(now, chance) => {
					expect(decodeLaunch({ id: newId(now, chance) }).kind).toBe("listen");
				},
			),
		);
	});
});

describe("the face's launch file", () => {
	const NOW = 1_800_000_000_000;
	const ask: Launch = { kind: "ask", id: "m1-x", text: "Warum?" };

	it("says what was launched just now", () => {
		expect(decodeLaunchFile(`${NOW - 500} ${encodeLaunch(ask)}`, NOW)).toEqual({ at: NOW - 500, launch: ask });
	});

	it("says nothing of an old launch, one of the future, or a broken file", () => {
		for (const text of ["", "x", ` ${encodeLaunch(ask)}`, "nan {}", `${NOW - 10_001} {}`, `${NOW + 1} {}`]) {
			expect(decodeLaunchFile(text, NOW)).toBeNull();
		}
	});
});
