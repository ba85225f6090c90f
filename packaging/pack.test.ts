import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packProject } from "../packing/pack-project.ts";
import { ourList } from "../packing/watch-list.ts";
import { openZab, type Zpk } from "../packing/zab.ts";
import { WATCHES, type Watch } from "../watches/watches.ts";
import { createTinyTree, type TinyTree } from "./__fixtures__/tiny-tree.ts";
import { findProblems } from "./inspection.ts";
import { packPackage, packRelease } from "./pack.ts";
import type { Staged } from "./stage.ts";

const balance2 = findWatch("balance2");

let tree: TinyTree;
let project: string;

beforeAll(() => {
	tree = createTinyTree();
	project = mkdtempSync(join(tmpdir(), "askface-project-"));
});

afterAll(() => {
	tree.remove();
	rmSync(project, { recursive: true, force: true });
});

function findWatch(id: string): Watch {
	const watch = WATCHES.find((each) => each.id === id);
	if (watch === undefined) throw new Error(`no watch is called ${id}`);
	return watch;
}

function open(path: string): Zpk[] {
	return openZab(readFileSync(path));
}

describe("a package for the simulator", () => {
	it("holds readable code and is made once for its content", async () => {
		const path = await packPackage("face", balance2, tree.root);
		const made = statSync(path).mtimeMs;
		const [first] = open(path);
		expect(strFromU8(first?.device["watchface/index.js"] ?? new Uint8Array())).toContain("WatchFace(");
		// By another name of the same folder, so that what this process remembers does not answer.
		expect(await packPackage("face", balance2, `${tree.root}/.`)).toBe(path);
		expect(statSync(path).mtimeMs).toBe(made);
	});

	it("serves two callers at once with one whole file", async () => {
		const [a, b] = await Promise.all([
			packPackage("workout", balance2, tree.root),
			packPackage("workout", balance2, tree.root),
		]);
		expect(a).toBe(b);
		expect(open(a).length).toBeGreaterThan(0);
	});
});

describe("a script that the watch's engine does not take", () => {
	it("is named, with the engine's reason, in place of a page that stays empty", async () => {
		const trapped = createTinyTree();
		// The whole way leaves the call as it is: neither it nor the assignment can be folded into another.
		trapped.write(
			"page/index.ts",
			`import { getText } from "@zos/i18n";
			Page({ build() { let end = null; const stop = () => { end?.(); end = null; };
				globalThis.begin = (given) => { stop(); end = given; }; console.log(getText("page.ask")); } });`,
		);
		const packed = packPackage("companion", balance2, trapped.root);
		await expect(packed).rejects.toThrow(
			/page\/index\.js does not compile in the watch's engine: .*unconsistent stack size/,
		);
		trapped.remove();
	});
});

describe("a release package", () => {
	let zpks: Zpk[];
	let staged: Staged;

	beforeAll(async () => {
		const packed = await packRelease("companion", ourList(), tree.root);
		zpks = open(packed.path);
		staged = packed.staged;
	});

	function problemsWithout(change: (zpk: Zpk) => Zpk): string[] {
		const [first, ...others] = zpks;
		if (first === undefined) throw new Error("no parts");
		return findProblems("companion", [change(first), ...others], staged, {
			mode: "release",
			list: ourList(),
			watches: null,
		});
	}

	function withoutFile(zpk: Zpk, path: string): Zpk {
		return { ...zpk, device: Object.fromEntries(Object.entries(zpk.device).filter(([name]) => name !== path)) };
	}

	it("holds everything that was staged, for every supported watch", () => {
		expect(problemsWithout((zpk) => zpk)).toEqual([]);
	});

	it("carries bytecode for the watch and plain JavaScript for the phone", () => {
		for (const zpk of zpks) {
			expect(Object.keys(zpk.device)).toEqual(
				expect.arrayContaining(["app.bin", "page/index.bin", "app-widget/index.bin"]),
			);
			expect(Object.keys(zpk.device).filter((name) => name.endsWith(".js"))).toEqual([]);
			expect(Object.keys(zpk.side).sort()).toEqual(["app-side.js", "app.json", "setting.js"]);
		}
	});

	it.each(["page/index.bin", "assets/icon.png", "assets/raw/locale/de-DE.btxt", "assets/raw/locale/TID.btxt"])(
		"is refused without %s",
		(path) => {
			expect(problemsWithout((zpk) => withoutFile(zpk, path))).toHaveLength(1);
		},
	);

	it("is refused without the Side Service", () => {
		expect(problemsWithout((zpk) => ({ ...zpk, side: {} }))).toHaveLength(2);
	});

	it("is refused when a watch is left out or its screen is another", () => {
		expect(problemsWithout((zpk) => ({ ...zpk, sources: [] })).join("\n")).toMatch(/is served by 0 parts/);
		expect(problemsWithout((zpk) => ({ ...zpk, resolution: "1x1" })).join("\n")).toMatch(/part for another screen/);
	});

	it("is refused with an image that was left as PNG", () => {
		const png = Uint8Array.of(0x89, 0x50);
		const problems = problemsWithout((zpk) => ({ ...zpk, device: { ...zpk.device, "assets/icon.png": png } }));
		expect(problems.join("\n")).toMatch(/icon\.png is encoded wrongly/);
	});
});

describe("somebody else's project", () => {
	const MANIFEST = {
		configVersion: "v3",
		app: {
			appId: 25001,
			appName: "Other",
			appType: "app",
			version: { code: 1, name: "1.0.0" },
			icon: "icon.png",
			vender: "other",
			description: "",
		},
		permissions: [],
		runtime: { apiVersion: { compatible: "3.0", target: "3.0", minVersion: "3.0" } },
		targets: {
			plain: {
				module: { page: { pages: ["page/index"] }, "app-side": { path: "app-side/index" } },
				platforms: [{ st: "r" }],
				designWidth: 480,
			},
		},
		i18n: { "en-US": { appName: "Other" } },
		defaultLanguage: "en-US",
	};

	function write(path: string, content: string | Uint8Array): void {
		mkdirSync(join(project, path, ".."), { recursive: true });
		writeFileSync(join(project, path), content);
	}

	beforeAll(() => {
		write("app.json", JSON.stringify(MANIFEST));
		write("package.json", JSON.stringify({ dependencies: { "@zeppos/zml": "^0.0.38" } }));
		write("app.js", 'import { BaseApp } from "@zeppos/zml/base-app";\nApp(BaseApp({}));');
		write("page/index.js", 'import { BasePage } from "@zeppos/zml/base-page";\nPage(BasePage({ build() {} }));');
		write(
			"app-side/index.js",
			'import { BaseSideService } from "@zeppos/zml/base-side";\nAppSideService(BaseSideService({}));',
		);
		write("assets/plain.r/icon.png", readFileSync(join(tree.root, "assets/common/icon.png")));
	});

	it("is packed with zml although it has not installed it, and its folder is left alone", async () => {
		const before = readdirSync(project, { recursive: true }).sort();
		const activeEdge = findWatch("activeedge");
		const zpks = open(await packProject(project, activeEdge));
		expect(readdirSync(project, { recursive: true }).sort()).toEqual(before);
		expect(zpks.flatMap(({ sources }) => sources)).toEqual(expect.arrayContaining(activeEdge.deviceSource));
		for (const { side, device } of zpks) {
			expect(side["app-side.js"]?.byteLength).toBeGreaterThan(10_000);
			expect(device["app.js"]?.byteLength).toBeGreaterThan(10_000);
		}
	});

	it("that is none is refused in words", async () => {
		await expect(packProject(tmpdir())).rejects.toThrow(/no app\.json/);
	});
});
