/** Registers the page on which a question is spoken. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { drawSpeakingAgain, openSpeaking } from "./speaking.ts";

Page(lifecycleOf(openSpeaking, drawSpeakingAgain));
