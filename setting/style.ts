/**
 * How the page looks. Every text has its own colour and every card its own ground, so that a dark Zepp app
 * changes neither.
 */
import { ALARM, BLACK, CARD, EDGE, FAINT, GRAVE, GROUND, INK, KEY, LINE, SUCCESS } from "./palette.ts";

export const pageStyle: SettingsStyle = {
	padding: "12px 16px 32px",
	minHeight: "100vh",
	background: GROUND,
	color: INK,
	fontSize: "16px",
	lineHeight: "1.45",
};

/** As `pageStyle`, and what is in it begins on the right. */
export const fromRightStyle: SettingsStyle = { ...pageStyle, direction: "rtl" };

const cardStyle: SettingsStyle = {
	margin: "8px 0 16px",
	padding: "10px 16px",
	borderRadius: "16px",
	background: CARD,
	color: INK,
};

const foldStyle: SettingsStyle = { display: "flex", alignItems: "center", minHeight: "44px", gap: "12px" };

const foldButtonStyle: SettingsStyle = {
	flex: "1",
	minWidth: "0",
	margin: "0",
	padding: "8px 0",
	background: "transparent",
	border: "none",
	color: INK,
	fontSize: "16px",
	fontWeight: "600",
	textAlign: "start",
	justifyContent: "flex-start",
};

const summaryStyle: SettingsStyle = {
	display: "block",
	margin: "-8px 0 6px",
	overflow: "hidden",
	textOverflow: "ellipsis",
	whiteSpace: "nowrap",
	color: FAINT,
	fontSize: "14px",
};

const fieldStyle: SettingsStyle = {
	margin: "4px 0",
	padding: "8px 12px",
	border: `1px solid ${EDGE}`,
	borderRadius: "10px",
};

const literalStyle: SettingsStyle = {
	display: "block",
	margin: "6px 0",
	padding: "8px 12px",
	borderRadius: "10px",
	background: GROUND,
	color: INK,
	fontSize: "14px",
	whiteSpace: "pre-wrap",
	wordBreak: "break-word",
	userSelect: "text",
	WebkitUserSelect: "text",
};

const buttonStyle: SettingsStyle = {
	display: "block",
	width: "100%",
	margin: "6px 0",
	padding: "10px 16px",
	borderRadius: "12px",
	fontSize: "16px",
	textAlign: "center",
};

const TONES: Record<Tone, SettingsStyle> = {
	main: { background: INK, color: CARD },
	plain: { background: KEY, color: INK },
	grave: { background: GRAVE, color: CARD },
};

/** `main`: what one comes for. `grave`: cannot be undone. */
type Tone = "main" | "plain" | "grave";

export function button(label: string, tone: Tone, onClick: () => void): SettingsElement {
	return Button({ label, style: { ...buttonStyle, ...TONES[tone] }, onClick });
}

/** Two buttons of one weight, side by side. */
export function pair(one: SettingsElement, other: SettingsElement): SettingsElement {
	const half: SettingsStyle = { flex: "1", minWidth: "0" };
	return View({ style: { display: "flex", gap: "8px" } }, [View({ style: half }, one), View({ style: half }, other)]);
}

/** A text field in a frame: Zepp's own shows none. `rows`: of a text that may be long. */
export function field(
	label: string,
	value: string,
	placeholder: string,
	onChange: (value: string) => void,
	rows = 1,
): SettingsElement {
	return View({ style: fieldStyle }, [
		TextInput({
			...(rows > 1 ? { multiline: true, rows } : {}),
			label,
			value,
			placeholder,
			onChange,
			labelStyle: { color: FAINT, fontSize: "13px" },
			subStyle: { color: INK, fontSize: "16px" },
		}),
	]);
}

/** A sentence that stands back. */
export function quiet(text: string): SettingsElement {
	return Text({ paragraph: true, style: { display: "block", margin: "6px 0", color: FAINT, fontSize: "14px" } }, text);
}

/** A sentence that is to be read. */
export function plain(text: string): SettingsElement {
	return Text({ paragraph: true, style: { display: "block", margin: "6px 0", color: INK, fontSize: "16px" } }, text);
}

/** A text as it is, line by line, that can be selected and copied. */
export function literal(text: string): SettingsElement {
	return Text({ paragraph: true, style: literalStyle }, text);
}

/** A switch with its label. */
export function toggle(label: string, value: boolean, onChange: (on: boolean) => void): SettingsElement {
	return View({ style: { margin: "4px 0" } }, [Toggle({ label, value, onChange })]);
}

/** Something is wrong, or may go wrong. */
export function warning(text: string): SettingsElement {
	return Text({ paragraph: true, bold: true, style: { display: "block", margin: "6px 0", color: ALARM } }, text);
}

/** Something is as it should be. */
export function success(text: string): SettingsElement {
	return Text({ paragraph: true, bold: true, style: { display: "block", margin: "6px 0", color: SUCCESS } }, text);
}

/** A list to choose one of. */
export function choice(
	label: string,
	options: readonly { name: string; value: string }[],
	value: string,
	onChange: (value: string) => void,
): SettingsElement {
	return View({ style: { margin: "4px 0" } }, [Select({ label, title: label, options, value, onChange })]);
}

/** A bar of a chart. `width` is a percentage of the longest. */
export function bar(width: number): SettingsElement {
	return View({ style: { height: "8px", width: `${width}%`, borderRadius: "4px", background: INK } });
}

/** A colour as the watch shows it. */
export function sample(color: string): SettingsElement {
	return View({ style: { margin: "8px 0", padding: "12px", borderRadius: "10px", background: BLACK } }, [
		View({ style: { height: "6px", borderRadius: "3px", background: color } }),
	]);
}

/** A part of the page on a ground of its own. */
export function card(children: readonly SettingsElement[]): SettingsElement {
	return View({ style: cardStyle }, children);
}

/** A part that is folded away: its title, which opens it, and below it what it is set to. */
type Folded = { title: string; summary: string; isOpen: boolean; turn(): void };

/**
 * The title is a Button: no working page was found that counts on a View's `onClick`, though it is
 * documented.
 */
export function fold({ title, summary, isOpen, turn }: Folded, draw: () => SettingsElement[]): SettingsElement[] {
	const head = View({ style: foldStyle }, [
		Button({ label: title, style: foldButtonStyle, onClick: turn }),
		Text({ style: { color: FAINT, fontSize: "22px" } }, isOpen ? "\u2212" : "+"),
	]);
	if (isOpen) return [head, ...draw()];
	return summary === "" ? [head] : [head, Text({ paragraph: true, style: summaryStyle }, summary)];
}

/** Parts below each other on one ground, with a line between them. */
export function stack(parts: readonly (readonly SettingsElement[])[]): SettingsElement[] {
	const style = (at: number): SettingsStyle => ({
		padding: "2px 0 4px",
		...(at === 0 ? {} : { borderTop: `1px solid ${LINE}` }),
	});
	return parts.length === 0 ? [] : [card(parts.map((part, at) => View({ style: style(at) }, part)))];
}
