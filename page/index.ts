/** Registers the first page. */
import { openHome } from "./home.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";
import { drawAgain } from "./kit/screen.ts";

Page(lifecycleOf(openHome, drawAgain));
