/** Registers the page that rings. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { openRinging } from "./ringing.ts";

Page(lifecycleOf(openRinging));
