/**
 * `npm run -s ask -- "question"`: the whole chain, headless. Owns what is printed and the exit status: 0 an answer, 1 a
 * fault, 2 a command line that is wrong. With --json standard output holds one object a question, and nothing else.
 */
import { resolve } from "node:path";
import { runCommand } from "../../cli/command.ts";
import { holdState, openState } from "../../simulator/index.ts";
import type { Rang } from "../acting.ts";
import { type Asker, type AskResult, createAsker } from "../asking.ts";
import { ASK, type AskOptions, decodeAskOptions } from "./ask-options.ts";

async function main(args: readonly string[]): Promise<number> {
	const options = decodeAskOptions(args, Date.now());
	const { device, now, phone, platform, link, settings, audio } = options;
	await holdState(options.stateDir);
	const bench = {
		device,
		now,
		phone,
		platform,
		link,
		state: openState(options.stateDir),
		...(audio === null ? {} : { audio }),
	};
	const asker = await createAsker(bench, settings);
	try {
		return await askAll(asker, options);
	} finally {
		asker.close();
		if (options.stateDir !== null)
			process.stderr.write(`Watch and phone keep what they stored in ${resolve(options.stateDir)}\n`);
	}
}

async function askAll(asker: Asker, { questions, surface, input, json, afterMs }: AskOptions): Promise<number> {
	let status = 0;
	for (const [at, question] of questions.entries()) {
		const asked = await asker.ask(question, surface, input);
		const isLast = at === questions.length - 1;
		const result = isLast && afterMs !== null ? { ...asked, rang: await asker.after(afterMs) } : asked;
		process.stdout.write(json ? `${JSON.stringify(result)}\n` : describe(result));
		if (!result.ok) status = 1;
	}
	return status;
}

function describe({
	question,
	fault,
	pages,
	suggestions,
	actions,
	rang = [],
	receipt,
}: AskResult & { rang?: Rang[] }): string {
	const lines = [`> ${question}`, ""];
	pages.forEach((page, index) => {
		lines.push(...page.map((line) => `  ${line}`));
		lines.push(pages.length > 1 ? `  ${index + 1} / ${pages.length}` : "", "");
	});
	if (suggestions.length > 0) lines.push(`  next: ${suggestions.join(" | ")}`, "");
	for (const { do: what, label, outcome, at } of actions)
		lines.push(
			`  ${[what, label, outcome, at === null ? "" : new Date(at).toISOString()].filter((part) => part !== "").join(" ")}`,
		);
	for (const { do: what, label, at } of rang) lines.push(`  rang: ${what} ${label} ${new Date(at).toISOString()}`);
	const who = receipt.provider === null ? "nobody" : `${receipt.provider} ${receipt.model}`.trim();
	const bytes = receipt.linkBytesUp + receipt.linkBytesDown;
	lines.push(`  ${fault ?? "answered"} by ${who}, ${receipt.requests} requests, ${bytes} B over the link`, "");
	return `${lines.join("\n")}\n`;
}

await runCommand(ASK, main);
