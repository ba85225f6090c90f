import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { APP_ID, createPocket } from "./__fixtures__/pocket.ts";
import type { SettingsNode, SettingsPage } from "./settings-page.ts";
import { createSettingsStorage } from "./settings-storage.ts";

async function open(setting: string, language = "en-US") {
	const pocket = await createPocket({ setting }, { phone: { language } });
	const page = pocket.phone.settingsPage(APP_ID);
	if (!page) throw new Error("no page");
	return { ...pocket, page, storage: pocket.phone.settings(APP_ID) };
}

function find(page: SettingsPage, element: string): SettingsNode {
	const search = (node: SettingsNode | string): SettingsNode | undefined => {
		if (typeof node === "string") return undefined;
		return node.element === element ? node : node.children.map(search).find((found) => found !== undefined);
	};
	const root = page.render();
	const found = root && search(root);
	if (!found) throw new Error(`no ${element}`);
	return found;
}

const FORM = `
	AppSettingsPage({
		state: { clicks: 0 },
		build(props) {
			const store = props.settingsStorage;
			return View({ style: { padding: "8px" } }, [
				Text({ bold: true }, ["Hello ", store.getItem("name") || "nobody"]),
				[[TextInput({ label: "Name", value: store.getItem("name"), onChange: (value) => store.setItem("name", value.trim()) })]],
				store.getItem("name") && Button({ label: "Forget", onClick: () => { this.state.clicks += 1; store.removeItem("name"); } }),
				Toggle({ label: "Loud", settingsKey: "loud" }),
				Select({ label: "Size", value: store.getItem("size") || "m", options: [{ name: "M", value: "m" }], onChange: (value) => store.setItem("size", value) }),
				Slider({ label: "Rate", min: 1, max: 9, settingsKey: "rate" }),
			]);
		},
	});`;

test("the tree holds elements, their children and what the inputs display", async () => {
	const { page } = await open(FORM);
	expect(page.render()).toMatchObject({
		id: "0",
		element: "View",
		props: { style: { padding: "8px" } },
		children: [
			{ element: "Text", props: { bold: true }, acts: false, children: ["Hello ", "nobody"] },
			{ element: "TextInput", value: "", acts: true, props: { label: "Name" } },
			{ element: "Toggle", value: false, acts: true },
			{ element: "Select", value: "m" },
			{ element: "Slider", value: 1 },
		],
	});
});

test("an act is of the tree that the person saw, also when its places have moved since", async () => {
	const { page, storage } = await open(FORM);
	storage.set("name", "Ada", "desktop");
	const button = find(page, "Button").id;
	const { revision } = page.render() ?? {};
	storage.remove("name", "desktop");
	expect(find(page, "Toggle").id).toBe(button);
	page.act(button, undefined, revision);
	expect(storage.get("loud")).toBeUndefined();
	page.act(button, true);
	expect(storage.get("loud")).toBe("true");
});

test("what the person does is stored and the page is built again", async () => {
	const { page, storage } = await open(FORM);
	let changes = 0;
	page.onChange(() => {
		changes += 1;
	});
	page.act(find(page, "TextInput").id, "  Ada ");
	expect(storage.get("name")).toBe("Ada");
	expect(find(page, "Text").children).toEqual(["Hello ", "Ada"]);
	expect(find(page, "TextInput").value).toBe("Ada");
	page.act(find(page, "Toggle").id, true);
	page.act(find(page, "Slider").id, 4);
	page.act(find(page, "Select").id, "l");
	expect(storage.all()).toEqual({ name: "Ada", loud: "true", rate: "4", size: "l" });
	expect([find(page, "Toggle").value, find(page, "Slider").value, find(page, "Select").value]).toEqual([true, 4, "l"]);
	page.act(find(page, "Button").id);
	expect(storage.get("name")).toBeUndefined();
	expect(changes).toBe(5);
});

test("what the Side Service writes is shown", async () => {
	const { page, storage } = await open(FORM);
	page.render();
	storage.set("name", "from the service", "service");
	expect(find(page, "TextInput").value).toBe("from the service");
});

/** As the packager writes `import { gettext } from "i18n"` into a settings page. */
const TRANSLATED = `
	const gettext = HmUtils.gettextFactory({ "en-US": { hi: "Hi" }, "de-DE": { hi: "Hallo %s" } },
		new HmUtils.Lang(HmUtils.getLanguage(userSettings)), "en-US");
	AppSettingsPage({ build: () => Text({}, gettext("hi", "Ada")) });`;

test("words come in the phone's language, else in the package's own", async () => {
	expect((await open(TRANSLATED, "de-DE")).page.render()?.children).toEqual(["Hallo Ada"]);
	expect((await open(TRANSLATED, "fr-FR")).page.render()?.children).toEqual(["Hi Ada"]);
});

test("a build that throws shows nothing and says why", async () => {
	const { page, logs } = await open("AppSettingsPage({ build() { return missing; } });");
	expect(page.render()).toBeNull();
	expect(logs[0]).toMatch(/^build threw ReferenceError/);
});

test("an act on a node that is gone does nothing", async () => {
	const { page, storage } = await open(FORM);
	page.act("0.99", "x");
	expect(storage.all()).toEqual({});
});

test("no page for a package without one, nor while the Zepp app is closed", async () => {
	const pocket = await createPocket({ side: "AppSideService({})" });
	expect(pocket.phone.settingsPage(APP_ID)).toBeNull();
	const open = await createPocket({ setting: FORM });
	open.phone.close();
	expect(open.phone.settingsPage(APP_ID)).toBeNull();
});

test("settings outlive the run in a folder, and a file that is broken is not overwritten", () => {
	const folder = mkdtempSync(join(tmpdir(), "settings-"));
	try {
		const file = join(folder, "deep", "settings.json");
		createSettingsStorage(file).set("key", "välue", "page");
		expect(createSettingsStorage(file).all()).toEqual({ key: "välue" });
		writeFileSync(file, "{");
		expect(() => createSettingsStorage(file)).toThrow();
		expect(readFileSync(file, "utf8")).toBe("{");
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("on phones without removeItem it is not there", async () => {
	const setting = `AppSettingsPage({ build: ({ settingsStorage }) => Text({}, typeof settingsStorage.removeItem) });`;
	const pocket = await createPocket({ setting }, { phone: { removableSettings: false } });
	expect(pocket.phone.settingsPage(APP_ID)?.render()?.children).toEqual(["undefined"]);
});
