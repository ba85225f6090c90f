/**
 * Which step of the probe sees a switch, and the words of its line that are there under the switch and not all without it. The
 * last column of docs/evidence.md is made of it. A switch without a row is a defect of the probe.
 */
import { STEPS, type StepName } from "../../probe/steps.ts";

export type Sight = { step: StepName; words: readonly string[] };

export const SEEN: Readonly<Record<string, Sight>> = {
	"warm-app": { step: "launch", words: ["undefined:undefined:3", "card=shared"] },
	"page-params": { step: "launch", words: ["undefined:object:1"] },
	"params-twice": { step: "launch", words: ["string:string:1"] },
	"no-companion": { step: "launch", words: ["missing=threw", "launch=threw"] },
	"two-builds": { step: "exports", words: ["builds=2"] },
	"scene-lies": { step: "exports", words: ["scene_is_aod=yes"] },
	"text-no-listener": { step: "touch", words: ["text=threw", "rect=no"] },
	"text-frozen": { step: "refresh", words: ["text=no", "more=no", "label=no"] },
	"early-visible": { step: "exports", words: ["early_visible=threw"] },
	"no-show-level": { step: "exports", words: ["show_level=undefined"] },
	"delete-late": { step: "refresh", words: ["deleted_stays=yes"] },
	"none-scrolls": { step: "refresh", words: ["none_scrolls=yes"] },
	"blocking-layers": { step: "touch", words: ["under_clear_rect=no"] },
	"status-bar": { step: "touch", words: ["under_bar=no"] },
	"no-measure": { step: "exports", words: ["getTextLayout=undefined"] },
	"aod-silent": { step: "aod", words: ["minutes=0", "drawn=no"] },
	"data-units": { step: "sport", words: ["avg_pace", "same_as_shown=no"] },
	"no-forecast": { step: "exports", words: ["getForecastWeather=undefined", "getForecast=function"] },
	"short-day": { step: "exports", words: ["getForecast=threw", "heart=null", "sleep=null"] },
	"rename-answers": { step: "disk", words: ["rename=undefined", "renamed=yes"] },
	"rename-fails": { step: "disk", words: ["rename=-1", "renamed=no"] },
	"long-names": { step: "disk", words: ["32:yes,33:no"] },
	"read-throws": { step: "disk", words: ["at_end=threw"] },
	"disk-full": { step: "disk", words: ["write=-1", "big=-1"] },
	"close-ends": { step: "close", words: ["reply=no", "service=new"] },
	"stale-close": { step: "stale", words: ["answer=close"] },
	"send-refuses": { step: "send", words: ["false*3"] },
	"slow-shake": { step: "shake", words: ["again_ms=20"] },
	"shake-restarts": { step: "shake", words: ["restarts=yes"] },
	"service-shakes": { step: "shake", words: ["raw_shakes=2"] },
	"other-realm": { step: "send", words: ["instanceof=no"] },
	"one-listener": { step: "second", words: ["first=no"] },
	"mic-asks": { step: "microphone", words: ["query=0", "early_heard=no"] },
	"silent-room": { step: "microphone", words: ["early_heard=no", "late_heard=no"] },
	"store-drops": { step: "storage", words: ["longest=2000"] },
	redirects: { step: "redirects", words: ["carried=x-api-key"] },
};

/** Switches that no owner can see by the probe, with the reason: none. */
export const UNSEEN: Readonly<Record<string, string>> = {
	"replace-flickers": "the probe has one page: no page of it is replaced",
	"replace-keeps": "the probe has one page: no page of it is replaced",
	"alarm-twice": "the probe sets no alarm",
	"alarm-never": "the probe sets no alarm",
	"alarm-cancel-throws": "the probe sets no alarm",
	"no-service-link": "the probe has no App Service",
	"service-lasts": "the probe has no App Service",
	"service-600ms": "the probe has no App Service",
};

/** As docs/evidence.md has it. */
export function cellOf({ step, words }: Sight): string {
	return `${STEPS.indexOf(step) + 1} ${step}: ${words.map((word) => `\`${word}\``).join(", ")}`;
}
