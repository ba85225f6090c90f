import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTinyTree, type TinyTree } from "./__fixtures__/tiny-tree.ts";
import { stagePackage } from "./stage.ts";

let tree: TinyTree;
let folder: string;

beforeEach(() => {
	tree = createTinyTree();
	folder = mkdtempSync(join(tmpdir(), "askface-stage-"));
});

afterEach(() => {
	tree.remove();
	rmSync(folder, { recursive: true, force: true });
});

function staged(path: string): string {
	return readFileSync(join(folder, path), "utf8");
}

describe("staging", () => {
	it("derives a manifest that names only the package's own modules, under its own id", async () => {
		const { manifest } = await stagePackage("face", folder, tree.root);
		expect(JSON.parse(staged("app.json"))).toEqual(manifest);
		expect(manifest.app).toMatchObject({ appId: 24101, appType: "watchface" });
		expect(Object.keys(manifest.targets.common?.module ?? {})).toEqual(["watchface"]);
		expect(manifest.runtime.apiVersion.minVersion).toBe("3.6");
		expect(Object.keys(manifest.i18n)).toEqual(["de-DE", "en-US"]);
	});

	it("marks the workout extension as one", async () => {
		const { manifest } = await stagePackage("workout", folder, tree.root);
		expect(manifest.app).toMatchObject({ appType: "app", extType: "workout" });
	});

	it.each(["face", "companion", "workout"] as const)(
		"leaves the entries of %s as statements of their own",
		async (name) => {
			const { bundles } = await stagePackage(name, folder, tree.root);
			for (const path of Object.keys(bundles)) {
				expect(staged(path)).toMatch(
					/^(App|WatchFace|Page|AppWidget|DataWidget|AppService|AppSideService|AppSettingsPage)\(/m,
				);
			}
		},
	);

	it("calls nothing of ours by the names that the packager takes for its own lengths", async () => {
		tree.write(
			"page/index.ts",
			"const px = (n) => n + now; let now = 1; Page({ px, build() { px(3); this.px(4); now++ } });",
		);
		await stagePackage("companion", folder, tree.root);
		expect(staged("page/index.mjs")).not.toMatch(/\b(px|dp)\b/);
		expect(staged("page/index.mjs")).toContain("px_(4)");
	});

	it("stops on a module that registers nothing", async () => {
		tree.write("page/index.ts", "export const build = 1;");
		await expect(stagePackage("companion", folder, tree.root)).rejects.toThrow("page/index.ts calls no Page(...)");
	});

	it("gives a module the words that its code names, and no others", async () => {
		await stagePackage("companion", folder, tree.root);
		expect(staged("page/i18n/de-DE.po")).toContain('msgid "page.ask"\nmsgstr "Fragen"');
		expect(staged("page/i18n/de-DE.po")).toContain('msgid "card.open"');
		expect(staged("page/i18n/de-DE.po")).not.toContain("settings.key");
		expect(staged("setting/i18n/en-US.po")).toContain('msgstr "Your key\\nhere"');
	});

	it("carries the images that the package names, whole families of numbered ones, and no others", async () => {
		const face = await stagePackage("face", folder, tree.root);
		expect(face.images.r).toEqual(expect.arrayContaining(["digit-0.png", "digit-1.png"]));
		expect(face.images.r).not.toContain("unused.png");
		expect(readdirSync(join(folder, "assets", "common.s")).sort()).toEqual(face.images.s);
		const companion = await stagePackage("companion", join(folder, "companion"), tree.root);
		expect(companion.images.r).toEqual(["icon.png"]);
	});

	it("puts an image of one shape in the place of the common one", async () => {
		tree.write("assets/common.s/icon.png", "square");
		await stagePackage("companion", folder, tree.root);
		expect(staged("assets/common.s/icon.png")).toBe("square");
		expect(staged("assets/common.r/icon.png")).not.toBe("square");
	});

	it.each([
		["face", "watchface/index.ts"],
		["companion", "app-side/index.ts"],
		["workout", "data-widget/app.ts"],
	] as const)("stops %s when %s is missing, by name", async (name, source) => {
		rmSync(join(tree.root, source));
		await expect(stagePackage(name, folder, tree.root)).rejects.toThrow(source);
	});

	it("stops on a source that does not compile and says where", async () => {
		tree.write("page/index.ts", "Page({ build( });");
		await expect(stagePackage("companion", folder, tree.root)).rejects.toThrow(/page\/index\.ts:1/);
	});

	it("stops when the icon is missing", async () => {
		rmSync(join(tree.root, "assets/common/icon.png"));
		await expect(stagePackage("companion", folder, tree.root)).rejects.toThrow("assets/common/icon.png is missing");
	});

	it("writes nothing into the tree it reads", async () => {
		const before = readdirSync(tree.root, { recursive: true }).length;
		await stagePackage("companion", folder, tree.root);
		expect(readdirSync(tree.root, { recursive: true })).toHaveLength(before);
		expect(existsSync(join(folder, "app.js"))).toBe(true);
	});
});
