/** Functions that move inward, and those that must stay; and that no program does anything else afterwards. */
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sink } from "./sink.ts";

/** Without what the moves leave between statements. */
function tidy(code: string): string {
	return code
		.replace(/[\s;]+/g, " ")
		.replace(/ ?([{}()]) ?/g, "$1")
		.trim();
}

const MOVES: readonly (readonly [string, string, string])[] = [
	[
		"into the one function that calls it",
		"function f(){return 1} function g(){return f()} out(g); out(g);",
		"function g(){return f() function f(){return 1}} out(g) out(g)",
	],
	[
		"through several",
		"function f(){return 1} function g(){return f()} o.a = { build(){ return g() } };",
		"o.a = { build(){ return g() function g(){ return f() function f(){return 1} } } };",
	],
	[
		"to where all its calls are, and no further",
		"function f(){} o.a = function(){ o.b = () => { f() }; o.c = () => { f() } };",
		"o.a = function(){ o.b = () => { f() }; o.c = () => { f() }; function f(){} };",
	],
	[
		"with a call of itself in it",
		"function f(n){return n && f(n-1)} o.a = () => { f(3) };",
		"o.a = () => { f(3) function f(n){return n && f(n-1)} };",
	],
	[
		"behind a directive and a comment",
		'function f(){} o.a = () => { "a directive"; f() // last\n};',
		'o.a = () => { "a directive"; f() // last\n; function f(){} };',
	],
	["where its call is optional", "function f(){} o.a = () => { f?.() };", "o.a = () => { f?.() function f(){} };"],
	[
		"past a variable of the same name as one of its own",
		"function f(a){return a} o.a = (a) => { f(a) };",
		"o.a = (a) => { f(a) function f(a){return a} };",
	],
];

const STAYS: readonly (readonly [string, string])[] = [
	["that is a value somewhere, since each is another one then", "function f(){} o.a = () => { f(); on(f) };"],
	["that keeps something on itself", "function f(){ f.n = 1 } o.a = () => { f() };"],
	["that is constructed", "function F(){} o.a = () => { new F() };"],
	["that is asked for its kind", "function f(){} o.a = () => { typeof f; f() };"],
	["that is given anew", "function f(){} o.a = () => { f() }; f = null;"],
	["that is declared twice", "function f(){} function f(){ return 2 } o.a = () => { f() };"],
	["that is a parameter too", "o.b = (f) => { function f(){} o.a = () => { f() } };"],
	["that may look at itself by its arguments", "function f(){ return arguments } o.a = () => { f() };"],
	["whose names mean something else there", "var x = 1; function f(){ return x } o.a = (x) => { f() };"],
	[
		"whose names mean something else on the way",
		"var x = 1; function f(){ return x } o.a = (x) => { o.b = () => { f() } };",
	],
	["that a block hides there", "function f(){} o.a = () => { f(); var f };"],
	["that would become strict", 'function f(){ return this } o.a = () => { "use strict"; f() };'],
	["that is called in a parameter's default", "function f(){} o.a = (x = f()) => { x };"],
	["whose caller is an expression", "function f(){} o.a = () => f();"],
	["that stands in a block", "if (o) { function f(){} o.a = () => { f() } }"],
	["that nobody calls", "function f(){}"],
	["beside eval", "function f(){} o.a = () => { f(); eval('f') };"],
	["inside with", "function f(){} with (o) { o.a = () => { f() } }"],
];

describe("a function", () => {
	test.each(MOVES)("moves %s", (_, before, after) => {
		expect(tidy(sink(before))).toBe(tidy(after));
	});

	test.each(STAYS)("stays %s", (_, code) => {
		expect(sink(code)).toBe(code);
	});
});

