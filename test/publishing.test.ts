/** docs/publishing.md and the workflows, held against the packages, the commands and each other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { PACKAGE_NAMES, PACKAGES } from "../packaging/packages.ts";
import { ROOT } from "../packaging/places.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("how to publish", () => {
	const publishing = read("docs/publishing.md");

	test("tells why each package asks for each of its permissions, and of no other", () => {
		const rows = [...publishing.matchAll(/^\| `([a-z]+)` \| `([a-z:._]+)` \| (\S.{20,}) \|$/gm)];
		const asked = PACKAGE_NAMES.flatMap((name) => PACKAGES[name].permissions.map((one) => `${name} ${one}`));
		expect(rows.map(([, name, permission]) => `${name} ${permission}`).sort()).toEqual(asked.sort());
	});

	test("has the names that the packages have, and their ids", () => {
		for (const name of PACKAGE_NAMES) {
			expect(publishing).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| ${PACKAGES[name].name} \\|`, "m"));
		}
		const ids = PACKAGE_NAMES.map((name) => PACKAGES[name].appId);
		expect(publishing).toContain(`${Math.min(...ids)} to ${Math.max(...ids)}`);
	});

	test("names the zml that the tree has", () => {
		const lock: { packages: Record<string, { version?: string }> } = JSON.parse(read("package-lock.json"));
		expect(publishing).toContain(`\`@zeppos/zml\` ${lock.packages["node_modules/@zeppos/zml"]?.version},`);
	});
});

const WORKFLOWS = readdirSync(join(ROOT, ".github", "workflows")).map((file) => `.github/workflows/${file}`);

describe.each(WORKFLOWS)("%s", (path) => {
	const text = read(path);

	test("runs commands that package.json has", () => {
		const scripts = [...text.matchAll(/npm (?:run (?:-s )?)?([a-z-]+)/g)].map(([, script = ""]) => script);
		const known = new Set(["ci", ...Object.keys(manifest.scripts)]);
		expect(scripts.length).toBeGreaterThan(0);
		expect(scripts.filter((script) => !known.has(script))).toEqual([]);
	});

	test("pins each action to a commit and says its version", () => {
		const used = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = ""]) => action);
		const loose = used.filter(
			(one) => !one.startsWith("./") && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one),
		);
		expect(loose).toEqual([]);
	});

	test("names no host, and files and workflows that are there", () => {
		expect(text).not.toMatch(/https?:|\bregistry\b/);
		for (const [, other = ""] of text.matchAll(/uses: \.\/(\S+)/g)) expect(WORKFLOWS).toContain(other);
		for (const [, paper = ""] of text.matchAll(/\b(docs\/[\w-]+\.md)/g)) expect(read(paper)).not.toBe("");
	});
});

test("a release has all packages, with their sums", () => {
	const release = read(".github/workflows/release.yml");
	const attached = /gh release create .*$/m.exec(release)?.[0] ?? "";
	for (const name of PACKAGE_NAMES) expect(attached).toContain(` dist/askface-${name}.zab`);
	expect(attached).toContain(" dist/SHA256SUMS");
	expect(release).toMatch(/needs: test/);
	const [, said = "?"] = /grep --quiet "([^"]+)"/.exec(release) ?? [];
	expect(read("packaging/build.ts")).toContain(said);
});
