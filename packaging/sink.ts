/**
 * Moves a function into the one function that needs it, in the code for a watch. Owns what may move, and where to. What it is
 * for: a function that stands ready costs heap for as long as its surface lives; inside another it is made when that one is
 * called, and gone after. Rule: the code does what it did before, so a function moves only if all that is ever done with it is
 * to call it by its name.
 */
import { readFileSync } from "node:fs";
import { type Program, parse } from "acorn";
import { simple } from "acorn-walk";
import { analyze, type Reference, type Scope, type Variable } from "eslint-scope";
import type * as ESTree from "estree";
import { cached, hashText } from "../packing/cache.ts";

/** From the first character to the one after the last. */
type Span = readonly [from: number, to: number];

/** What is cut out, and the end of the body that it goes to. */
type Move = { readonly declaration: Span; readonly into: Span };

const ECMA_VERSION = 2020;

/** What the cache's hash also depends on: raise it when other functions move. */
const RECIPE = 1;

/** The same as `sink`, made once for its content. */
export async function withFunctionsInside(code: string): Promise<string> {
	const path = await cached(`sunk-${hashText(code, [RECIPE])}.js`, async () => Buffer.from(sink(code)));
	return readFileSync(path, "utf8");
}

/** `code` is the body of a function in sloppy mode. With `eval` or `with` in it, it stays as it is. */
export function sink(code: string): string {
	let sunk = code;
	for (let next = sinkOnce(sunk); next !== sunk; next = sinkOnce(sunk)) sunk = next;
	return sunk;
}

/** One pass: moves that concern the same code wait for the next. */
function sinkOnce(code: string): string {
	const ast = parse(code, { ecmaVersion: ECMA_VERSION, allowReturnOutsideFunction: true, ranges: true });
	if (!isProgram(ast)) return code;
	const { scopes } = analyze(ast, { ecmaVersion: ECMA_VERSION, nodejsScope: true });
	if (scopes.some(isDynamic)) return code;
	const callees = calleesOf(ast);
	const moves: Move[] = [];
	for (const scope of scopes.filter(({ type }) => type === "function")) {
		for (const variable of scope.variables) {
			const move = moveOf(variable, scope, callees);
			if (move !== null && moves.every((other) => areApart(move, other))) moves.push(move);
		}
	}
	return apply(code, moves);
}

/** Acorn's tree is ESTree's, by other types. */
function isProgram(tree: object): tree is ESTree.Program & Program {
	return "type" in tree && tree.type === "Program";
}

/** A name in it may mean what nobody can tell from the text. */
function isDynamic({ type, through }: Scope): boolean {
	return type === "with" || (type === "global" && through.some(({ identifier }) => identifier.name === "eval"));
}

/** Where a name stands that is called. */
function calleesOf(ast: Program): ReadonlySet<number> {
	const callees = new Set<number>();
	simple(ast, {
		CallExpression({ callee }) {
			if (callee.type === "Identifier") callees.add(callee.start);
		},
	});
	return callees;
}

function moveOf(variable: Variable, home: Scope, callees: ReadonlySet<number>): Move | null {
	const [definition, another] = variable.defs;
	if (definition === undefined || another !== undefined || definition.type !== "FunctionName") return null;
	if (!statementsOf(home.block).includes(definition.node)) return null;
	const declaration = spanOf(definition.node);
	const own = home.childScopes.find(({ block }) => block === definition.node);
	const isOnlyCalled = variable.references.every(({ identifier }) => callees.has(spanOf(identifier)[0]));
	if (own === undefined || !isOnlyCalled || (own.set.get("arguments")?.references.length ?? 0) > 0) return null;
	const names = new Set([variable.name, ...own.through.map(({ identifier }) => identifier.name)]);
	const uses = variable.references.filter(({ identifier }) => !holds(declaration, spanOf(identifier)[0]));
	const [first = [], ...others] = uses.map((use) => functionsBetween(home, use));
	const shared = first.filter((scope) => others.every((path) => path.includes(scope)));
	const fits = (scope: Scope) => scope.isStrict === home.isStrict && !isShadowed(names, scope, home);
	const bodies = shared.filter(fits).flatMap(({ block }) => bodyOf(block) ?? []);
	const innermost = bodies[bodies.length - 1];
	return innermost === undefined ? null : { declaration, into: spanOf(innermost) };
}

/** Neither is within the other's, nor goes there: so each is right whatever becomes of the other. */
function areApart(one: Move, other: Move): boolean {
	const touches = ({ declaration }: Move, { declaration: [from], into: [, to] }: Move) =>
		holds(declaration, from) || holds(declaration, to - 1);
	return !touches(one, other) && !touches(other, one);
}

/** A declaration counts in its whole function, so it may stand at the end, where no directive is in front of it. */
function apply(code: string, moves: readonly Move[]): string {
	const edits = moves.flatMap(({ declaration: [from, to], into: [, end] }) => [
		{ at: from, skips: to - from, text: ";" },
		{ at: end - 1, skips: 0, text: `\n;${code.slice(from, to)}` },
	]);
	let done = 0;
	let result = "";
	for (const { at, skips, text } of edits.sort((a, b) => a.at - b.at)) {
		result += code.slice(done, at) + text;
		done = at + skips;
	}
	return result + code.slice(done);
}

/** The functions in whose bodies a name is used, from the outermost within `home`. */
function functionsBetween(home: Scope, { identifier, from }: Reference): Scope[] {
	const at = spanOf(identifier)[0];
	const around = functionsAround(from);
	return around.slice(around.indexOf(home) + 1).filter(({ block }) => {
		const body = bodyOf(block);
		return body !== null && holds(spanOf(body), at);
	});
}

/** From the outermost. */
function functionsAround(from: Scope | null): Scope[] {
	const found: Scope[] = [];
	for (let scope = from; scope !== null; scope = scope.upper) if (scope.type === "function") found.unshift(scope);
	return found;
}

function isShadowed(names: ReadonlySet<string>, from: Scope, home: Scope): boolean {
	for (let scope: Scope | null = from; scope !== null && scope !== home; scope = scope.upper) {
		if (scope.variables.some(({ name }) => names.has(name))) return true;
	}
	return false;
}

/** The block of a function, with its braces; null where it is one expression or the whole code. */
function bodyOf(node: ESTree.Node): ESTree.BlockStatement | null {
	switch (node.type) {
		case "FunctionDeclaration":
		case "FunctionExpression":
		case "ArrowFunctionExpression":
			return node.body.type === "BlockStatement" ? node.body : null;
		default:
			return null;
	}
}

function statementsOf(node: ESTree.Node): readonly ESTree.Node[] {
	return node.type === "Program" ? node.body : (bodyOf(node)?.body ?? []);
}

function spanOf({ range }: { range?: Span | undefined }): Span {
	if (range === undefined) throw new Error("a node without its place");
	return range;
}

function holds([from, to]: Span, at: number): boolean {
	return at >= from && at < to;
}
