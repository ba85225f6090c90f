import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { toBase64 } from "../../core/wire/base64.ts";
import { frameFile } from "./__fixtures__/streams.ts";
import { diagnose } from "./diagnostic.ts";
import { toOgg } from "./ogg.ts";
import { readFrames } from "./opus-frames.ts";

const ENTRY = `
	import { toBase64 } from "../../core/wire/base64.ts";
	import { diagnose } from "./diagnostic.ts";
	import { toOgg } from "./ogg.ts";
	import { readFrames } from "./opus-frames.ts";
	const recording = readFrames(file).value;
	result = { base64: toBase64(toOgg(recording.packets, 7)), diagnostic: diagnose(file) };
`;

it("makes the same Ogg and text in a context that has the language and nothing else", async () => {
	const bundle = await build({
		stdin: { contents: ENTRY, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" },
		bundle: true,
		write: false,
		format: "iife",
		target: "es2020",
		platform: "neutral",
	});
	const packets = Array.from({ length: 200 }, (_, size) => new Uint8Array(1 + size).fill(0x48));
	const file = Uint8Array.from(frameFile(packets));
	const context = createContext({ file, result: null });
	runInContext(bundle.outputFiles[0]?.text ?? "", context);

	const recording = readFrames(file);
	if (!recording.ok || recording.value.kind !== "frames") throw new Error("the recording is not readable");
	expect(context).toMatchObject({
		result: { base64: toBase64(toOgg(recording.value.packets, 7)), diagnostic: diagnose(file) },
	});
});
