/** Registers the page of a question that is asked. */
import { drawAskingAgain, openAsking } from "./asking.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";

Page(lifecycleOf(openAsking, drawAskingAgain));
