import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Device, findDevice } from "../devices.ts";
import { decodeTexts, pickLocale } from "./locale.ts";
import { openPackageBytes } from "./open-package.ts";

const utf8 = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

function device(id: string): Device {
	const found = findDevice(id);
	if (!found) throw new Error(id);
	return found;
}

function btxt(texts: string[]): Uint8Array {
	const bodies = texts.map(utf8);
	const head = new DataView(new ArrayBuffer(4 * (texts.length + 1)));
	head.setUint32(0, texts.length);
	let offset = head.byteLength;
	for (const [index, body] of bodies.entries()) {
		head.setUint32(4 * (index + 1), offset);
		offset += body.length;
	}
	return Uint8Array.from([...new Uint8Array(head.buffer), ...bodies.flatMap((body) => [...body])]);
}

const MANIFEST = {
	app: { appId: 20001, appName: "Sample", appType: "app" },
	permissions: ["data:os.device.info", { code: "device:os.alarm", desc: "why" }],
	runtime: { apiVersion: { compatible: "3.6", target: "3.6", minVersion: "3.6" } },
	designWidth: 480,
	module: { page: { pages: ["page/index"] }, "app-widget": { widgets: [{ path: "app-widget/index" }] } },
};

function zpk(name: string, manifest: unknown = MANIFEST, extra: Record<string, Uint8Array> = { "app.js": utf8("") }) {
	const locale = {
		"assets/raw/locale/TID.btxt": btxt(["hello", "bye"]),
		"assets/raw/locale/de-DE.btxt": btxt(["Hallo", "Tschüs"]),
	};
	const side = { "app-side.js": utf8(`// ${name}`) };
	return zipSync({
		"device.zip": zipSync({ "app.json": utf8(manifest), ...locale, ...extra }),
		"app-side.zip": zipSync(side),
	});
}

function zab(platforms: Record<string, [string, string, string]>): Uint8Array {
	const zpks = Object.entries(platforms).map(([name, [screenType, screenResolution, cpuPlatform]]) => ({
		name,
		platforms: [{ screenType, screenResolution, cpuPlatform }],
	}));
	const files = Object.fromEntries(Object.keys(platforms).map((name) => [name, zpk(name)]));
	return zipSync({ "manifest.json": utf8({ configVersion: "v3", zpks }), ...files });
}

const sideOf = (bytes: Uint8Array, id: string) =>
	new TextDecoder().decode(openPackageBytes(bytes, device(id), "x.zab").sideFiles.get("app-side.js"));

describe("opening a package", () => {
	// DOC reference/app-json: before version 3 a target names its watches by deviceSource.
	test("takes the part for the watch's own number, and names the watches of the others", () => {
		const parts = ["gtr4", "balance2"].map((id) => ({ id, sources: device(id).deviceSource }));
		const zpks = parts.map(({ id, sources }) => ({
			name: `${id}.zpk`,
			platforms: sources.map((deviceSource) => ({ name: id, deviceSource })),
		}));
		const files = Object.fromEntries(parts.map(({ id }) => [`${id}.zpk`, zpk(id)]));
		const both = zipSync({ "manifest.json": utf8({ zpks }), ...files });
		expect(sideOf(both, "balance2")).toBe("// balance2");
		expect(sideOf(both, "gtr4")).toBe("// gtr4");
		expect(() => sideOf(both, "bip6")).toThrow(
			/has nothing for Amazfit Bip 6 .*it is for Amazfit GTR 4, Amazfit Balance 2/,
		);
	});

	test("takes the zpk of the watch's shape, resolution and chip", () => {
		const bytes = zab({
			nxp: ["round", "480x480", "NXP"],
			zps: ["round", "480x480", "ZPS"],
			small: ["round", "466x466", "ZPS"],
			square: ["square", "390x450", "ZPS"],
		});
		expect(sideOf(bytes, "balance")).toBe("// nxp");
		expect(sideOf(bytes, "balance2")).toBe("// zps");
		expect(sideOf(bytes, "active3premium")).toBe("// small");
		expect(sideOf(bytes, "bip6")).toBe("// square");
	});

	test("falls back to another chip's build of the same screen, and says what there is for none", () => {
		const bytes = zab({ only: ["round", "480x480", "NXP"] });
		expect(sideOf(bytes, "balance2")).toBe("// only");
		expect(() => openPackageBytes(bytes, device("falcon"), "x.zab")).toThrow(
			"x.zab has nothing for Amazfit Falcon (round 416x416); it is for round 480x480",
		);
	});

	test("decodes the manifest, permissions in either form", () => {
		const { manifest, appId } = openPackageBytes(zpk("a"), device("balance2"), "a.zpk");
		expect(appId).toBe(20001);
		expect(manifest.permissions).toEqual(["data:os.device.info", "device:os.alarm"]);
		expect(manifest.modules).toEqual({ pages: ["page/index"], services: [], card: "app-widget/index" });
	});

	test("says why it cannot run a package", () => {
		const open =
			(bytes: Uint8Array, id = "balance2") =>
			() =>
				openPackageBytes(bytes, device(id), "a.zpk");
		expect(open(utf8("no zip"))).toThrow("a.zpk is no zip archive");
		expect(open(zipSync({ "readme.txt": utf8("") }))).toThrow("neither a .zab nor a .zpk");
		expect(open(zpk("a", MANIFEST, { "app.bin": utf8("") }))).toThrow("bytecode");
		expect(open(zpk("a"), "bip5unity")).toThrow("needs API level 3.6; Amazfit Bip 5 Unity has 3.0");
		expect(open(zpk("a", { app: { appId: "x", appType: "app" } }))).toThrow("app.appId");
	});
});

describe("the words of a package", () => {
	test("come back as they were packed, whatever they are", () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
				expect(decodeTexts(btxt(texts))).toEqual(texts);
			}),
		);
	});

	test("are never misread from a file that was cut in its table", () => {
		const whole = btxt(["hello", "wörld"]);
		for (let length = 0; length < 12; length++) expect(decodeTexts(whole.subarray(0, length))).toBeUndefined();
	});

	test("are those of the language, of its kin, or of the default", () => {
		const { locales } = openPackageBytes(zpk("a"), device("balance2"), "a.zpk");
		expect(pickLocale(locales, "de-DE", "en-US").get("bye")).toBe("Tschüs");
		expect(pickLocale(locales, "de-AT", "en-US").get("hello")).toBe("Hallo");
		expect(pickLocale(locales, "fr-FR", "de-DE").get("hello")).toBe("Hallo");
		expect(pickLocale(locales, "fr-FR", "en-US").size).toBe(0);
	});
});
