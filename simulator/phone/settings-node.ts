/** What a settings page shows, as plain data. Owns the shape of the tree; `runtime/settings-page.ts` makes it. */
export type SettingsElement =
	| "Auth"
	| "Button"
	| "Image"
	| "Link"
	| "Section"
	| "Select"
	| "Slider"
	| "Text"
	| "TextImageRow"
	| "TextInput"
	| "Toast"
	| "Toggle"
	| "View";

/**
 * `id` is the node's place in the tree ("0.2.1"); it names the node in `act`. `acts`: whether the person can do something
 * with it. `revision`, of the root alone: counts the trees, since a place may be another node's in the next. `props` are the package's own, without functions; `value` is what the phone displays in an input.
 */
export type SettingsNode = {
	id: string;
	revision?: number;
	element: SettingsElement;
	props: Record<string, unknown>;
	acts: boolean;
	value?: string | boolean | number | string[];
	children: (SettingsNode | string)[];
};
