/** Every decoder of what comes from outside. */
import type { Target } from "./target.ts";
import { GLANCE_TARGETS } from "./targets/glance.ts";
import { LINK_TARGETS } from "./targets/link.ts";
import { PROVIDER_TARGETS } from "./targets/provider.ts";
import { SOUND_TARGETS } from "./targets/sound.ts";
import { STORED_TARGETS } from "./targets/stored.ts";

export const TARGETS: readonly Target[] = [
	...LINK_TARGETS,
	...GLANCE_TARGETS,
	...STORED_TARGETS,
	...PROVIDER_TARGETS,
	...SOUND_TARGETS,
];
