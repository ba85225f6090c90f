/** The probe's card. It tells the app's page that it was there, for step `launch`: whether card and page share one app. */
import { createWidget, widget } from "@zos/ui";

AppWidget({
	build() {
		const holder: { card?: boolean } = Object(getApp()._options.globalData);
		holder.card = true;
		createWidget(widget.TEXT, { x: 20, y: 10, w: 300, h: 40, text: "Probe card", text_size: 28, color: 0xffffff });
	},
});
