/** What a finger meets. Knows boxes and order, nothing of events. */
import { contains, intersection, moved } from "./box.ts";
import { sizeOfPng } from "./png-size.ts";
import { numberOf, textOf } from "./props.ts";
import type { Box, Scene, Widget } from "./scene.ts";
import { childrenOf, containerBox, isContainer, isShown } from "./tree.ts";
import { buttonBox } from "./widgets/button.ts";
import { imageBox } from "./widgets/images.ts";

type Place = { x: number; y: number; clip: Box };

/**
 * The topmost visible widget whose box contains the point (screen pixels) and that takes taps: one of `handlers`, or a
 * BUTTON. Null where there is none; a disabled widget (`enable: false`) takes none.
 */
export function hitTest(scene: Scene, x: number, y: number, handlers: ReadonlySet<number>): number | null {
	const scroll = scene.scroll ?? { x: 0, y: 0 };
	const place = { x: -scroll.x, y: -scroll.y, clip: { x: 0, y: 0, w: scene.width, h: scene.height } };
	return hitChildren(scene, null, place, { x, y }, handlers);
}

function hitChildren(
	scene: Scene,
	parent: number | null,
	place: Place,
	point: { x: number; y: number },
	handlers: ReadonlySet<number>,
): number | null {
	for (const widget of childrenOf(scene, parent).reverse()) {
		if (!isShown(scene, widget)) continue;
		const box = intersection(moved(boxOnPage(scene, widget), place.x, place.y), place.clip);
		if (!contains(box, point.x, point.y)) continue;
		const inner = isContainer(widget)
			? hitChildren(scene, widget.id, placeIn(scene, widget, place), point, handlers)
			: null;
		if (inner !== null) return inner;
		if (takesTaps(widget, handlers)) return widget.id;
	}
	return null;
}

/** The box of a widget on the screen, nothing cut off. */
export function boxOnScreen(scene: Scene, widget: Widget): Box {
	const scroll = scene.scroll ?? { x: 0, y: 0 };
	let box = moved(boxOnPage(scene, widget), -scroll.x, -scroll.y);
	let parent = parentOf(scene, widget);
	while (parent !== undefined) {
		const outer = containerBox(scene, parent);
		box = moved(box, outer.x + numberOf(parent.props, "pos_x"), outer.y + numberOf(parent.props, "pos_y"));
		parent = parentOf(scene, parent);
	}
	return box;
}

export function parentOf(scene: Scene, { parent }: Widget): Widget | undefined {
	return scene.widgets.find(({ id }) => id === parent);
}

function placeIn(scene: Scene, widget: Widget, place: Place): Place {
	const box = moved(containerBox(scene, widget), place.x, place.y);
	const x = box.x + numberOf(widget.props, "pos_x");
	const y = box.y + numberOf(widget.props, "pos_y");
	return { x, y, clip: intersection(box, place.clip) };
}

function takesTaps(widget: Widget, handlers: ReadonlySet<number>): boolean {
	if (widget.props.enable === false) return false;
	return widget.type === "BUTTON" || handlers.has(widget.id);
}

/** The box of a widget where its container counts from. */
export function boxOnPage(scene: Scene, widget: Widget): Box {
	const { props } = widget;
	if (isContainer(widget)) return containerBox(scene, widget);
	if (widget.type === "CIRCLE") {
		const radius = numberOf(props, "radius");
		const size = radius * 2;
		return { x: numberOf(props, "center_x") - radius, y: numberOf(props, "center_y") - radius, w: size, h: size };
	}
	if (widget.type === "BUTTON") return buttonBox(props, imageSize(scene, textOf(props, "normal_src")));
	return imageBox(props, imageSize(scene, textOf(props, "src")) ?? { width: 0, height: 0 });
}

function imageSize(scene: Scene, path: string): { width: number; height: number } | null {
	const bytes = path === "" ? undefined : scene.readImage(path);
	return bytes ? sizeOfPng(bytes) : null;
}
