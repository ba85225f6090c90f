/**
 * Defects by the syntax tree: a source with every small change of its conditions, bounds and returns in it, of which one at a time
 * is switched on. Owns which changes there are. Rule: with none switched on the source does as it did.
 */
import { parseSync } from "oxc-parser";

/** `line`: where it is, from 1. `within`: the number of the change that returns early from the function it is in. */
export type Change = { readonly line: number; readonly what: string; readonly within: number };

export type Mutable = { readonly code: string; readonly changes: readonly Change[] };

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown };
type Edit = { readonly start: number; readonly end: number; readonly text: string };

const LOOPS = ["ForStatement", "ForOfStatement", "ForInStatement", "WhileStatement", "DoWhileStatement"];
const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const OTHER_BOUND: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const BOUND = /^\d+$|^(?:[A-Z0-9_]+_)?(?:LIMIT|MAX|MOST|LEAST|BYTES)$/;

/** `first`: the number of its first change. The code asks `mutant.is(number)` for each, and calls `mutant.turn()` in every loop. */
export function mutable(path: string, text: string, first: number): Mutable {
	const { program, errors } = parseSync(path, text);
	const [error] = errors;
	if (error !== undefined) throw new Error(`${path}: ${error.message}`);
	const changes: Change[] = [];
	const raw = ({ start, end }: Node) => text.slice(start, end);

	function add(node: Node, what: string, within: number): string {
		const line = text.slice(0, node.start).split("\n").length;
		const number = first + changes.length;
		changes.push({ line, what, within: within < 0 ? number : within });
		return `mutant.is(${number})`;
	}

	/** The text of a node with the changes within it; those of the node itself are around that. */
	function render(node: Node, within: number): string {
		const inner = FUNCTIONS.includes(node.type) ? renderFunction(node) : patched(node, editsIn(node, within));
		if (within < 0) return inner;
		return alternatives(node, raw).reduce(
			(base, [what, other]) => `(${add(node, what, within)} ? ${other} : ${base})`,
			inner,
		);
	}

	function renderFunction(node: Node): string {
		const { body } = node;
		if (!isNode(body)) return raw(node);
		const early = add(node, "returns early", -1);
		const within = first + changes.length - 1;
		const rendered = render(body, within);
		const text =
			body.type === "BlockStatement" || body.type === "FunctionBody"
				? rendered.replace("{", () => `{ if (${early}) return;`)
				: `(${early} ? undefined : ${rendered})`;
		return patched(node, [{ start: body.start, end: body.end, text }]);
	}

	function editsIn(node: Node, within: number): Edit[] {
		return partsOf(node).map(({ part, isTest }) => {
			const rendered = render(part, within);
			const { start, end } = part;
			if (LOOPS.includes(node.type) && node.body === part)
				return { start, end, text: `{ mutant.turn(); ${rendered} }` };
			if (!isTest || within < 0) return { start, end, text: rendered };
			return { start, end, text: `(${add(part, "negated", within)} ? !(${raw(part)}) : ${rendered})` };
		});
	}

	function patched({ start, end }: Node, edits: readonly Edit[]): string {
		let at = start;
		let whole = "";
		for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
			// The two names of `import { name }` are one text.
			if (edit.start < at) continue;
			whole += text.slice(at, edit.start) + edit.text;
			at = edit.end;
		}
		return whole + text.slice(at, end);
	}

	const body: readonly unknown[] = program.body;
	const edits = body.filter(isNode).map((node) => ({ ...node, text: render(node, -1) }));
	return { code: patched({ type: "Program", start: 0, end: text.length }, edits), changes };
}

/** What may stand in the place of an expression. */
function alternatives(node: Node, raw: (node: Node) => string): [string, string][] {
	const { left, right, operator } = node;
	if (!isNode(left) || !isNode(right) || typeof operator !== "string") return [];
	if (node.type === "LogicalExpression" && operator !== "??")
		return [
			["without its right side", `(${raw(left)})`],
			["without its left side", `(${raw(right)})`],
		];
	const other = node.type === "BinaryExpression" ? OTHER_BOUND[operator] : undefined;
	if (other === undefined) return [];
	const swapped: [string, string] = [`${other} for ${operator}`, `(${raw(left)} ${other} ${raw(right)})`];
	return BOUND.test(raw(right))
		? [swapped, ["another bound", `(${raw(left)} ${operator} ${raw(right)} + 2)`]]
		: [swapped];
}

/** The parts of a node that are run: no types, and no names. */
function partsOf(node: Node): { part: Node; isTest: boolean }[] {
	if (node.type.startsWith("TS")) return isNode(node.expression) ? [{ part: node.expression, isTest: false }] : [];
	const isChoice = node.type === "IfStatement" || node.type === "ConditionalExpression";
	return Object.entries(node).flatMap(([name, value]) => {
		const isShorthand = node.type === "Property" && node.shorthand === true;
		if (isShorthand || name.startsWith("type") || name === "returnType" || name === "params") return [];
		const parts = Array.isArray(value) ? value : [value];
		return parts.filter(isNode).map((part) => ({ part, isTest: isChoice && name === "test" }));
	});
}

function isNode(value: unknown): value is Node {
	return typeof value === "object" && value !== null && "type" in value && "start" in value;
}
