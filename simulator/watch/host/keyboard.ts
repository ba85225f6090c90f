/** The system keyboard of `@zos/ui` (API 4.0). What is typed comes from the person at the desktop. */
import type { AppProcess } from "../app-process.ts";
import { INPUT_TYPES, inputTypeOf } from "../keyboard.ts";
import { isRecord, isRef } from "../values.ts";
import type { Operations } from "./operations.ts";

export const KEYBOARD_OPERATIONS: Operations = {
	"@zos/ui.createKeyboard"(app, option) {
		if (!isRecord(option)) return;
		closeKeyboard(app);
		const { inputType, text, onComplete, onCancel } = option;
		app.keyboard = {
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
	"@zos/ui.keyboard.getTextContext": ({ keyboard }) => keyboard?.text ?? "",
	"@zos/ui.keyboard.inputText"(app, text) {
		if (app.keyboard) app.keyboard.text += String(text);
	},
	"@zos/ui.keyboard.clearInput"(app) {
		if (app.keyboard) app.keyboard.text = "";
	},
	"@zos/ui.keyboard.switchInputType"(app, type) {
		if (app.keyboard) app.keyboard.inputType = inputTypeOf(type);
		app.system.changed(app.appId);
	},
};

export const INPUT_TYPE_VALUES: Readonly<Record<string, number>> = INPUT_TYPES;

/** Without a word to the package: neither completed nor cancelled. */
export function closeKeyboard(app: AppProcess): void {
	const { onComplete, onCancel } = app.keyboard ?? {};
	app.keyboard = null;
	app.release([onComplete, onCancel].filter(isRef));
}
