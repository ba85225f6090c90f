/** The watch's language as a BCP 47 tag. Owns Zepp's numbering of them (DOC related-resources/language-list.mdx). */
import { getLanguage } from "@zos/settings";
import { attempt } from "./guard.ts";

const TAGS =
	"zh-CN zh-TW en-US es-ES ru-RU ko-KR fr-FR de-DE id-ID pl-PL it-IT ja-JP th-TH ar-EG vi-VN pt-PT nl-NL tr-TR uk-UA he-IL pt-BR ro-RO cs-CZ el-GR sr-RS ca-ES fi-FI nb-NO da-DK sv-SE hu-HU ms-MY sk-SK hi-IN";

export function languageTag(): string {
	return TAGS.split(" ")[attempt(() => getLanguage()) ?? 2] ?? "en-US";
}
