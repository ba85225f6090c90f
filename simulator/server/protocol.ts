/**
 * What the page on localhost and the server say to each other over the WebSocket, as JSON; a binary message is a PNG of
 * the watch's screen, and from the page a WAV file for its microphone. Owns the shapes and the decoder of what the page sends. Rule: the page holds no state of its own.
 */
import type { SettingsNode } from "../phone/settings-node.ts";

export type Choice = { id: string; name: string };

/** Something about the watch's day that the page can change. A number that is null was not measured. */
export type Condition = { id: string; label: string } & (
	| { kind: "switch"; value: boolean }
	| { kind: "time"; value: string }
	| { kind: "number"; value: number | null; min: number; max: number }
	| { kind: "choice"; value: string; choices: Choice[] }
);

/** Something that a newcomer may try, and whether they have. */
export type Step = { text: string; done: boolean };

/** All that the page shows but the screen's picture, the settings and the log. */
export type View = {
	device: { id: string; name: string; width: number; height: number; shape: "round" | "square"; cornerRadius: number };
	devices: Choice[];
	language: string;
	languages: Choice[];
	/** What can be opened; `id` is the surface and the appId, such as `page:25001`. */
	surfaces: (Choice & { about: string })[];
	surface: string;
	screen: "on" | "aod" | "off";
	keyboard: { voice: boolean; text: string } | null;
	/** In reading order, with the middle of each in screen pixels. */
	texts: { text: string; x: number; y: number }[];
	/** What the recorder hears, `soundMs` of it and then silence; null on a watch that is not known to have one. */
	microphone: { soundMs: number } | null;
	link: { connected: boolean; bytesUp: number; bytesDown: number; framesUp: number; framesDown: number; lost: number };
	phone: {
		open: boolean;
		online: boolean;
		profile: string;
		services: { id: number; name: string; running: boolean }[];
	};
	conditions: Condition[];
	steps: Step[];
	heap: { name: string; kilobytes: number; peakKilobytes: number }[];
};

export type LogLine = { time: string; source: string; level: string; text: string };

export type ServerMessage =
	| { type: "view"; view: View }
	/** What takes its time just now, in words; "" once it is done. */
	| { type: "busy"; text: string }
	| { type: "settings"; title: string; tree: SettingsNode | null }
	| { type: "log"; lines: LogLine[]; fresh: boolean };

export type PageMessage =
	| { type: "tap" | "long-press"; x: number; y: number }
	| { type: "swipe"; direction: Direction }
	| { type: "crown"; degrees: number }
	| { type: "button"; button: "home" | "back" }
	| { type: "screen"; screen: View["screen"] }
	| { type: "wrist-down" }
	/** The person is busy beside the watch, and has not left it. */
	| { type: "look-on" }
	| { type: "condition"; id: string; value: string | number | boolean | null }
	| { type: "keyboard"; how: "type" | "dictate"; text: string }
	| { type: "keyboard"; how: "cancel" }
	| { type: "open"; surface: string }
	| { type: "choose"; device: string; language: string }
	| { type: "link"; connected: boolean }
	| { type: "phone"; open: boolean }
	| { type: "network"; online: boolean }
	| { type: "kill"; service: number }
	/** `revision`: of the tree that the person saw. */
	| { type: "act"; node: string; revision?: number; value?: string | boolean | number | string[] };

export type Direction = "up" | "down" | "left" | "right";

const DIRECTIONS: readonly string[] = ["up", "down", "left", "right"];
const SCREENS: readonly string[] = ["on", "aod", "off"];

type Field = (value: unknown) => boolean;
const isText: Field = (value) => typeof value === "string";
const isNumber: Field = (value) => typeof value === "number" && Number.isFinite(value);
const isFlag: Field = (value) => typeof value === "boolean";
const oneOf =
	(allowed: readonly string[]): Field =>
	(value) =>
		typeof value === "string" && allowed.includes(value);
const isEntry: Field = (value) =>
	value === undefined ||
	isText(value) ||
	isNumber(value) ||
	isFlag(value) ||
	(Array.isArray(value) && value.every(isText));

const SHAPES: Record<string, Record<string, Field>> = {
	tap: { x: isNumber, y: isNumber },
	"long-press": { x: isNumber, y: isNumber },
	swipe: { direction: oneOf(DIRECTIONS) },
	crown: { degrees: isNumber },
	button: { button: oneOf(["home", "back"]) },
	screen: { screen: oneOf(SCREENS) },
	"wrist-down": {},
	"look-on": {},
	condition: { id: isText, value: (value) => value === null || isText(value) || isNumber(value) || isFlag(value) },
	keyboard: { how: oneOf(["type", "dictate", "cancel"]) },
	open: { surface: isText },
	choose: { device: isText, language: isText },
	link: { connected: isFlag },
	phone: { open: isFlag },
	network: { online: isFlag },
	kill: { service: isNumber },
	act: { node: isText, revision: (value) => value === undefined || isNumber(value), value: isEntry },
};

/** Null for what is no message of the page. */
export function decodePageMessage(json: string): PageMessage | null {
	const value = parse(json);
	if (typeof value !== "object" || value === null) return null;
	const fields = new Map<string, unknown>(Object.entries(value));
	const type = fields.get("type");
	const shape = typeof type === "string" && Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
	if (!shape || !Object.entries(shape).every(([name, fits]) => fits(fields.get(name)))) return null;
	if (type === "keyboard" && fields.get("how") !== "cancel" && !isText(fields.get("text"))) return null;
	return value as PageMessage;
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json) as unknown;
	} catch {
		return null;
	}
}
