import { readFileSync } from "node:fs";
import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { talks } from "../app-side/offline/words/talks.data.ts";
import { openPacked } from "../app-side/packed-text.ts";
import { LANGUAGES } from "../core/words/words.ts";
import { ourList } from "../packing/watch-list.ts";
import { openZab, type Zpk } from "../packing/zab.ts";
import { type Built, buildPackage } from "./build.ts";
import { supportedWatches } from "./inspection.ts";
import { PACKAGE_NAMES, type PackageName, PROBE_NAMES, type ProbeName, rowOf } from "./packages.ts";

const SUPPORTED_WATCHES = 26;
/** Minified, all providers in it, zml's 21 kB and fifteen languages: docs/decisions/2026-11-28-phone-bundle.md. */
const PHONE_BYTES_MAX = 480_000;
/** More lines than the packed data has; one that is not there is null. */
const LINES_MAX = 300;
/** Of its one text of packed data, between double quotes. */
const PACKED = /"([ !#-')-[\]-_a-~]{50000,})"/;

const ALL: readonly (PackageName | ProbeName)[] = [...PACKAGE_NAMES, ...PROBE_NAMES];

let built: Record<PackageName | ProbeName, { facts: Built; zpks: Zpk[] }>;

beforeAll(async () => {
	const builds = await Promise.all(ALL.map((name) => buildPackage(name, ourList())));
	const opened = builds.map((facts) => [facts.name, { facts, zpks: openZab(readFileSync(facts.path)) }]);
	built = Object.fromEntries(opened);
}, 400_000);

function manifestOf(zpk: Zpk | undefined): Record<string, unknown> {
	return JSON.parse(strFromU8(zpk?.device["app.json"] ?? new Uint8Array()));
}

function sourcesOf(name: PackageName, bundle: string): readonly string[] {
	return built[name].facts.bundles[bundle]?.sources ?? [];
}

describe("npm run build", () => {
	it.each(ALL)("makes %s for each of the 26 watches, exactly once", (name) => {
		const watches = supportedWatches(rowOf(name).minVersion);
		expect(watches).toHaveLength(SUPPORTED_WATCHES);
		for (const source of watches.flatMap(({ deviceSource }) => deviceSource)) {
			expect(built[name].zpks.filter(({ sources }) => sources.includes(source))).toHaveLength(1);
		}
	});

	it.each(ALL)("gives every part of %s the package's own id and kind", (name) => {
		for (const zpk of built[name].zpks) {
			const { appId, appType, extType } = rowOf(name);
			expect(manifestOf(zpk).app).toMatchObject({ appId, appType, ...(extType === undefined ? {} : { extType }) });
			expect(manifestOf(zpk).runtime).toMatchObject({ apiVersion: { minVersion: "3.6" } });
		}
	});

	it.each(["face", "companion"] as const)("puts every language of the catalogue into %s", (name) => {
		for (const { device } of built[name].zpks) {
			const locales = Object.keys(device).filter((path) => path.endsWith(".btxt"));
			expect(locales.sort()).toEqual(["TID", ...LANGUAGES].map((file) => `assets/raw/locale/${file}.btxt`).sort());
		}
	});

	it.each(ALL)("gives %s a name in every language", (name) => {
		for (const zpk of built[name].zpks) {
			expect(Object.keys(manifestOf(zpk).i18n ?? {}).sort()).toEqual([...LANGUAGES].sort());
		}
	});

	it("carries no transport in the face, the card and the workout extension", () => {
		const bundles: [PackageName, string][] = [
			["face", "app.js"],
			["face", "watchface/index.js"],
			["companion", "app.js"],
			["companion", "page/index.js"],
			["companion", "app-widget/index.js"],
			["workout", "app.js"],
			["workout", "data-widget/index.js"],
		];
		for (const [name, bundle] of bundles) {
			const sources = sourcesOf(name, bundle);
			expect(sources).not.toEqual([]);
			expect(sources.filter((source) => source.includes("@zeppos/zml"))).toEqual([]);
		}
		expect(sourcesOf("companion", "app-side/index.js").join()).toContain("@zeppos/zml");
	});

	it("keeps the phone's bundle small, as it goes out", () => {
		const sizes = built.companion.zpks.map(({ side }) => side["app-side.js"]?.length ?? Infinity);
		expect(sizes.length).toBeGreaterThan(0);
		for (const size of sizes) expect(size).toBeLessThan(PHONE_BYTES_MAX);
	});

	it("leaves the phone's packed data as it was", () => {
		for (const { side } of built.companion.zpks) {
			const [, text = ""] = PACKED.exec(strFromU8(side["app-side.js"] ?? new Uint8Array())) ?? [];
			const { valueAt, recordAt } = openPacked(text);
			expect(Object.keys(recordAt(0, 1, 1)).sort()).toEqual([...LANGUAGES].sort());
			const lines = Array.from({ length: LINES_MAX }, (_, at) => JSON.stringify(valueAt(1 + at)));
			for (const talk of Object.values(talks())) expect(lines).toContain(JSON.stringify(talk));
		}
	});

	it("keeps the phone's code off the watch, and the watch's off the phone", () => {
		for (const name of PACKAGE_NAMES) {
			for (const [bundle, { sources }] of Object.entries(built[name].facts.bundles)) {
				const onPhone = bundle.startsWith("app-side/") || bundle.startsWith("setting/");
				const strangers = onPhone
					? /^(device|page|watchface|data-widget|app-widget)\//
					: /^(app-side|setting)\/|zml-side/;
				expect(sources.filter((source) => strangers.test(source))).toEqual([]);
			}
		}
	});
});