/** A program as text, grown from `choices`: few names, so that they hide each other; what is called is mostly there. */
function program(choices: readonly number[]): string {
	let at = 0;
	const pick = (most: number) => (choices[at++ % choices.length] ?? 0) % most;
	const of = <T>(list: readonly [T, ...T[]]): T => list[pick(list.length)] ?? list[0];
	const FUNCTIONS = ["f", "g", "h", "k", "m"] as const;
	const VALUES = ["x", "y", "z"] as const;

	/** Statements in which `seen` can be called, and what they declare. */
	function statements(seen: readonly string[], depth: number): string {
		const first = pick(FUNCTIONS.length);
		const declared = depth > 3 ? [] : FUNCTIONS.slice(first, first + 1 + pick(2));
		const all = [...new Set([...seen, ...declared])];
		const parts = [
			...declared.map((name) => declaration(name, all, depth + 1)),
			...Array.from({ length: 1 + pick(3) }, () => use(all, depth)),
			...(pick(3) ? [] : [`var ${of(VALUES)}=${pick(9)};`]),
			...(pick(20) ? [] : [`${all[pick(all.length)] ?? "f"}=()=>9;`]),
		];
		return pick(2) ? parts.join("") : parts.reverse().join("");
	}

	function declaration(name: string, seen: readonly string[], depth: number): string {
		const parameter = pick(6) ? of(VALUES) : of(FUNCTIONS);
		const whole = pick(8) ? parameter : `${parameter}=${seen[pick(seen.length)] ?? "f"}(1)`;
		const block = `{${pick(8) ? "" : '"use strict";'}if(!tick())return 0;${statements(seen, depth)}return ${value(seen)}}`;
		if (pick(5) === 0) return `var ${name}=(${parameter})=>${block};`;
		return `function ${name}(${pick(8) || !block.startsWith('{"') ? whole : parameter})${block}`;
	}

	function use(seen: readonly string[], depth: number): string {
		const name = seen[pick(seen.length)] ?? "f";
		switch (pick(10)) {
			case 0:
				return `log(of(${name}));`;
			case 1:
				return "log(this===undefined,arguments.length);";
			case 2:
				return `for(let ${of(VALUES)}=0;tick();){${use(seen, depth + 1)}break}`;
			case 3:
				return `{let ${pick(4) ? of(VALUES) : of(FUNCTIONS)}=${pick(9)};${use(seen, depth + 1)}}`;
			case 4:
				return `on(function(${of(VALUES)}){${use(seen, depth + 1)}return ${value(seen)}});`;
			default:
				return `log(${value(seen)});`;
		}
	}

	function value(seen: readonly string[]): string {
		const name = seen[pick(seen.length)] ?? "f";
		return pick(3)
			? `call(()=>{return ${name}(${pick(9)})})`
			: of([`typeof ${of(VALUES)}`, `show(${of(VALUES)})`, `${name}(${pick(9)})`]);
	}

	return `"a body";var x=1,y=2;${statements(["f"], 0)}${FUNCTIONS.map((name) => `call(()=>{return ${name}(7)});`).join("")}`;
}

/** What it does: all that it says, and how it ends. */
function run(code: string): string[] {
	const said: string[] = [];
	let fuel = 300;
	const known: unknown[] = [];
	const handlers: ((value: number) => unknown)[] = [];
	const show = (value: unknown) => (typeof value === "function" ? "function" : String(value));
	const call = (callback: () => unknown) => {
		try {
			return show(callback());
		} catch (error) {
			return nameOf(error);
		}
	};
	/** A number for each thing, the same for the same. */
	const numberOf = (value: unknown) => (known.includes(value) ? known.indexOf(value) : known.push(value) - 1);
	const given = {
		tick: () => fuel-- > 0,
		log: (...values: unknown[]) => void said.push(values.map(show).join()),
		on: (handler: (value: number) => unknown) => void handlers.push(handler),
		...{ show, call, of: numberOf },
	};
	said.push(call(() => runInNewContext(`(function(){${code}})()`, given, { timeout: 2_000 })));
	for (const handler of handlers.slice(0, 20))
		said.push(
			call(() => handler(3)),
			call(() => handler(4)),
		);
	return said;
}

/** Errors of another context are none of ours. */
function nameOf(error: unknown): string {
	return error instanceof Object && "name" in error
		? String(error.name)
		: `thrown ${String(Reflect.get(Object(error), "name"))}`;
}

function isProgram(code: string): boolean {
	try {
		sink(code);
		return true;
	} catch (error) {
		if (error instanceof SyntaxError) return false;
		throw error;
	}
}

test("whatever a program does, it does after its functions have moved", () => {
	let moved = 0;
	fc.assert(
		fc.property(fc.array(fc.nat(1_000), { minLength: 20, maxLength: 200 }).map(program).filter(isProgram), (code) => {
			const sunk = sink(code);
			if (sunk !== code) moved++;
			expect(run(sunk)).toEqual(run(code));
			expect(sink(sunk)).toBe(sunk);
		}),
		{ numRuns: 400 },
	);
	expect(moved).toBeGreaterThan(50);
}, 120_000);
