/** The package brings no types. */
declare module "mistral-tokenizer-js" {
	const tokenizer: { encode(text: string, addBos?: boolean, addPrecedingSpace?: boolean): number[] };
	export default tokenizer;
}
