/**
 * The packager's `.btxt` words. `TID.btxt` lists the msgids, `<language>.btxt` their texts in the same order: a
 * big-endian u32 count, then the u32 offset of each text from the start of the file, then the UTF-8 texts without
 * separators. PKG
 */
export type Locale = ReadonlyMap<string, string>;

const WORD_BYTES = 4;
const FOLDER = "assets/raw/locale/";
const MSGIDS = "TID";

/** The texts of one `.btxt`, or undefined where the file is cut or its offsets do not rise. */
export function decodeTexts(bytes: Uint8Array): string[] | undefined {
	if (bytes.byteLength < WORD_BYTES) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = view.getUint32(0);
	const textsAt = WORD_BYTES * (count + 1);
	if (textsAt > bytes.byteLength) return undefined;
	const offsets = Array.from({ length: count }, (_, index) => view.getUint32(WORD_BYTES * (index + 1)));
	const ends = [...offsets.slice(1), bytes.byteLength];
	const texts: string[] = [];
	for (const [index, start] of offsets.entries()) {
		const end = ends[index] ?? 0;
		if (start < textsAt || end < start || end > bytes.byteLength) return undefined;
		texts.push(new TextDecoder().decode(bytes.subarray(start, end)));
	}
	return texts;
}

/** Every language of a package: its msgids and texts. */
export function readLocales(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Locale> {
	const locales = new Map<string, Locale>();
	const msgids = decodeTexts(files.get(`${FOLDER}${MSGIDS}.btxt`) ?? new Uint8Array()) ?? [];
	for (const [path, bytes] of files) {
		if (!path.startsWith(FOLDER) || !path.endsWith(".btxt")) continue;
		const language = path.slice(FOLDER.length, -".btxt".length);
		const texts = language === MSGIDS ? undefined : decodeTexts(bytes);
		if (texts) locales.set(language, new Map(msgids.map((msgid, index) => [msgid, texts[index] ?? ""])));
	}
	return locales;
}

/**
 * The words for the watch's `language` ("de-DE"): its own, else another country's of the same language, else those of
 * `fallback`.
 */
export function pickLocale(locales: ReadonlyMap<string, Locale>, language: string, fallback: string): Locale {
	const exact = locales.get(language);
	if (exact) return exact;
	const prefix = `${language.split("-")[0]}-`;
	const kin = [...locales.keys()].find((name) => name.startsWith(prefix));
	return locales.get(kin ?? fallback) ?? new Map();
}
