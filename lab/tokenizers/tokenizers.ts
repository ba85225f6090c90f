/** Real tokenizers with the vocabularies of their makers, for what we say of tokens before anybody has counted them. */
import claude from "@anthropic-ai/tokenizer/claude.json" with { type: "json" };
import { getEncoding } from "js-tiktoken";
import { Tiktoken } from "js-tiktoken/lite";
import llama3 from "llama3-tokenizer-js";
import mistral from "mistral-tokenizer-js";

export type Tokenizer = { name: string; count(text: string): number };

const o200k = getEncoding("o200k_base");
const cl100k = getEncoding("cl100k_base");
const claude2 = new Tiktoken(claude);

export const TOKENIZERS: readonly Tokenizer[] = [
	{ name: "o200k of OpenAI", count: (text) => o200k.encode(text, [], []).length },
	{ name: "cl100k of OpenAI", count: (text) => cl100k.encode(text, [], []).length },
	// As Anthropic's own package does it.
	{ name: "Claude 2's of Anthropic", count: (text) => claude2.encode(text.normalize("NFKC"), [], []).length },
	{ name: "Llama 3's of Meta", count: (text) => llama3.encode(text, { bos: false, eos: false }).length },
	{ name: "Mistral's first", count: (text) => mistral.encode(text, false, false).length },
];
