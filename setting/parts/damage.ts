import type { Screen } from "../screen.ts";
import { button, card, warning } from "../style.ts";

/** On top of all else: what could not be read, what that means, and the way on. */
export function drawDamage({ snapshot, words, act }: Screen): SettingsElement[] {
	const { records, settings } = snapshot.damage;
	if (records.length + settings.length === 0) return [];
	const names = settings.map((title) => words(title)).join(", ");
	return [
		card([
			...records.map((name) => warning(words(`setting.aside.${name}`))),
			...(names === "" ? [] : [warning(words("setting.aside.setting", { names }))]),
			button(words("setting.aside.go"), "main", act.goOn),
		]),
	];
}
