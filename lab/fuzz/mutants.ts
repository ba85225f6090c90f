/**
 * Decoders with one check removed: what the fuzzing must see. Owns the changes of the source, and loading the targets with
 * one of them made. Rule: what is to be changed must be there exactly once.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../../packaging/places.ts";
import type { Target } from "./target.ts";

/** `target`: the decoder that it breaks. */
export type Mutant = { target: string; file: string; find: string; replace: string };

const REQUEST = "core/wire/request-decoder.ts";
const PROTOCOL = "core/wire/protocol.ts";
const BOUNDS = "core/wire/bounds.ts";
const FIELDS = "core/wire/fields.ts";
const WIRE = "core/wire/wire.ts";
const SAID = "app-side/providers/said.ts";
const FORMAT = "app-side/reply-format.ts";

export const MUTANTS: readonly Mutant[] = [
	{ target: "request", file: REQUEST, find: "	id: readId,", replace: "	id: (value) => value as string," },
	{ target: "packed request", file: WIRE, find: "if (packed.length < PIECE_HEADER_BYTES) return null;", replace: "" },
	{ target: "reply", file: FIELDS, find: "else return bare;", replace: "" },
	{
		target: "packed reply",
		file: PROTOCOL,
		find: "return isReply(reply) ? reply : null;",
		replace: "return reply as Reply;",
	},
	{ target: "look", file: BOUNDS, find: "isCount(value) && value <= most ?", replace: "isCount(value) ?" },
	{
		...{ target: "frame", file: "core/wire/frames.ts" },
		...{ find: " || view.getUint32(36, true) !== bytes.length) return null;", replace: ") return null;" },
	},
	{
		...{ target: "frames of a message", file: "core/wire/frames.ts" },
		...{ find: "if (number < PARTS_MAX) parts[number] = bytes;", replace: "parts.push(bytes);" },
	},
	{
		target: "packed text",
		file: "core/wire/digrams.ts",
		find: "bytes.replace(/[%\\x80",
		replace: "bytes.replace(/[\\x80",
	},
	{
		target: "journal question",
		file: "core/ask/journal.ts",
		find: ' || typeof talk !== "string") return',
		replace: ") return",
	},
	{ target: "glance file", file: "core/face/glance.ts", find: "isLike(show, usual) ? show", replace: "true ? show" },
	{
		...{ target: "plan of a run", file: "core/face/glance.ts" },
		...{ find: "value >= 0 && value <= MOST && value % 1 === 0", replace: "true" },
	},
	{
		target: "journal outcome",
		file: "core/ask/journal.ts",
		find: " || value.id !== id) return null;",
		replace: ") return null;",
	},
	{ target: "use of quick replies", file: "core/ask/ranking.ts", find: "counts.length === PARTS ?", replace: "true ?" },
	{ target: "launch parameters", file: "core/ask/launch.ts", find: " || !ID.test(id)) return", replace: ") return" },
	{
		target: "settings",
		file: "core/settings/settings.ts",
		find: "WAITS.find((minutes) => String(minutes) === get(SETTING.wait)) ?? ",
		replace: "get(SETTING.wait) ?? ",
	},
	{ target: "quick replies", file: BOUNDS, find: "return chips.slice(0, CHIPS_MAX);", replace: "return chips;" },
	{
		...{ target: "budget", file: "core/money/budget.ts" },
		...{ find: "AMOUNT.test(tidy) ? Math.round(Number", replace: "tidy !== '' ? Math.round(Number" },
	},
	{
		target: "price table",
		file: "core/money/budget.ts",
		find: "if (isPrice(into) && isPrice(out)) prices",
		replace: "prices",
	},
	{
		...{ target: "amount of money", file: "core/money/budget.ts" },
		...{ find: "AMOUNT.test(tidy) ? Math.round(Number", replace: "tidy !== '' ? Math.round(Number" },
	},
	{
		target: "spending",
		file: "core/money/budget.ts",
		find: "if (!DATE.test(date) || !isFields(day)) continue;",
		replace: "if (!isFields(day)) continue;",
	},
	{
		...{ target: "fates of models", file: "core/settings/model-fates.ts" },
		...{ find: "...(value.gone === true ? { gone: true } : {}),", replace: "...value," },
	},
	{
		...{ target: "command of the settings page", file: "app-side/commands.ts" },
		...{ find: ' && value.do !== "forget" && value.do !== "models") return', replace: " && value.do === 0) return" },
	},
	{
		...{ target: "outcome of a command", file: "setting/command.ts" },
		...{ find: 'models.filter((name) => typeof name === "string")', replace: "models" },
	},
	{ target: "ledger", file: "app-side/ledger.ts", find: "if (fault === null) return undefined;", replace: "" },
	{
		target: "memory",
		file: "core/ask/conversation.ts",
		find: "item.turns.filter(isTurn).map(",
		replace: "item.turns.filter(isFields).map(",
	},
	{ target: "plan", file: "core/run/cues.ts", find: "plan.cues.length === CUES_MAX || ", replace: "" },
	...chatPresets().map((id) => ({
		target: `body of ${id}`,
		file: SAID,
		find: "if (!isFields(choice)) return undefined;",
		replace: "",
	})),
	{
		...{ target: "body of openai-responses", file: SAID },
		...{ find: "if (!Array.isArray(outer.output)) {", replace: "if (outer.output === 0) {" },
	},
	{
		...{ target: "body of anthropic", file: SAID },
		...{ find: "if (!Array.isArray(outer.content) || outer.choices !== undefined) return undefined;", replace: "" },
	},
	{
		...{ target: "body of gemini", file: SAID },
		...{ find: "if (!isFields(candidate)) return undefined;", replace: "" },
	},
	{ target: "list of models", file: "app-side/model-list.ts", find: " && name.length <= NAME_LIMIT)", replace: ")" },
	{
		target: "reply of a model",
		file: FORMAT,
		find: 'return line.length <= LINE_LIMIT ? line : "";',
		replace: "return line;",
	},
	{
		...{ target: "spoken reply of a model", file: FORMAT },
		...{ find: " && question.length <= NEXT_LIMIT);", replace: ");" },
	},
	{
		...{ target: "cues of a model", file: "app-side/plan-format.ts" },
		...{ find: "lines.filter((_, at) => !marked.has(at))", replace: "lines" },
	},
	{ target: "transcript", file: "app-side/voice/transcript.ts", find: "clip(text, QUESTION_LIMIT)", replace: "text" },
	{
		...{ target: "recording", file: "app-side/voice/opus-frames.ts" },
		...{ find: "if (start + size > bytes.length) break;", replace: "" },
	},
	{
		...{ target: "Opus packet", file: "app-side/voice/opus-packet.ts" },
		...{ find: " || frames * coding.frameSamples > MAX_PACKET_SAMPLES) return", replace: ") return" },
	},
	{ target: "Ogg file", file: "app-side/voice/ogg.ts", find: "if (samples === 0) continue;", replace: "" },
	{
		...{ target: "upload", file: "app-side/voice/uploads.ts" },
		...{ find: "if (at <= upload.got && at + bytes", replace: "if (at + bytes" },
	},
];

