import { touchedBy } from "../watch/touch.ts";
import type { PlatformSwitch } from "./switch.ts";

export const DELETE_LATE: PlatformSwitch = {
	name: "delete-late",
	does: "shows a deleted widget until redraw(), and leaves a BUTTON that its own callback deletes on the screen, dead",
	source:
		"DOC ui/redraw.mdx; PreciselyWrong/Liftosaur-ZeppOs-Companion 2acaa63, docs/zepp-capabilities.md (the vendor's emulator)",
	operations: {
		"ui.delete": () => (app, id) => {
			const widget = app.widgets.get(Number(id));
			if (widget !== undefined)
				app.widgets.lay(widget.id, widget.type === "BUTTON" && touchedBy(app).widget === widget.id);
		},
		"@zos/ui.redraw":
			(base) =>
			(app, ...args) => {
				app.widgets.bury();
				return base(app, ...args);
			},
	},
};
