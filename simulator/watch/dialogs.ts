/**
 * The system's question with two answers: DIALOG, `createDialog` and `createModal`. Owns its showing and its answer. DOC
 * ui/createDialog, ui/widget/DIALOG, interaction/createModal; the words of the answers are ours (a watch shows icons).
 */
import type { Scene, Widget } from "../screen/scene.ts";
import type { AppContext } from "./context.ts";
import { MODAL_ANSWERS } from "./host/interaction.ts";
import { isRecord, isRef, widgetValue } from "./values.ts";

/** Opens one for `createDialog({title, click_listener, auto_hide, show})` or `createModal({content, onClick, autoHide, show})`. */
export function openDialog(app: AppContext, options: unknown, shown: boolean): number {
	const given = isRecord(options) ? options : {};
	const text = given.title ?? given.content ?? given.text ?? "";
	const { width: w, height: h } = app.canvas;
	// The vendor shows a cross on the left and a tick on the right.
	const words = { text, ok_text: "OK", cancel_text: "Cancel", ok_on_right: true };
	return app.widgets.create("DIALOG", { x: 0, y: 0, w, h, ...words, ...given, visible: shown }, null);
}

/** Where they are drawn: a DIALOG confirms on the left, what `createDialog` and `createModal` open on the right. */
export function tapDialog(app: AppContext, scene: Scene, dialog: Widget, x: number): void {
	const { props } = dialog;
	const isRight = x >= scene.width / 2;
	const confirmed = isRight === (props.ok_on_right === true);
	if ((props.auto_hide ?? props.autoHide) !== false) app.widgets.assign(dialog.id, { visible: false });
	const answer = { type: confirmed ? MODAL_ANSWERS.MODAL_CONFIRM : MODAL_ANSWERS.MODAL_CANCEL };
	for (const ref of [props.click_listener, props.onClick]) if (isRef(ref)) app.invoke(ref, [answer]);
	const own = confirmed ? props.ok_func : props.cancel_func;
	if (isRef(own)) app.invoke(own, [widgetValue(dialog.id)]);
}
