import { SCENES } from "../watch/host/app.ts";
import type { PlatformSwitch } from "./switch.ts";

export const SCENE_LIES: PlatformSwitch = {
	name: "scene-lies",
	does: "says that the scene is the always-on display while the face is bright",
	source: "DimazzzZ/amazfit-balance2-pipboy3000 d65a240 (a Balance 2, of getScreenType)",
	operations: {
		"@zos/app.getScene": (base) => (app) => (app.kind === "face" ? SCENES.SCENE_AOD : base(app)),
	},
};
