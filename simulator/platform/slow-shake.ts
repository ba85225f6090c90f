import type { PlatformSwitch } from "./switch.ts";

export const SLOW_SHAKE: PlatformSwitch = {
	name: "slow-shake",
	does: "answers SHAKE after 20 s, as a phone that sleeps",
	source: "public file 69343898134 (8 s, three times)",
	phone: { shakeMs: 20_000 },
};
