import { expect, it } from "vitest";
import { VOICE_LIMIT_BYTES } from "../../core/wire/protocol.ts";
import { measureConversion } from "./conversion-cost.ts";

it("measures half a minute of sound, which fits through the link", async () => {
	const { soundMs, fileBytes, oggBytes, conversionMs, ratio } = await measureConversion();
	expect(soundMs).toBe(30_000);
	expect(fileBytes).toBeLessThan(VOICE_LIMIT_BYTES);
	expect(oggBytes).toBeGreaterThan(10_000);
	expect(oggBytes).toBeLessThan(fileBytes);
	expect(ratio).toBeCloseTo(conversionMs / soundMs, 12);
});
