/**
 * What the Zepp app gives a settings page. Shapes from the documentation (reference/app-settings-api,
 * guides/framework/app-settings); if it and working pages differ, the optional mark says so.
 */

/** What every component returns. Opaque: only the Zepp app looks inside. */
interface SettingsElement {
	readonly settingsElement: unique symbol;
}

type SettingsChildren = SettingsElement | string | ReadonlyArray<SettingsElement | string>;

type SettingsStyle = { readonly [property: string]: string | number };

interface SettingsStorage {
	setItem(key: string, value: string): void;
	/** Undefined, null or "" when nothing is stored: the documentation does not say which. */
	getItem(key: string): string | null | undefined;
	/** Missing in some versions of the Zepp app (COM). */
	removeItem?(key: string): void;
}

interface SettingsPageProps {
	settingsStorage: SettingsStorage;
}

declare function AppSettingsPage(option: { build(props: SettingsPageProps): SettingsElement }): void;

declare function View(
	props: { style?: SettingsStyle; onClick?: () => void },
	children?: SettingsChildren,
): SettingsElement;

declare function Section(
	props: { style?: SettingsStyle; title?: string; description?: string },
	children?: SettingsChildren,
): SettingsElement;

declare function Text(
	props: {
		style?: SettingsStyle;
		align?: "left" | "center" | "right";
		bold?: boolean;
		italic?: boolean;
		paragraph?: boolean;
	},
	children?: SettingsChildren,
): SettingsElement;

declare function Button(props: {
	label: string;
	color?: "default" | "primary" | "secondary";
	style?: SettingsStyle;
	onClick: () => void;
}): SettingsElement;

declare function TextInput(props: {
	label: string;
	value?: string;
	placeholder?: string;
	bold?: boolean;
	disabled?: boolean;
	multiline?: boolean;
	rows?: number;
	/** With the whole text once the person confirms it, as the official to-do sample takes it. */
	onChange: (value: string) => void;
	labelStyle?: SettingsStyle;
	subStyle?: SettingsStyle;
}): SettingsElement;

declare function Toggle(props: { label: string; value: boolean; onChange: (value: boolean) => void }): SettingsElement;

declare function Select(props: {
	label: string;
	title?: string;
	options: ReadonlyArray<{ name: string; value: string }>;
	value?: string;
	onChange: (value: string) => void;
}): SettingsElement;

/** The packager replaces this import by the texts of `setting/i18n` (PKG). */
declare module "i18n" {
	export function gettext(key: string): string;
}
