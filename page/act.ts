/** Registers the page that does what answers ask the watch to do, and lists what is set. */
import { openActing } from "./acting.ts";
import { lifecycleOf } from "./kit/lifecycle.ts";

Page(lifecycleOf(openActing));
