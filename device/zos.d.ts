/// <reference path="../node_modules/@zeppos/zml/zml.d.ts" />
/**
 * What @zeppos/device-types 4.0.0 leaves out: the face's constructor, the widgets that only a face has, `show_level`,
 * and functions of @zos/ui that the documentation has. Functions that some API levels lack are typed as optional, so
 * that the compiler asks for the guard.
 */

/** The appIds of packaging/identity.json, which the build puts in their place. */
declare const COMPANION_APP_ID: number;
declare const FACE_APP_ID: number;

declare namespace AppService {
	interface Option {
		/** DOC guides/framework/device/system-notification.md, Code Example. */
		onEvent?: (param?: string) => void;
	}
}

declare namespace WatchFace {
	interface Option {
		onInit?: () => void;
		build?: () => void;
		onDestroy?: () => void;
	}
}

/** COM adamd9/zeppos3-nightscout, watchface/watchface/index.js; DOC watchface/watchface-quick-start.mdx. */
declare function WatchFace(option: WatchFace.Option): void;

declare module "@zos/ui" {
	namespace HmWearableProgram.DeviceSide.HmUI {
		interface IHmUIWidgetType {
			/** DOC watchface/api/hmUI/widget. */
			IMG_TIME: number;
			IMG_STATUS: number;
		}
		interface IHmUIDataType {
			/** DOC watchface/api/hmUI/widget/data_type.mdx. */
			STEP: number;
		}
	}

	interface WidgetHandle {
		setProperty(prop: number, value: unknown): boolean;
		addEventListener(event: number, listener: (touch: { x: number; y: number }) => void): boolean;
	}

	type CreateWidget = (type: number, options: object) => WidgetHandle;

	function deleteWidget(widget: WidgetHandle): void;

	/** DOC ui/getTextLayout.mdx */
	function getTextLayout(
		text: string,
		options: { text_size: number; text_width: number; wrapped?: 0 | 1; rows_max?: number },
	): { width: number; height: number };

	/** DOC ui/createWidget.mdx writes ONAL_AOD, most faces ONLY_AOD (COM); not every watch exports it (COM). */
	const show_level: { ONLY_NORMAL?: number; ONLY_AOD?: number; ONAL_AOD?: number; ONLY_EDIT?: number } | undefined;

	/** DOC ui/redraw.mdx. */
	const redraw: (() => void) | undefined;

	const system_status: { DISCONNECT: number };

	/** Only on square screens (DOC ui/setStatusBarVisible.mdx). */
	const setStatusBarVisible: ((visible: boolean) => void) | undefined;

	const setAppWidgetSize: ((size: { h: number }) => void) | undefined;
	const getAppWidgetSize: (() => { w: number; h: number; margin: number; radius: number }) | undefined;

	/** API 4.0 (DOC ui/widget/SYSTEM_KEYBOARD.mdx). */
	const inputType: { CHAR: number; NUM: number; EMOJI: number; VOICE?: number } | undefined;
	const createKeyboard:
		| ((option: {
				inputType: number;
				text?: string;
				onComplete: (keyboard: unknown, result?: { data?: unknown }) => void;
				onCancel: () => void;
		  }) => void)
		| undefined;
	const deleteKeyboard: (() => void) | undefined;

	/** API 4.2, and missing on some early firmware (COM). */
	const keyboard: { checkVoiceInputAvailable?: () => boolean } | undefined;
}

/** DOC media/Recorder.mdx, media/create.mdx. Whether a watch without a recorder has the module at all is not known. */
declare module "@zos/media" {
	interface Recorder {
		event: { START: number; STOP: number };
		setFormat(codec: number, options: { target_file: string }): void;
		start(): void;
		stop(): void;
		addEventListener(event: number, listener: (result?: boolean) => void): void;
	}
	interface Player {
		source: { FILE: number };
		event: { PREPARE: number; COMPLETE: number };
		setSource(source: number, options: { file: string }): void;
		prepare(): void;
		start(): void;
		stop(): void;
		addEventListener(event: number, listener: (result?: boolean) => void): void;
	}
	type Kind<Name extends string> = number & { readonly of: Name };
	const id: { PLAYER: Kind<"player">; RECORDER: Kind<"recorder"> };
	const codec: { OPUS: number };
	/** Null where there is none (COM). */
	const create: {
		(kind: Kind<"player">): Player | null | undefined;
		(kind: Kind<"recorder">): Recorder | null | undefined;
	};
}
