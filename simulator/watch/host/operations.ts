/** Everything that the code in the engine can ask of the host, by name. Owns the table; each part says what it does. */
import type { Operations } from "../context.ts";
import { APP_OPERATIONS } from "./app.ts";
import { BACKGROUND_OPERATIONS } from "./background.ts";
import { DISPLAY_OPERATIONS } from "./display.ts";
import { FILE_OPERATIONS } from "./files.ts";
import { INTERACTION_OPERATIONS } from "./interaction.ts";
import { KEYBOARD_OPERATIONS } from "./keyboard.ts";
import { LINK_OPERATIONS } from "./link.ts";
import { MEDIA_OPERATIONS } from "./media.ts";
import { PLAYER_OPERATIONS } from "./player.ts";
import { SENSOR_OPERATIONS } from "./sensors.ts";
import { STORAGE_OPERATIONS } from "./storage.ts";
import { SYSTEM_OPERATIONS } from "./system.ts";
import { UI_OPERATIONS } from "./ui.ts";

export const OPERATIONS: Operations = {
	...APP_OPERATIONS,
	...BACKGROUND_OPERATIONS,
	...DISPLAY_OPERATIONS,
	...FILE_OPERATIONS,
	...INTERACTION_OPERATIONS,
	...KEYBOARD_OPERATIONS,
	...LINK_OPERATIONS,
	...MEDIA_OPERATIONS,
	...PLAYER_OPERATIONS,
	...SENSOR_OPERATIONS,
	...STORAGE_OPERATIONS,
	...SYSTEM_OPERATIONS,
	...UI_OPERATIONS,
};
