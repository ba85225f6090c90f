/** The languages that a watch can be set to. DOC settings/getLanguage: in the order of their numbers. */
export const LANGUAGES: readonly string[] = [
	"zh-CN zh-TW en-US es-ES ru-RU ko-KR fr-FR de-DE id-ID pl-PL it-IT ja-JP th-TH ar-EG vi-VN pt-PT nl-NL tr-TR",
	"uk-UA iw-IL pt-BR ro-RO cs-CZ el-GR sr-RS ca-ES fi-FI nb-NO da-DK sv-SE hu-HU ms-MY sk-SK hi-IN",
].flatMap((row) => row.split(" "));
