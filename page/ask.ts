/** Registers the page of a question that is asked. */
import { openAsking } from "./asking.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";

Page(lifecycleOf(openAsking));
