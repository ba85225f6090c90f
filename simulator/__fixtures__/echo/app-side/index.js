import { BaseSideService } from "@zeppos/zml/base-side";

AppSideService(
	BaseSideService({
		async onRequest({ text }, answer) {
			const url = this.settings.getItem("url");
			const reply = url ? (await fetch({ url, method: "POST", body: text })).body : text;
			answer(null, { echo: `${reply}${this.settings.getItem("mark") || "!"}` });
		},
		onSettingsChange({ key, newValue }) {
			if (key === "mark") this.call({ said: `now with ${newValue}` });
		},
	}),
);
