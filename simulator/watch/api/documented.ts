/** Names that the vendor's declarations leave out, from its documentation (DOC) or from apps that people run (COM). */
export type Declared = {
	module: string;
	name: string;
	kind: "const" | "function" | "class";
	/** Dotted API level that it came with. */
	level: string;
	/** Of a class or of the interface that a const has: its methods and their levels. */
	methods: Readonly<Record<string, string>>;
	/** The code that the manifest must list for it. */
	permission?: string;
};

/** `module | level | kind | names`. */
const ROWS = [
	// DOC ui/*.mdx
	"@zos/ui | 2.0 | function | deleteWidget getTextLayout setStatusBarVisible updateStatusBarTitle",
	"@zos/ui | 2.0 | function | getAppWidgetSize setAppWidgetSize createDialog getImageInfo redraw showToast",
	"@zos/ui | 2.0 | function | getRtlLayout relayoutRtl",
	"@zos/ui | 4.0 | function | createKeyboard deleteKeyboard updateLayout updateLayoutStyle openInspector",
	"@zos/ui | 2.0 | const | show_level system_status date anim_status",
	"@zos/ui | 4.0 | const | inputType SCROLL_LIST",
	// DOC media/*.mdx
	"@zos/media | 3.0 | function | create",
	"@zos/media | 3.0 | const | id codec",
	// COM: zml 0.0.43 needs them; DOC for createSysTimer only
	"@zos/timer | 2.0 | function | setTimeout clearTimeout setInterval clearInterval",
	// COM: zml's page.request() resolves through them
	"@zos/app | 2.0 | function | onMessage postMessage offMessage",
	// DOC storage/*.mdx, share-storage/*.mdx, crypto/*.mdx
	"@zos/storage | 4.2 | class | TypedStorage ShareLocalStorage ShareTypedStorage",
	"@zos/share-storage | 4.2 | class | FileSystem LocalStorage TypedStorage",
	"@zos/crypto | 4.2 | class | AESCrypto CRCCrypto DigestCrypto ECDSACrypto",
	"@zos/crypto | 4.2 | function | encryptKey",
];

const KEYBOARD_METHODS = [
	"setContentRect getContentRect getTextContext inputText backspace clearInput sendFnKey inputBuffer getBuffer",
	"clearBuffer switchInputType checkVoiceInputAvailable isEnabled isSelected gotoSettings",
].flatMap((row) => row.split(" "));

export const DOCUMENTED: readonly Declared[] = [
	...ROWS.flatMap(decodeRow),
	// DOC ui/keyboard.mdx
	{
		module: "@zos/ui",
		name: "keyboard",
		kind: "const",
		level: "4.2",
		methods: Object.fromEntries(KEYBOARD_METHODS.map((name) => [name, "4.2"])),
	},
];

function decodeRow(row: string): Declared[] {
	const [module = "", level = "", kind = "", names = ""] = row.split("|").map((cell) => cell.trim());
	if (kind !== "const" && kind !== "function" && kind !== "class") throw new Error(`bad row: ${row}`);
	return names.split(" ").map((name) => ({ module, name, kind, level, methods: {} }));
}
