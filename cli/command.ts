/**
 * What every command shares. Owns how a command declares its flags, and all that follows from them: what is taken, what `--help`
 * prints, how a mistake is told, the exit status. Never what a flag's value means. Rule: a mistake is a UsageError, which is one
 * line on standard error and exit status 2.
 */
import { parseArgs } from "node:util";

/** The command line is wrong, and `message` says why in one line. */
export class UsageError extends Error {
	override name = "UsageError" as const;
}

type Flag = {
	readonly type: "string" | "boolean";
	/** What stands for the value in the help, such as `FOLDER`. */
	readonly value?: string;
	/** What it does, for the help. A flag without it is one that only processes of the same command give each other. */
	readonly says?: string;
	readonly default?: string;
	readonly multiple?: boolean;
};

export type Flags = Readonly<Record<string, Flag>>;

export type Command<F extends Flags = Flags> = {
	/** As it is typed, such as `npm run -s bench --`. */
	readonly call: string;
	readonly does: string;
	/** What follows the call, a line for each way. Default: every flag. */
	readonly forms?: readonly string[];
	readonly flags: F;
	/** True if it takes words beside flags. */
	readonly takesWords?: boolean;
	/** What the help says below the flags, a paragraph each. */
	readonly notes?: readonly string[];
	/** What an exit status means, besides 2. */
	readonly ends?: string;
};

const HELP: Flag = { type: "boolean", says: "these lines" };
const WIDTH = 110;

/** Flags and words. Throws UsageError. */
export function readLine<const F extends Flags>(command: Command<F>, args: readonly string[]) {
	const line = parsed(command, args);
	const [word] = line.positionals;
	if (command.takesWords !== true && word !== undefined) throw new UsageError(`there is no place for ${word}`);
	return line;
}

function parsed<const F extends Flags>(command: Command<F>, args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: command.flags, allowPositionals: true });
	} catch (error) {
		throw new UsageError(mistakeIn(error instanceof Error ? error.message : String(error), command));
	}
}

/** Node's words up to the advice, which is for whoever wrote the program; and which flags there are, if that was the mistake. */
function mistakeIn(message: string, command: Command): string {
	const [first = message] = message.split(/\. |\.?\n/);
	if (!first.startsWith("Unknown option")) return first;
	return `${first}; there are ${shownFlags(command)
		.map(([name]) => `--${name}`)
		.join(", ")}`;
}

/** Runs it with the arguments of this process. `run` gives the exit status. */
export async function runCommand(
	command: Command,
	run: (args: readonly string[]) => number | Promise<number>,
): Promise<void> {
	const args = process.argv.slice(2);
	if (asksForHelp(args)) {
		process.stdout.write(helpOf(command));
		return;
	}
	try {
		process.exitCode = await run(args);
	} catch (error) {
		const isMistake = error instanceof UsageError;
		const help = isMistake ? `; ${command.call} --help says more` : "";
		process.stderr.write(`${nameOf(command)}: ${error instanceof Error ? error.message : String(error)}${help}\n`);
		process.exitCode = isMistake ? 2 : 1;
	}
}

/** Whatever else stands there. */
function asksForHelp(args: readonly string[]): boolean {
	const end = args.indexOf("--");
	return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === "--help" || arg === "-h");
}

function helpOf(command: Command): string {
	const { call, does, forms = [everyFlag(command)], notes = [], ends } = command;
	const width = Math.max(...shownFlags(command).map((flag) => flagWithValue(flag).length)) + 2;
	const rows = shownFlags(command).flatMap((flag) => {
		const [, { says = "", default: usual }] = flag;
		const lines = wrapped(usual === undefined ? says : `${says} (${usual})`, WIDTH - width - 2);
		return lines.map((line, at) => `  ${(at === 0 ? flagWithValue(flag) : "").padEnd(width)}${line}`.trimEnd());
	});
	const paragraphs = [
		wrapped(does, WIDTH).join("\n"),
		forms.map((form) => `  ${call} ${form}`.trimEnd()).join("\n"),
		rows.join("\n"),
		...notes.map((note) => wrapped(note, WIDTH).join("\n")),
		`Exit status: ${ends ?? "0 it did; 1 it could not"}; 2 the command line is wrong.`,
	];
	return `${paragraphs.join("\n\n")}\n`;
}

function shownFlags({ flags }: Command): [string, Flag][] {
	const own = Object.entries(flags).filter(([, { says }]) => says !== undefined);
	return [...own, ["help", HELP]];
}

function flagWithValue([name, { type, value = "VALUE" }]: readonly [string, Flag]): string {
	return type === "boolean" ? `--${name}` : `--${name} ${value}`;
}

function everyFlag(command: Command): string {
	return shownFlags(command)
		.map((flag) => `[${flagWithValue(flag)}${flag[1].multiple ? " ..." : ""}]`)
		.join(" ");
}

/** Lines that are there stay; a longer one is broken at spaces, and goes on under its own beginning. */
function wrapped(text: string, width: number): string[] {
	return text.split("\n").flatMap((line) => {
		const indent = /^ */.exec(line)?.[0] ?? "";
		const lines = [""];
		for (const word of line.trim().split(" ")) {
			const last = lines[lines.length - 1] ?? "";
			const longer = last === "" ? indent + word : `${last} ${word}`;
			if (last !== "" && longer.length > width) lines.push(indent + word);
			else lines[lines.length - 1] = longer;
		}
		return lines;
	});
}

function nameOf({ call }: Command): string {
	return /([\w-]+)(?: --)?$/.exec(call)?.[1] ?? call;
}

/** A flag with a value. */
export function taking(value: string, says: string) {
	return { type: "string", value, says } as const;
}

/** From 1. Throws UsageError. */
export function wholeNumber(flag: string, text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new UsageError(`--${flag} must be 1 or more, not ${text}`);
	return number;
}

/** Throws UsageError. */
export function oneOf<const T extends string>(flag: string, value: string, allowed: readonly T[]): T {
	const found = allowed.find((one) => one === value);
	if (found === undefined) throw new UsageError(`--${flag} must be one of ${allowed.join(", ")}, not ${value}`);
	return found;
}

/** What `parse` throws is a mistake in the flag's value. */
export function decodeWith<T>(flag: string, parse: (text: string) => T, text: string): T {
	try {
		return parse(text);
	} catch (error) {
		throw new UsageError(`--${flag}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
