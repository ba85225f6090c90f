import type { PlatformSwitch } from "./switch.ts";

export const SERVICE_SHAKES: PlatformSwitch = {
	name: "service-shakes",
	does: "hands the raw SHAKE frames to the Side Service, which has to answer them",
	source: "szymsza/amazfit-ai-voice-assistant 113e022, app/src/app-side/index.ts",
	phone: { serviceShakes: true },
};
