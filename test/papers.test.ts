import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { FAULTS } from "../core/faults.ts";
import { PROVIDERS, SETTING } from "../core/settings/settings.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { LANGUAGES } from "../core/words/words.ts";
import { BUDGETS } from "../lab/bench/budgets.ts";
import manifest from "../package.json" with { type: "json" };
import { ROOT } from "../packaging/places.ts";
import { isSupported, MIN_API_LEVEL } from "../packaging/supported.ts";
import { DEVICES } from "../simulator/index.ts";

const PAPERS = [
	"README.md",
	"CONTRIBUTING.md",
	"CHANGELOG.md",
	"PRIVACY.md",
	"SECURITY.md",
	...markdownIn("docs"),
	...markdownIn("docs/decisions"),
];

/** Names of before, which a paper that was left behind still has: ids of other people's apps, a tool that never was, zml on the watch. */
const RETIRED = /\b110100[123]\b|@zeppos\/zeppos-cli|◄─*zml─*►|carried by `@zeppos\/zml`/;

function markdownIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder))
		.filter((file) => file.endsWith(".md"))
		.map((file) => `${folder}/${file}`);
}

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const readme = read("README.md");

function namesIn(table: string): string[] {
	return table.split(", ").map((name) => `Amazfit ${name.trim()}`);
}

describe("the README", () => {
	test("names every npm script and no other", () => {
		const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(([, script]) => script);
		expect([...new Set(named)].sort()).toEqual(Object.keys(manifest.scripts).sort());
	});

	test("tells the bounds and aims of the heap that a test holds", () => {
		const rows = [...readme.matchAll(/^\| (?:companion: )?([a-z]+) \| ([\d.]+) \| ([\d.]+) \|/gm)];
		const held = Object.entries(BUDGETS).map(([name, { held, aimKb }]) => [name, held.heapKb, aimKb]);
		expect(rows.map(([, name, bound, aim]) => [name, Number(bound), Number(aim)])).toEqual(held);
	});

	test("lists every supported watch once, under the way it can be asked", () => {
		const section = /### Which watches[\s\S]*?\n## /.exec(readme)?.[0] ?? "";
		const rows = [...section.matchAll(/^\| ([^|]*, [^|]+) \|/gm)].map(([, names = ""]) => namesIn(names).sort());
		const supported = DEVICES.filter(isSupported);
		const named = (isMeant: (device: (typeof supported)[number]) => boolean) =>
			supported
				.filter(isMeant)
				.map(({ name }) => name)
				.sort();
		expect(rows).toEqual([
			named(({ systemKeyboard }) => systemKeyboard),
			named(({ systemKeyboard, recorderSeenWorking }) => !systemKeyboard && recorderSeenWorking),
			named(({ systemKeyboard, recorderSeenWorking }) => !systemKeyboard && !recorderSeenWorking),
		]);
		expect(readme).toContain(`${supported.length} watches, from API level ${MIN_API_LEVEL}`);
	});

	test("names every watch that is documented to have workout extensions", () => {
		const sentence = /Workout extensions are documented for ([^;]+);/.exec(readme.replace(/\n/g, " "))?.[1] ?? "";
		const listed = DEVICES.filter((device) => device.workoutExtensionListed && isSupported(device));
		expect(namesIn(sentence.replace(" and ", ", ")).sort()).toEqual(listed.map(({ name }) => name).sort());
	});

	test("counts the languages", () => {
		expect(readme).toContain(`${LANGUAGES.length} languages`);
	});

	test("asks for the Node that package.json asks for", () => {
		const [, version] = /Node\]\([^)]*\) ([\d.]+)/.exec(readme) ?? [];
		expect(manifest.engines.node).toBe(`>=${version}.0`);
	});
});

test("docs/troubleshooting.md tells of every fault, as the watch says it", () => {
	const page = read("docs/troubleshooting.md");
	const rows = Object.keys(FAULTS).map((code) => {
		const said = new Map(Object.entries(words));
		return `| \`${code}\` | ${said.get(`fault.${code}`)} | ${said.get(`fault.${code}.help`)} |`;
	});
	expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

describe("the protocol's page", () => {
	const protocol = read("docs/protocol.md");

	test("has the table of faults as it is", () => {
		const rows = [...protocol.matchAll(/^\| `([a-z-]+)` \| (yes|no|once|by-hand) \|$/gm)].map(([, code, retry]) => [
			code,
			retry,
		]);
		expect(rows).toEqual(Object.entries(FAULTS));
	});

	test("names every key of the settings storage", () => {
		const [role] = PROVIDERS;
		for (const key of Object.values(SETTING)) {
			const name = typeof key === "string" ? key : key(role?.id ?? "custom").replace(/\..*/, ".ID");
			expect(protocol).toContain(`\`${name}\``);
		}
	});
});

describe.each(PAPERS)("%s", (paper) => {
	const text = read(paper);

	test("points to files that are there", () => {
		// What stands in code is an example, no link.
		const prose = text.replace(/`[^`\n]*`/g, "");
		const linked = [...prose.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) =>
			join(dirname(paper), path ?? ""),
		);
		const named = [
			...text.matchAll(
				/`((?:core|device|page|app-side|app-widget|app-service|setting|packaging|simulator|test|docs|data-widget|watchface|assets|\.github)\/[\w./-]+\.[a-z]+)`/g,
			),
		];
		const missing = [...linked, ...named.map(([, path]) => path ?? "")].filter((path) => !existsSync(join(ROOT, path)));
		expect(missing).toEqual([]);
	});

	test("names commands that package.json has", () => {
		const named = [...text.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, script = ""]) => script);
		expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
	});

	test("has no name of before", () => {
		expect(RETIRED.exec(text)?.[0]).toBeUndefined();
	});
});
