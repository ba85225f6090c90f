/** Registers the page of an answer. */
import { lifecycleOf } from "./kit/lifecycle.ts";
import { drawReadingAgain, openReading } from "./reading.ts";

Page(lifecycleOf(openReading, drawReadingAgain));
