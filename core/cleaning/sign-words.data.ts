/** The names of signs, by language. Packed in the phone's bundle: docs/decisions/2026-11-27-what-the-phone-carries.md. */
import words from "./sign-words.json";

const PAIRS =
	"⬆ ↑ ⬇ ↓ ➡ → ⬅ ← ⤴ ↑ ⤵ ↓ 🔼 ▲ 🔽 ▼ ⏫ ▲ ⏬ ▼ 🔺 ▲ 🔻 ▼ 📈 ↑ 📉 ↓ ✅ ✓ ✔ ✓ ☑ ✓ ❌ ✗ ❎ ✗ ✘ ✗ ✖ × ➕ + ➖ − ➗ ÷ ♾ ∞ ⭐ ★ ❤ ♥ 🧡 ♥ " +
	"💛 ♥ 💚 ♥ 💙 ♥ 💜 ♥ 🖤 ♥ 🤍 ♥ 🤎 ♥ 🩷 ♥ 🩵 ♥ 🩶 ♥ 🅰 A 🅱 B 🆎 AB 🅾 O 🅿 P Ⓜ M ℹ i 🆗 OK 🆕 NEW 🆓 FREE 🆒 COOL 🆙 UP 🆘 SOS 🆔 ID 🆚 VS " +
	"🔟 10 💯 100 ⭕ ○ 💲 $ ❗ ! ❕ ! ❓ ? ❔ ? ‼ !! ⁉ !? 🎵 ♪ 🎶 ♪ 🔁 ↻ 🔄 ↻ ⏩ ▶ ⏪ ◀ ⚫ ● ⚪ ○ ♠ ♠ ♣ ♣ ♥ ♥ ♦ ♦ ♀ ♀ ♂ ♂ ☎ ☎ ▶ ▶ ◀ ◀ " +
	"↔ ↔ ↕ ↕ ↖ ↖ ↗ ↗ ↘ ↘ ↙ ↙ ↩ ↩ ↪ ↪ © © ® ® ™ ™ ♟ ♟ ☯ ☯ ✝ ✝ ☪ ☪ ✡ ✡ ▪ ▪ ▫ ▫ ◼ ■ ◻ □ ⬛ ■ ⬜ □";

/** By language, in the order of the signs, with a bar between. */
export function signNames(): Readonly<Record<string, string>> {
	return words.names;
}

/** `firstMood`: with it begin the feelings and gestures. */
export function namedSigns(): { readonly signs: string; readonly firstMood: string } {
	return { signs: words.signs, firstMood: words.firstMood };
}

/** Pairs of an emoji and the plain sign that says the same, whatever the language. */
export function signPairs(): string {
	return PAIRS;
}
