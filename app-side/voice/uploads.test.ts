import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUploads } from "./uploads.ts";

const FILE = Uint8Array.from({ length: 50 }, (_, at) => at);
const piece = (at: number, end: number, file = FILE, id = "a") =>
	({ method: "voice", id, at, total: file.length, bytes: file.slice(at, end) }) as const;

describe("a recording on its way", () => {
	it("is whole once every piece has come, in whatever order and however often", () => {
		const ranges = fc.array(fc.tuple(fc.nat({ max: 49 }), fc.integer({ min: 1, max: 20 })), { maxLength: 30 });
		fc.assert(
			fc.property(ranges, (sent) => {
				const uploads = createUploads();
				for (const [at, size] of sent) uploads.take(piece(at, at + size));
				const got = uploads.got("a");
				expect(uploads.whole("a") === undefined).toBe(got < FILE.length);
				for (let at = got; at < FILE.length; at = uploads.take(piece(at, at + 7)));
				expect(uploads.whole("a")).toEqual(FILE);
			}),
		);
	});

	it("tells from where to go on when a piece was lost", () => {
		const uploads = createUploads();
		expect(uploads.take(piece(0, 10))).toBe(10);
		expect(uploads.take(piece(20, 30))).toBe(10);
		expect(uploads.take(piece(10, 20))).toBe(20);
	});

	it("starts over when the file is another one, and is gone when it is dropped", () => {
		const uploads = createUploads();
		uploads.take(piece(0, 10));
		expect(uploads.take(piece(0, 5, FILE.slice(0, 20)))).toBe(5);
		uploads.drop("a");
		expect([uploads.got("a"), uploads.whole("a")]).toEqual([0, undefined]);
	});

	it("gives way to newer ones", () => {
		const uploads = createUploads();
		for (const id of ["a", "b", "c"]) uploads.take(piece(0, 10, FILE, id));
		expect(["a", "b", "c"].map(uploads.got)).toEqual([0, 10, 10]);
	});
});
