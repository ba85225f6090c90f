import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormField, toForm } from "./multipart.ts";

/** As Node reads it, which nobody here wrote. */
async function read(fields: readonly FormField[]): Promise<FormData> {
	const { contentType, body } = toForm(fields);
	return new Response(body, { headers: { "Content-Type": contentType } }).formData();
}

describe("a form", () => {
	it("of texts is ASCII, so that no phone changes it", async () => {
		const { body } = toForm([{ name: "model", value: "whisper\r\n\r\n--größe" }]);
		expect(body).toMatch(/^[\r\n\x20-\x7e]+$/);
		const form = await read([
			{ name: "model", value: "whisper-large-v3" },
			{ name: "url", value: "data:audio/ogg;base64,AAAA" },
		]);
		expect([...form]).toEqual([
			["model", "whisper-large-v3"],
			["url", "data:audio/ogg;base64,AAAA"],
		]);
	});

	it("carries any file byte for byte", async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				const form = await read([
					{ name: "model", value: "m" },
					{ name: "file", fileName: "voice.ogg", type: "audio/ogg", bytes },
				]);
				const file = form.get("file");
				if (!(file instanceof File)) throw new Error("there is no file");
				expect([file.name, file.type]).toEqual(["voice.ogg", "audio/ogg"]);
				expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
			}),
			{ numRuns: 50 },
		);
	});
});
