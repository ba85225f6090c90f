/** Every decoder of what comes from outside. */
import { TARGETS as OTHERS } from "./decoders.ts";
import type { Target } from "./target.ts";
import { LINK_TARGETS } from "./targets/link.ts";
import { PROVIDER_TARGETS } from "./targets/provider.ts";
import { SOUND_TARGETS } from "./targets/sound.ts";
import { STORED_TARGETS } from "./targets/stored.ts";

/** The files that the companion writes for the face, the card and the workout extension. */
export const GLANCE_TARGETS: readonly Target[] = OTHERS.filter(({ name }) =>
	/^(glance file|plan of a run)$/.test(name),
);

export const TARGETS: readonly Target[] = [
	...LINK_TARGETS,
	...GLANCE_TARGETS,
	...STORED_TARGETS,
	...PROVIDER_TARGETS,
	...SOUND_TARGETS,
];
