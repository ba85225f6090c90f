AppSettingsPage({
	build({ settingsStorage }) {
		return View({}, [
			TextInput({
				label: "Mark",
				value: settingsStorage.getItem("mark") || "",
				onChange: (value) => settingsStorage.setItem("mark", value),
			}),
			Toggle({ label: "Loud", settingsKey: "loud" }),
			Text({ paragraph: true }, settingsStorage.getItem("loud") === "true" ? "Very loud" : "Quiet"),
		]);
	},
});
