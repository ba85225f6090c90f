import { launchApp } from "@zos/router";
import { Time } from "@zos/sensor";
import { align, createWidget, prop, show_level, widget } from "@zos/ui";
import { px } from "@zos/utils";

WatchFace({
	build() {
		const minutes = createWidget(widget.TEXT, {
			x: 0,
			y: px(180),
			w: px(480),
			h: px(120),
			text_size: px(80),
			color: 0xffffff,
			align_h: align.CENTER_H,
			text: "0",
			show_level: show_level.ONLY_NORMAL,
		});
		createWidget(widget.BUTTON, {
			x: px(140),
			y: px(340),
			w: px(200),
			h: px(80),
			text: "open",
			click_func: () => launchApp({ appId: 1109001, url: "page/index", params: { id: "1" } }),
		});
		let count = 0;
		new Time().onPerMinute(() => minutes.setProperty(prop.TEXT, String(++count)));
	},
});
