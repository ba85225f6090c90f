/** The probe's settings page: the report to copy, three things to use for step `settings`, and the servers of the last steps. */
// The packager takes a settings page without an import for a module of Node's, which the Zepp app has no room for (PKG).
import "i18n";
import { reportText } from "../steps.ts";

AppSettingsPage({
	build({ settingsStorage: storage }) {
		const stored = (key: string) => storage.getItem(key) ?? "";
		const field = (label: string, key: string, placeholder: string) =>
			TextInput({ label, placeholder, value: stored(key), onChange: (value) => storage.setItem(key, value) });
		const report = reportText(stored);
		return View({}, [
			Section({ title: "REPORT" }, [
				Text({ paragraph: true }, report),
				TextInput({ label: "Copy from here", multiline: true, rows: 6, value: report, onChange: () => undefined }),
			]),
			Section({ title: "EVENTS" }, [
				Button({ label: "PRESS", onClick: () => storage.setItem("event.button", "click") }),
				TextInput({
					label: "Type seven",
					value: stored("event.text"),
					onChange: (value) => storage.setItem("event.text", typeof value),
				}),
				Toggle({
					label: "Turn me on",
					value: stored("event.toggle") !== "",
					onChange: (value) => storage.setItem("event.toggle", typeof value),
				}),
			]),
			Section({ title: "SERVERS, best left empty" }, [
				field("A server as httpbin.org", "server", "https://httpbin.org"),
				field("Another host", "other", "https://postman-echo.com"),
			]),
		]);
	},
});
