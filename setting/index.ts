import { gettext } from "i18n";
import { createPage } from "./page.ts";

const page = createPage(gettext, Date.now);

AppSettingsPage({
	build(props) {
		return page.draw(props.settingsStorage);
	},
});
