import { expect, it } from "vitest";
import { decodeFault } from "../../core/protocol.ts";
import { TARGETS } from "./decoders.ts";
import { fuzz } from "./fuzz.ts";

const CASES = 1_000;

it.each(TARGETS.map((target) => [target.name, target] as const))("a broken %s is no exception", (_, target) => {
	expect(fuzz(CASES, 1, [target])[0]?.why).toBeNull();
});

it("finds a decoder that trusts what it is given", () => {
	const trusting = {
		name: "trusting",
		takes: "value" as const,
		check: (one: unknown) => (decodeFault({ code: (one as { code: string }).code }) === null ? null : null),
	};
	expect(fuzz(CASES, 1, [trusting])[0]?.why).toMatch(/null|undefined/);
});
