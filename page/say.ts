/** Registers the page on which an answer is spoken. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { openSaying } from "./saying.ts";

Page(lifecycleOf(openSaying));
