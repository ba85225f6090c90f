/** The manifests of the three packages, held against what the documents say that a manifest has. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import root from "../app.json" with { type: "json" };
import { codeOf } from "./bundles.ts";
import { readRootManifest } from "./manifest.ts";
import { PACKAGE_NAMES, PACKAGES, type PackageName, PROBE_NAMES, type ProbeName, rowOf } from "./packages.ts";
import { ROOT } from "./places.ts";
import { type Staged, sourcesOf, stagePackage } from "./stage.ts";

/** The vendor's samples are all below; what its console hands out today begins at a million. */
const LEAST_ID = 10_000;
const MOST_ID = 100_000;

/** The permission that each interface needs: the line "permission code" of its page in zepp-health/zeppos-docs c08725b. */
const NEEDS: readonly (readonly [RegExp, string])[] = [
	[/\.getDeviceInfo\b/, "data:os.device.info"],
	[/\.Step\b/, "data:user.hd.step"],
	[/\.HeartRate\b/, "data:user.hd.heart_rate"],
	[/\.Sleep\b/, "data:user.hd.sleep"],
	[/\.Workout\b|\.getSportData\b/, "data:user.hd.workout"],
	[/\.(?:localStorage|LocalStorage|ShareLocalStorage)\b/, "device:os.local_storage"],
	[/\.getProfile\b/, "data:user.info"],
	// Undocumented; the apps that record ask for it (COM, docs/evidence.md).
	[/\.RECORDER\b/, "device:os.mic"],
	[/\.getAllAlarms\b/, "device:os.alarm"],
	[/\.getAllNotifications\b/, "device:os.notification"],
	[/\bregister\(\{\s*onInit:[^}]*onEvent:/, "device:os.bg_service"],
];

let folder: string;
type Name = PackageName | ProbeName;

const ALL: readonly Name[] = [...PACKAGE_NAMES, ...PROBE_NAMES];
const staged = new Map<Name, Staged>();

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "askface-manifest-"));
	for (const name of ALL) staged.set(name, await stagePackage(name, join(folder, name)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifestOf = (name: Name) => {
	const one = staged.get(name);
	if (one === undefined) throw new Error(`${name} was not staged`);
	return one.manifest;
};

function codeOnWatch(name: Name): string {
	return Object.keys(sourcesOf(rowOf(name)))
		.filter((path) => !/^(?:app-side|setting)\//.test(path))
		.map((path) => codeOf(join(folder, name), path))
		.join("\n");
}

describe("identity", () => {
	it("has ids in the samples' own range, a different one for each package", () => {
		const ids = ALL.map((name) => rowOf(name).appId);
		expect(new Set(ids).size).toBe(ALL.length);
		for (const id of ids) {
			expect(id).toBeGreaterThan(LEAST_ID);
			expect(id).toBeLessThan(MOST_ID);
		}
	});

	it("gives the workout extension another name than the app (DOC workout-extension/distribute)", () => {
		expect(manifestOf("workout").app.appName).not.toBe(manifestOf("companion").app.appName);
	});

	it("is what the root manifest says of the companion", () => {
		expect(root.app.appId).toBe(PACKAGES.companion.appId);
		expect(root.app.appName).toBe(PACKAGES.companion.name);
		expect(readRootManifest(ROOT).app.version).toEqual(manifestOf("face").app.version);
	});

	it("is what the face and the card look for on the watch", () => {
		expect(codeOnWatch("face")).toContain(String(PACKAGES.companion.appId));
		expect(codeOnWatch("workout")).toContain(String(PACKAGES.companion.appId));
	});
});

describe.each(ALL)("the manifest of %s", (name) => {
	it("has each field that app-json.mdx calls required, in its type", () => {
		const { app, configVersion, defaultLanguage, i18n, permissions, runtime, targets } = manifestOf(name);
		expect(configVersion).toBe("v3");
		expect(app).toMatchObject({
			appId: expect.any(Number),
			appName: expect.stringMatching(/\S/),
			appType: expect.stringMatching(/^(?:app|watchface)$/),
			version: { code: expect.any(Number), name: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
			icon: expect.stringMatching(/\.png$/),
			vender: expect.stringMatching(/\S/),
			description: expect.any(String),
		});
		expect(runtime.apiVersion).toMatchObject({ minVersion: "3.6" });
		expect(Array.isArray(permissions)).toBe(true);
		expect(i18n[defaultLanguage]?.appName).toBe(app.appName);
		for (const target of Object.values(targets)) {
			expect(target).toMatchObject({ designWidth: expect.any(Number), module: expect.any(Object) });
			expect(target.platforms).toEqual([{ st: "r" }, { st: "s" }]);
		}
	});

	it("asks for the permission of each interface that its code calls, and for no other", () => {
		const code = codeOnWatch(name);
		const needed = NEEDS.filter(([call]) => call.test(code)).map(([, permission]) => permission);
		expect([...manifestOf(name).permissions].sort()).toEqual([...new Set(needed)].sort());
	});
});

it("the workout extension has one widget, named in each language (DOC workout-extension/quick-start)", () => {
	const { i18n, targets } = manifestOf("workout");
	expect(targets.common?.module).toMatchObject({ "data-widget": { widgets: [{ name: PACKAGES.workout.name }] } });
	for (const names of Object.values(i18n)) {
		expect(names).toMatchObject({ "data-widget": { widgets: [{ name: PACKAGES.workout.name }] } });
	}
});
