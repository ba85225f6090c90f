/** Registers the first page. */
import { openHome } from "./home.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";

Page(lifecycleOf(openHome));
