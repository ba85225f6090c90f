/** What the phone needs to know of an opened package; `simulator/package` makes it. */
export type PhonePackage = {
	appId: number;
	/** The files of app-side.zip by path: app.json, app-side.js, setting.js where the package has them. */
	sideFiles: ReadonlyMap<string, Uint8Array>;
};

export function readSideText(pkg: PhonePackage, path: string): string | null {
	const bytes = pkg.sideFiles.get(path);
	return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
