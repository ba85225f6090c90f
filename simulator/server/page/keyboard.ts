/** The watch's system keyboard and dictation, as a text field below the watch: what is typed stands for what is said. */
import type { View } from "../protocol.ts";
import { byId, type Channel } from "./channel.ts";

export function createKeyboard(channel: Channel) {
	const form = byId("keyboard", HTMLFormElement);
	const label = byId("keyboard-label", HTMLLabelElement);
	const input = byId("keyboard-text", HTMLInputElement);
	const type = byId("keyboard-type", HTMLButtonElement);
	const dictate = byId("keyboard-dictate", HTMLButtonElement);
	let voice = false;

	form.onsubmit = (event) => {
		event.preventDefault();
		channel.send({ type: "keyboard", how: voice ? "dictate" : "type", text: input.value });
	};
	dictate.onclick = () => channel.send({ type: "keyboard", how: "dictate", text: input.value });
	byId("keyboard-cancel", HTMLButtonElement).onclick = () => channel.send({ type: "keyboard", how: "cancel" });
	input.onkeydown = (event) => {
		if (event.key === "Escape") channel.send({ type: "keyboard", how: "cancel" });
	};

	return {
		show(keyboard: View["keyboard"]): void {
			const opens = keyboard !== null && form.hidden;
			form.hidden = keyboard === null;
			if (keyboard === null) return;
			voice = keyboard.voice;
			label.textContent = voice ? "The watch is listening. What is said?" : "The watch's keyboard";
			type.hidden = voice;
			dictate.classList.toggle("main", voice);
			if (!opens) return;
			input.value = keyboard.text;
			input.focus();
		},
	};
}
