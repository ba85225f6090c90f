import { BasePage } from "@zeppos/zml/base-page";
import { getDeviceInfo } from "@zos/device";
import { getText } from "@zos/i18n";
import { createWidget, prop, widget } from "@zos/ui";
import { px } from "@zos/utils";

const { width } = getDeviceInfo();

Page(
	BasePage({
		build() {
			const answer = createWidget(widget.TEXT, { x: 0, y: px(100), w: width, h: px(60), text: "" });
			createWidget(widget.BUTTON, {
				x: 0,
				y: px(200),
				w: width,
				h: px(80),
				text: getText("ask"),
				click_func: () => {
					this.request({ method: "echo", params: { text: "hällo 🙂" } })
						.then((result) => answer.setProperty(prop.TEXT, result.text))
						.catch((error) => answer.setProperty(prop.TEXT, `failed: ${error}`));
				},
			});
		},
	}),
);
