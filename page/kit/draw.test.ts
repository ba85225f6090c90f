import { expect, it } from "vitest";
import type { Piece, WidgetHandle } from "../../device/widgets/widgets.ts";
import { createDrawing } from "./draw.ts";
import type { Shown, Tap } from "./model.ts";

/** A screen that keeps its widgets in the order in which they were made, as the watch does. */
function screen(told: () => void = () => undefined) {
	const widgets: { handle: WidgetHandle; piece: Piece; visible: boolean; touch: (long: boolean) => void }[] = [];
	let calls = 0;
	let settled = 0;
	const find = (handle: WidgetHandle) => {
		const found = widgets.find((other) => other.handle === handle);
		if (found === undefined) throw new Error("a widget that is not there");
		return found;
	};
	const taps: Tap[] = [];
	const drawing = createDrawing(
		{
			create: (piece, touch) => {
				calls++;
				const handle: WidgetHandle = { setProperty: () => true, addEventListener: () => true };
				widgets.push({ handle, piece, visible: true, touch });
				return handle;
			},
			update: (handle, piece) => {
				calls++;
				find(handle).piece = piece;
			},
			hide: (handle) => {
				calls++;
				find(handle).visible = false;
			},
			settle: () => {
				settled++;
			},
			remove: (handle) => {
				calls++;
				widgets.splice(widgets.indexOf(find(handle)), 1);
			},
		},
		(tap) => {
			taps.push(tap);
			told();
		},
	);
	const seen = () => widgets.filter(({ visible }) => visible).map(({ piece }) => piece);
	const callsOf = (act: () => void) => {
		calls = 0;
		act();
		return calls;
	};
	return { ...drawing, widgets, seen, taps, callsOf, settled: () => settled };
}

const text = (words: string, y = 0): Shown => ({ kind: "text", x: 0, y, w: 9, h: 9, text: words, size: 20, color: 1 });
const key = (words: string, fill: number, tap: Tap): Shown => {
	return { kind: "button", x: 0, y: 0, w: 9, h: 9, text: words, size: 20, color: 1, fill, pressed: 0, tap };
};
const arc: Shown = { kind: "arc", x: 0, y: 0, w: 9, h: 9, color: 1, width: 2, from: 0, to: 9 };
const touch: Shown = {
	kind: "hold",
	x: 0,
	y: 0,
	w: 99,
	h: 99,
	tap: { kind: "turn", by: 1 },
	hold: { kind: "receipt" },
};

/** Without what is no widget's. */
const plain = (pieces: readonly Shown[]) =>
	pieces.map(({ kind, ...rest }) => `${kind} ${"text" in rest ? rest.text : ""}`).sort();

it("draws what it is given and nothing else, whatever came before", () => {
	const { draw, seen } = screen();
	const screens: Shown[][] = [
		[text("a"), key("Ask", 1, { kind: "home" })],
		[arc, text("3"), text("Asking"), key("Cancel", 2, { kind: "cancel" })],
		[text("line 1", 1), text("line 2", 2), text("line 3", 3), touch],
		[],
		[text("b"), key("Ask", 1, { kind: "home" }), key("More", 2, { kind: "chips" })],
	];
	for (const pieces of [...screens, ...screens.reverse()]) {
		draw(pieces);
		expect(plain(seen())).toEqual(plain(pieces));
	}
});

it("costs no call when nothing has changed, and two when one text has: some watches renew none in place", () => {
	const { draw, callsOf } = screen();
	const pieces = [text("a"), text("b", 5), key("Ask", 1, { kind: "home" })];
	draw(pieces);
	expect(callsOf(() => draw(pieces.map((piece) => ({ ...piece }))))).toBe(0);
	expect(callsOf(() => draw([text("a"), text("c", 5), key("Ask", 1, { kind: "home" })]))).toBe(2);
});

it("holds no more widgets than the fullest screen has", () => {
	const { draw, widgets } = screen();
	for (let n = 0; n < 40; n++) {
		draw([text("a"), text("b"), text("c"), touch]);
		draw([arc, text("a"), key("Ask", 1, { kind: "home" })]);
	}
	expect(widgets.length).toBeLessThanOrEqual(6);
});

it("keeps texts above a ring and what feels a touch above all", () => {
	const { draw, widgets } = screen();
	draw([text("a"), touch]);
	draw([arc, text("a"), text("b"), touch]);
	const kinds = widgets.filter(({ visible }) => visible).map(({ piece }) => piece.kind);
	expect(kinds).toEqual(["arc", "text", "text", "hold"]);
});

it("means by a touch what is there now, also on a widget that is used again", () => {
	const { draw, widgets, taps } = screen();
	draw([key("Ask", 1, { kind: "home" }), touch]);
	draw([key("Cancel", 1, { kind: "cancel" }), touch]);
	for (const { touch } of widgets) touch(false);
	for (const { touch } of widgets) touch(true);
	expect(taps).toEqual([{ kind: "cancel" }, { kind: "turn", by: 1 }, { kind: "receipt" }]);
});

it("makes another button for another colour, which a watch cannot change", () => {
	const { draw, seen } = screen();
	draw([key("Ask", 1, { kind: "home" })]);
	draw([key("Ask", 2, { kind: "home" })]);
	expect(seen()).toMatchObject([{ fill: 2 }]);
});

it("never deletes a button in its own callback, but hides it and deletes it with the next change", () => {
	let act = (): void => undefined;
	const { draw, widgets, seen, settled } = screen(() => act());
	draw([key("Ask", 1, { kind: "home" })]);
	act = () => draw([text("a")]);
	widgets[0]?.touch(false);
	expect(plain(seen())).toEqual(["text a"]);
	expect(widgets).toHaveLength(2);
	draw([text("b")]);
	expect(widgets).toHaveLength(1);
	expect(settled()).toBe(2);
});

it("draws everything anew on a screen that the watch has emptied", () => {
	const { draw, lose, seen, widgets } = screen();
	draw([text("a"), touch]);
	widgets.length = 0;
	lose();
	draw([text("a"), touch]);
	expect(plain(seen())).toEqual(["hold ", "text a"]);
});
