/** The symbols of latex-text.ts. Packed in the phone's bundle: docs/decisions/2026-11-27-what-the-phone-carries.md. */

const SYMBOLS =
	"times × cdot · div ÷ pm ± mp ∓ ast * star * bullet • approx ≈ sim ~ simeq ≃ cong ≅ equiv ≡ propto ∝ neq ≠ ne ≠ leq ≤ le ≤ " +
	"leqslant ≤ geq ≥ ge ≥ geqslant ≥ ll ≪ gg ≫ lt < gt > infty ∞ to → rightarrow → longrightarrow → Rightarrow ⇒ implies ⇒ " +
	"Longrightarrow ⇒ leftarrow ← gets ← Leftarrow ⇐ leftrightarrow ↔ Leftrightarrow ⇔ iff ⇔ uparrow ↑ downarrow ↓ mapsto ↦ " +
	"rightleftharpoons ⇌ xrightarrow → degree ° circ ° prime ′ angle ∠ perp ⊥ parallel ∥ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ " +
	"supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ " +
	"vee ∨ oplus ⊕ otimes ⊗ partial ∂ nabla ∇ hbar ħ ell ℓ Re Re Im Im aleph ℵ therefore ∴ because ∵ mid | vert | lvert | " +
	"rvert | Vert ‖ lVert ‖ rVert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } backslash \\ " +
	"checkmark ✓ square □ triangle △ ldots … dots … cdots … vdots … dotsc … alpha α beta β gamma γ delta δ epsilon ε " +
	"varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ " +
	"phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
	"sum Σ prod Π int ∫ iint ∬ iiint ∭ oint ∮ bigcup ∪ bigcap ∩ euro € pounds £ textdegree °";

/** Pairs of a command and its character. */
export function latexSymbols(): string {
	return SYMBOLS;
}
