import type { PlatformSwitch } from "./switch.ts";

export const SLOW_SHAKE: PlatformSwitch = {
	name: "slow-shake",
	does: "answers SHAKE after 20 s, as a phone that sleeps",
	source: "COM marcioamaro/ZeppNightscout-main 3.0.0 (ZightScout), its technical documentation (8 s, three times)",
	phone: { shakeMs: 20_000 },
};
