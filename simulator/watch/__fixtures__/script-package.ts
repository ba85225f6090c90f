/** Packages written in a test: plain scripts in the packager's wrapping, without the packager's five seconds. */
import { decodeDeviceManifest } from "../../package/manifest.ts";
import type { OpenedPackage } from "../../package/open-package.ts";

export type ScriptPackage = {
	appId?: number;
	/** Scripts by path without `.js`; `with` lets them see what the watch puts there. */
	scripts: Record<string, string>;
	permissions?: string[];
	texts?: Record<string, Record<string, string>>;
	assets?: Record<string, Uint8Array>;
	designWidth?: number;
	/** A face that can be edited. */
	editable?: boolean;
	app?: Record<string, unknown>;
};

const PLACES = ["watchface", "page", "app-widget", "data-widget", "app-service"];

/** A package whose modules are those that `scripts` has: `watchface/…`, `page/…`, `app-widget/…`, `data-widget/…`, `app-service/…`. */
export function scriptPackage(options: ScriptPackage): OpenedPackage {
	const { appId = 20001, scripts, permissions = [], texts = {}, assets = {}, designWidth = 480 } = options;
	const at = (place: string) => Object.keys(scripts).filter((path) => path.startsWith(`${place}/`));
	const [watchface, pages, cards, dataWidgets, services] = PLACES.map(at);
	const isFace = (watchface ?? []).length > 0;
	const manifest = decodeDeviceManifest({
		app: { appId, appName: "Script", appType: isFace ? "watchface" : "app", ...options.app },
		permissions,
		designWidth,
		module: {
			...(isFace ? { watchface: { path: watchface?.[0], editable: options.editable ? 1 : 0 } } : {}),
			page: { pages },
			"app-service": { services },
			"app-widget": { widgets: cards?.map((path) => ({ path })) },
			"data-widget": { widgets: dataWidgets?.map((path) => ({ path, window: { isPinned: 1 } })) },
		},
	});
	const files = Object.entries({ app: "App({})", ...scripts }).map(([path, code]): [string, Uint8Array] => [
		`${path}.js`,
		new TextEncoder().encode(wrapped(path, code)),
	]);
	const images = Object.entries(assets).map(([path, bytes]): [string, Uint8Array] => [`assets/${path}`, bytes]);
	return {
		manifest,
		appId,
		appType: manifest.appType,
		deviceFiles: new Map([...files, ...images]),
		sideFiles: new Map(),
		locales: new Map(Object.entries(texts).map(([language, words]) => [language, new Map(Object.entries(words))])),
	};
}

function wrapped(path: string, code: string): string {
	const holder = path === "app" ? "currentApp" : "currentApp.current";
	return `try{(()=>{const g=__$$hmAppManager$$__.${holder}.__globals__.__$$G$$__;(function(context){with(context){
const r=__$$R$$__,{createWidget,deleteWidget,widget,prop,event,align}=r("@zos/ui")||{};
${code}
}}).bind(g)(g)})()}catch(e){console.log("Mini Program Error",e)}`;
}
