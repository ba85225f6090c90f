import { describe, expect, test } from "vitest";
import { KEY_CASES, type KeyWant } from "../core/settings/pasted.cases.ts";
import { findProvider } from "../core/settings/settings.ts";
import { type Placement, placeKey } from "./key.ts";

function wantOf(placed: Placement): KeyWant {
	switch (placed.kind) {
		case "store":
			return { keep: placed.key, for: placed.provider };
		case "ask":
			return { ask: placed.among, owner: placed.owner };
		case "unusable":
			return { told: placed.why };
	}
}

describe("a key as it was pasted", () => {
	test.each(KEY_CASES)("$pasted with $chosen ($source)", ({ pasted, chosen, at, want }) => {
		expect(wantOf(placeKey(pasted, chosen, at ?? findProvider(chosen)?.baseUrl ?? ""))).toEqual(want);
	});
});
