import type { Fate } from "../../core/settings/model-fates.ts";
import { showDate } from "../local.ts";
import type { Words } from "../stage.ts";
import { button, warning } from "../style.ts";

/**
 * Says that a model is gone or ends, and offers the nearest of the provider's list by one tap. Empty if the
 * model neither ends nor is gone.
 */
export function drawFate(model: string, fate: Fate, words: Words, use: (name: string) => void): SettingsElement[] {
	const { gone, ends, instead } = fate;
	if (gone !== true && ends === undefined) return [];
	const said =
		gone === true
			? words("setting.model.gone", { model })
			: words("setting.model.ends", { model, date: showDate(ends ?? "", words) });
	const offer =
		instead === undefined ? [] : [button(words("setting.model.use", { model: instead }), "main", () => use(instead))];
	return [warning(said), ...offer];
}
