import type { PlatformSwitch } from "./switch.ts";

export const TEXT_NO_LISTENER: PlatformSwitch = {
	name: "text-no-listener",
	does: "has no addEventListener on TEXT, and gives a FILL_RECT no CLICK_UP",
	source:
		"PreciselyWrong/Liftosaur-ZeppOs-Companion 2acaa63, docs/zepp-capabilities.md (the vendor's emulator, Active 2 Round, API 4.2); against it DOC ui/widget/TEXT.mdx",
	operations: {
		"ui.listen":
			(base) =>
			(app, id, ...rest) => {
				const type = app.widgets.get(Number(id))?.type;
				if (type === "TEXT") throw new TypeError("not a function");
				if (type !== "FILL_RECT") base(app, id, ...rest);
			},
	},
};
