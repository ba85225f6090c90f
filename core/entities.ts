/** Characters by their names in HTML (its Latin-1, symbol and special sets) and by number. Pure. */
import { stripInvisible } from "./printable.ts";

/** U+00A0 to U+00FF in order. */
const LATIN =
	"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para " +
	"middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute " +
	"Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute " +
	"THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde " +
	"ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const OTHERS =
	"amp & lt < gt > quot \" apos ' ensp \u0020 emsp \u0020 thinsp \u0020 zwnj  zwj  lrm  rlm  ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ " +
	"ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € " +
	"trade ™ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ " +
	"isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ " +
	"cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ loz ◊ spades ♠ clubs ♣ " +
	"hearts ♥ diams ♦ male ♂ female ♀ check ✓ cross ✗ star ☆ starf ★ frac13 ⅓ frac23 ⅔ frac15 ⅕ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞ " +
	"num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals = quest ? excl ! lsqb [ rsqb ] " +
	"lbrack [ rbrack ] bsol \\ lowbar _ grave ` lcub { rcub } vert | verbar | commat @ Hat ^ tilde ˜ circ ˆ OElig Œ oelig œ Scaron Š " +
	"scaron š Yuml Ÿ fnof ƒ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ " +
	"Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η " +
	"theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω";

const NAMES: ReadonlyMap<string, string> = new Map([
	...LATIN.split(" ").map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
	...OTHERS.split(/ (?=[A-Za-z][A-Za-z0-9]+ )/).map((pair): [string, string] => {
		const at = pair.indexOf(" ");
		return [pair.slice(0, at), pair.slice(at + 1)];
	}),
]);

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,30}));/iy;

/** The entity at `at`, which is a `&`, or null where there is none. */
export function entityAt(text: string, at: number): { text: string; end: number } | null {
	ENTITY.lastIndex = at;
	const found = ENTITY.exec(text);
	if (found === null) return null;
	const [whole, decimal, hex, name = ""] = found;
	const said = decimal === undefined && hex === undefined ? named(name) : numbered(decimal, hex);
	return said === undefined ? null : { text: said, end: at + whole.length };
}

function named(name: string): string | undefined {
	const character = NAMES.get(name) ?? NAMES.get(name.toLowerCase());
	return character === undefined ? undefined : stripInvisible(character);
}

function numbered(decimal: string | undefined, hex: string | undefined): string {
	const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
	return code >= 32 && code <= 0x10ffff ? stripInvisible(String.fromCodePoint(code)) : "";
}

/** A block of code whose signs were all escaped; one that has such a sign as it is speaks of entities. */
export function unescapeCode(code: string): string {
	const pairs = [
		["&lt;", "<"],
		["&gt;", ">"],
		["&quot;", '"'],
		["&#39;", "'"],
	] as const;
	if (!code.includes("&") || pairs.some(([name, sign]) => code.includes(name) && code.includes(sign))) return code;
	return pairs
		.reduce((text, [name, sign]) => text.split(name).join(sign), code)
		.split("&amp;")
		.join("&");
}
