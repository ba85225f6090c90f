/** The system keyboard of `@zos/ui` (API 4.0). What is typed comes from the person at the desktop. */
import type { AppContext, Operations } from "../context.ts";
import { INPUT_TYPES, inputTypeOf, keyboardOf } from "../keyboard.ts";
import { isRecord, isRef } from "../values.ts";

export const KEYBOARD_OPERATIONS: Operations = {
	"@zos/ui.createKeyboard"(app, option) {
		if (!isRecord(option)) return;
		closeKeyboard(app);
		const { inputType, text, onComplete, onCancel } = option;
		keyboardOf(app).open = {
			inputType: inputTypeOf(inputType),
			text: typeof text === "string" ? text : "",
			onComplete: isRef(onComplete) ? onComplete : undefined,
			onCancel: isRef(onCancel) ? onCancel : undefined,
		};
		app.system.changed(app.appId);
		return {};
	},
	"@zos/ui.deleteKeyboard"(app) {
		closeKeyboard(app);
		app.system.changed(app.appId);
	},
	"@zos/ui.keyboard.checkVoiceInputAvailable": ({ system }) => system.microphone.dictation,
	"@zos/ui.keyboard.isEnabled": () => true,
	"@zos/ui.keyboard.isSelected": () => false,
	"@zos/ui.keyboard.getTextContext": (app) => keyboardOf(app).open?.text ?? "",
	"@zos/ui.keyboard.inputText"(app, text) {
		const { open } = keyboardOf(app);
		if (open) open.text += String(text);
	},
	"@zos/ui.keyboard.clearInput"(app) {
		const { open } = keyboardOf(app);
		if (open) open.text = "";
	},
	"@zos/ui.keyboard.switchInputType"(app, type) {
		const { open } = keyboardOf(app);
		if (open) open.inputType = inputTypeOf(type);
		app.system.changed(app.appId);
	},
};

export const INPUT_TYPE_VALUES: Readonly<Record<string, number>> = INPUT_TYPES;

/** Without a word to the package: neither completed nor cancelled. */
export function closeKeyboard(app: AppContext): void {
	const { onComplete, onCancel } = keyboardOf(app).open ?? {};
	keyboardOf(app).open = null;
	app.release([onComplete, onCancel].filter(isRef));
}
