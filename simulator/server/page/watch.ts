/** The watch's screen and what a finger, a wheel or a key does to it. Owns the canvas; coordinates are screen pixels. */
import type { Direction, View } from "../protocol.ts";
import { byId, type Channel } from "./channel.ts";

const LONG_PRESS_MS = 600;
/** A finger that moved less than this, in screen pixels, has tapped. */
const SWIPE_PX = 40;
/** Turning a wheel towards oneself turns the crown clockwise, which counts negative on a watch. */
const CROWN_DEGREES_A_PIXEL = -0.3;
const CROWN_KEY_DEGREES = -30;

const ARROWS: Record<string, Direction> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

export function createWatchScreen(channel: Channel) {
	const canvas = byId("watch", HTMLCanvasElement);
	const bezel = byId("bezel", HTMLElement);
	const pen = canvas.getContext("2d");
	let pressed: { x: number; y: number; timer: number; done: boolean } | null = null;
	let newest = 0;
	/** Where the picture stands on the glass, and how large. */
	let shown = { left: 0, top: 0, scale: 1 };

	function place(event: PointerEvent): { x: number; y: number } {
		const box = canvas.getBoundingClientRect();
		const x = ((event.clientX - box.left) / box.width) * canvas.width;
		const y = ((event.clientY - box.top) / box.height) * canvas.height;
		return { x: Math.round((x - shown.left) / shown.scale), y: Math.round((y - shown.top) / shown.scale) };
	}

	canvas.addEventListener("pointerdown", (event) => {
		const at = place(event);
		canvas.setPointerCapture(event.pointerId);
		const timer = window.setTimeout(() => {
			if (!pressed) return;
			pressed.done = true;
			channel.send({ type: "long-press", ...at });
		}, LONG_PRESS_MS);
		pressed = { ...at, timer, done: false };
	});

	canvas.addEventListener("pointerup", (event) => {
		const began = pressed;
		pressed = null;
		if (!began) return;
		clearTimeout(began.timer);
		if (began.done) return;
		const at = place(event);
		const direction = swipeOf(at.x - began.x, at.y - began.y);
		channel.send(direction ? { type: "swipe", direction } : { type: "tap", x: began.x, y: began.y });
	});

	canvas.addEventListener("pointermove", (event) => {
		if (!pressed) return;
		const at = place(event);
		if (swipeOf(at.x - pressed.x, at.y - pressed.y)) clearTimeout(pressed.timer);
	});

	canvas.addEventListener("pointercancel", () => {
		if (pressed) clearTimeout(pressed.timer);
		pressed = null;
	});

	canvas.addEventListener("contextmenu", (event) => event.preventDefault());

	canvas.addEventListener(
		"wheel",
		(event) => {
			event.preventDefault();
			channel.send({ type: "crown", degrees: Math.round(event.deltaY * CROWN_DEGREES_A_PIXEL) });
		},
		{ passive: false },
	);

	canvas.addEventListener("keydown", (event) => {
		const direction = ARROWS[event.key];
		if (direction) channel.send({ type: "swipe", direction });
		else if (event.key === "PageDown") channel.send({ type: "crown", degrees: CROWN_KEY_DEGREES });
		else if (event.key === "PageUp") channel.send({ type: "crown", degrees: -CROWN_KEY_DEGREES });
		else if (event.key === "Escape" || event.key === "Backspace") channel.send({ type: "button", button: "back" });
		else if (event.key === "Home") channel.send({ type: "button", button: "home" });
		else return;
		event.preventDefault();
	});

	for (const [id, button] of [
		["crown", "home"],
		["back", "back"],
	] as const) {
		byId(id, HTMLButtonElement).onclick = () => channel.send({ type: "button", button });
	}

	return {
		shape({ width, height, shape, cornerRadius }: View["device"]): void {
			if (canvas.width === width && canvas.height === height && bezel.dataset.shape === shape) return;
			canvas.width = width;
			canvas.height = height;
			bezel.dataset.shape = shape;
			bezel.style.setProperty("--ratio", `${width} / ${height}`);
			bezel.style.setProperty("--corner", `${(cornerRadius / width) * 100}% / ${(cornerRadius / height) * 100}%`);
		},
		/** Decoding takes its time: a picture that a newer one has overtaken is dropped. */
		async draw(png: Blob): Promise<void> {
			newest += 1;
			const mine = newest;
			const image = await createImageBitmap(png);
			if (mine === newest && pen) {
				pen.clearRect(0, 0, canvas.width, canvas.height);
				shown = placeOnGlass(image, canvas, bezel.dataset.shape === "round");
				pen.drawImage(image, shown.left, shown.top, image.width * shown.scale, image.height * shown.scale);
			}
			image.close();
		},
	};
}

/** A card is smaller than the screen: it stands in the middle, and its corners inside a round glass. */
function placeOnGlass(image: Size, glass: Size, isRound: boolean): { left: number; top: number; scale: number } {
	const isCard = image.width < glass.width;
	const scale = isCard && isRound ? Math.min(1, glass.width / Math.hypot(image.width, image.height)) : 1;
	const left = isCard ? Math.round((glass.width - image.width * scale) / 2) : 0;
	const top = isCard ? Math.round((glass.height - image.height * scale) / 2) : 0;
	return { left, top, scale };
}

type Size = { width: number; height: number };

function swipeOf(dx: number, dy: number): Direction | null {
	if (Math.max(Math.abs(dx), Math.abs(dy)) < SWIPE_PX) return null;
	if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? "right" : "left";
	return dy > 0 ? "down" : "up";
}
