import { propertyName } from "../watch/host/ui-names.ts";
import type { PlatformSwitch } from "./switch.ts";

export const EARLY_VISIBLE: PlatformSwitch = {
	name: "early-visible",
	does: "throws where prop.VISIBLE is set while build() runs",
	source:
		"PreciselyWrong/Liftosaur-ZeppOs-Companion 2acaa63, docs/zepp-capabilities.md (the vendor's emulator, Active 2 Round, API 4.2)",
	operations: {
		"ui.set": (base) => (app, id, property, value) => {
			if (propertyName(property) === "visible" && app.calling === "build") throw new Error("the widget is not ready");
			return base(app, id, property, value);
		},
	},
};
