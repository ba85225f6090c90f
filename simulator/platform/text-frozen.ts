import { propertyName } from "../watch/host/ui-names.ts";
import { isRecord } from "../watch/values.ts";
import type { PlatformSwitch } from "./switch.ts";

/** Deleting a widget and making another is what works on every watch. */
export const TEXT_FROZEN: PlatformSwitch = {
	name: "text-frozen",
	does: "never renews a TEXT, nor the label of a BUTTON, once it is drawn",
	source:
		"PreciselyWrong/Liftosaur-ZeppOs-Companion 2acaa63, docs/zepp-capabilities.md (the vendor's emulator, API 4.2); holondo/orbital_energy_amazfit_bip_6 5e160c6, SKILL.md 3.3",
	operations: {
		"ui.set": (base) => (app, id, property, value) => {
			const type = app.widgets.get(Number(id))?.type;
			const name = propertyName(property);
			if (isFrozen(type, name)) return undefined;
			return base(app, id, property, type === "BUTTON" && isRecord(value) ? withoutLabel(value) : value);
		},
		"ui.assign": (base) => (app, id, name, value) =>
			isFrozen(app.widgets.get(Number(id))?.type, String(name)) ? undefined : base(app, id, name, value),
	},
};

function isFrozen(type: string | undefined, property: string | undefined): boolean {
	if (property === "visible" || property === "enable") return false;
	return type === "TEXT" || (type === "BUTTON" && property === "text");
}

function withoutLabel({ text: _text, ...rest }: Record<string, unknown>): object {
	return rest;
}