/** They share an adapter, and each is a decoder of its own. */
function chatPresets(): string[] {
	return ["openai", "deepseek", "qwen", "groq", "openrouter", "mistral", "ollama", "lmstudio", "custom"];
}

/** The targets of the catalogue over the changed source. Throws where the source is not as it was. */
export async function loadMutant({ target, file, find, replace }: Mutant): Promise<Target> {
	const changed = join(ROOT, file);
	const text = readFileSync(changed, "utf8");
	if (text.split(find).length !== 2) throw new Error(`${target}: ${file} does not have ${JSON.stringify(find)} once`);
	const { outputFiles } = await build({
		entryPoints: [fileURLToPath(new URL("catalogue.ts", import.meta.url))],
		bundle: true,
		write: false,
		format: "esm",
		platform: "node",
		logLevel: "silent",
		plugins: [
			{
				name: "mutant",
				setup({ onLoad }) {
					onLoad({ filter: /\.ts$/ }, ({ path }) =>
						relative(changed, path) === "" ? { contents: text.replace(find, () => replace), loader: "ts" } : null,
					);
				},
			},
		],
	});
	const code = outputFiles[0]?.text ?? "";
	const { TARGETS }: { TARGETS: readonly Target[] } = await import(
		`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`
	);
	const found = TARGETS.find(({ name }) => name === target);
	if (found === undefined) throw new Error(`no decoder is called ${target}`);
	return found;
}
