/** What an owner is told of the probe, held against the probe. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROBE_NAMES, PROBES } from "../../packaging/packages.ts";
import { ROOT } from "../../packaging/places.ts";
import { STEPS } from "../../probe/steps.ts";

const guide = readFileSync(join(ROOT, "docs", "report-a-watch.md"), "utf8");
const form = readFileSync(join(ROOT, ".github", "ISSUE_TEMPLATE", "watch-report.yml"), "utf8");

test("the guide explains each step by its number and name", () => {
	const rows = [...guide.matchAll(/^\| (\d+) ([a-z]+) \| (.{20,}) \|$/gm)];
	expect(rows.map(([, number, name]) => `${number} ${name}`)).toEqual(STEPS.map((name, at) => `${at + 1} ${name}`));
});

test("guide and form count the lines of a report as it has them", () => {
	expect(guide).toContain(`under REPORT, ${STEPS.length + 1} lines`);
	expect(form).toContain(`All ${STEPS.length + 1} lines`);
	expect(guide).toContain(`try ${STEPS.length} things`);
});

test("the guide names the packages, what they are called on a watch, and both servers that hear of the phone", () => {
	for (const name of PROBE_NAMES) {
		expect(guide).toContain(`npm run preview -- ${name}`);
		expect(guide).toContain(`**${PROBES[name].name}**`);
	}
	const side = readFileSync(join(ROOT, "probe", "app-side", "phone-steps.ts"), "utf8");
	const servers = [...side.matchAll(/"https:\/\/([a-z.-]+)"/g)].map(([, host = ""]) => host);
	expect(servers).toHaveLength(2);
	for (const host of servers) expect(guide).toContain(host);
});
