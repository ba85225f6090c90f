import { BasePage } from "@zeppos/zml/base-page";
import { align, createKeyboard, createWidget, deleteKeyboard, inputType, prop, widget } from "@zos/ui";

Page(
	BasePage({
		state: { said: null },
		build() {
			this.state.said = createWidget(widget.TEXT, {
				x: 60,
				y: 200,
				w: 360,
				h: 60,
				text: "silence",
				text_size: 32,
				color: 0xffffff,
				align_h: align.CENTER_H,
				align_v: align.CENTER_V,
			});
			this.addButton(110, "Shout", () => this.say("hello"));
			this.addButton(300, "Write", () => this.write());
		},
		addButton(y, text, click_func) {
			createWidget(widget.BUTTON, {
				x: 140,
				y,
				w: 200,
				h: 70,
				text,
				radius: 35,
				normal_color: 0x334455,
				press_color: 0,
				click_func,
			});
		},
		write() {
			createKeyboard({
				inputType: inputType.CHAR,
				text: "",
				onComplete: (_, { data }) => {
					deleteKeyboard();
					this.say(data);
				},
				onCancel: () => deleteKeyboard(),
			});
		},
		say(text) {
			this.show("…");
			this.request({ method: "say", text }).then(
				({ echo }) => this.show(echo),
				() => this.show("nobody there"),
			);
		},
		show(text) {
			this.state.said.setProperty(prop.TEXT, text);
		},
		onCall({ said }) {
			this.show(said);
		},
	}),
);
