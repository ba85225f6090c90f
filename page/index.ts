/** Registers the first page. */
import { drawHomeAgain, openHome } from "./home.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";

Page(lifecycleOf(openHome, drawHomeAgain));
