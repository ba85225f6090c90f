/** A tree of sources as small as the packager takes it, in a temporary folder, for the tests of packaging alone. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { ROOT } from "../places.ts";

const APP = 'App({ onCreate() { console.log("app"); } });\n';

const TINY_SOURCES: Readonly<Record<string, string>> = {
	"watchface/app.ts": APP,
	"watchface/index.ts": `
		import { getText } from "@zos/i18n";
		import { createWidget, widget } from "@zos/ui";
		WatchFace({ build() {
			createWidget(widget.TEXT, { text: getText("face.hello") });
			createWidget(widget.IMG, { src: \`digit-\${new Date().getDay()}.png\` });
		} });`,
	"page/app.ts": APP,
	"page/ask.ts": "Page({});",
	"page/read.ts": "Page({});",
	"page/speak.ts": "Page({});",
	"page/say.ts": "Page({});",
	"page/act.ts": "Page({});",
	"page/ring.ts": "Page({});",
	"page/index.ts": 'import { getText } from "@zos/i18n";\nPage({ build() { console.log(getText("page.ask")); } });',
	"app-widget/index.ts":
		'import { getText } from "@zos/i18n";\nAppWidget({ build() { console.log(getText("card.open")); } });',
	"app-service/index.ts": 'AppService({ onInit() { console.log("service"); } });',
	"app-side/index.ts": 'AppSideService({ onInit() { console.log("side"); } });',
	"setting/index.ts":
		'import { gettext } from "i18n";\nAppSettingsPage({ build() { return Text({}, gettext("settings.key")); } });',
	"data-widget/app.ts": APP,
	"data-widget/index.ts": 'DataWidget({ build() { console.log("workout"); } });',
	"core/words/en-US.json": JSON.stringify({
		"face.hello": 'Say "hello"',
		"page.ask": "Ask",
		"card.open": "Open",
		"settings.key": "Your key\nhere",
	}),
	"core/words/de-DE.json": JSON.stringify({
		"face.hello": 'Sag "hallo"',
		"page.ask": "Fragen",
		"card.open": "Öffnen",
		"settings.key": "Dein Schlüssel\nhier",
	}),
};

export type TinyTree = {
	readonly root: string;
	write(path: string, content: string | Uint8Array): void;
	remove(): void;
};

export function createTinyTree(): TinyTree {
	const root = mkdtempSync(join(tmpdir(), "askface-tiny-"));
	const write = (path: string, content: string | Uint8Array) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), content);
	};
	for (const [path, text] of Object.entries(TINY_SOURCES)) write(path, text);
	cpSync(join(ROOT, "app.json"), join(root, "app.json"));
	for (const image of ["icon.png", "preview.png", "digit-0.png", "digit-1.png", "unused.png"]) {
		write(`assets/common/${image}`, square(248));
	}
	return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function square(side: number): Uint8Array {
	const canvas = createCanvas(side, side);
	const pen = canvas.getContext("2d");
	pen.fillStyle = "#20c0a0";
	pen.fillRect(side / 4, side / 4, side / 2, side / 2);
	return canvas.toBuffer("image/png");
}
