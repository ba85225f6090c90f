/** Registers the page of an answer. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { openReading } from "./reading.ts";

Page(lifecycleOf(openReading));
