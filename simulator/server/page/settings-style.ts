/** The `style` objects of settings elements: CSS with names in camelCase (DOC guides/framework/app-settings/ui-intro). */

const WITHOUT_UNIT = /flex|weight|line-height|opacity|z-index|order/;

/** Replaces all inline style: what is left out keeps the looks of our style sheet. A number is a length in pixels. */
export function setStyle(element: HTMLElement, style: unknown): void {
	element.removeAttribute("style");
	if (typeof style !== "object" || style === null) return;
	for (const [name, value] of Object.entries(style)) {
		const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		const isLength = typeof value === "number" && value !== 0 && !WITHOUT_UNIT.test(property);
		element.style.setProperty(property, isLength ? `${value}px` : String(value));
	}
}
