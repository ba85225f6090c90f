/** Registers the page on which a question is spoken. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { openSpeaking } from "./speaking.ts";

Page(lifecycleOf(openSpeaking));
