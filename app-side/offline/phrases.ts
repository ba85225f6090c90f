/**
 * What a traveller says, in sixteen languages, with its sound in Latin letters. Owns the table; the order of
 * the languages is `Talk.tongues`'s.
 */
import { lazily } from "../../core/lazily.ts";
import { phraseRows } from "./phrases.data.ts";

/** Of the catalogue's languages, the place in the lists. */
export const TONGUES: readonly string[] = "en de fr es it pt pl tr ru ar hi ja ko zh el".split(" ");

/** Of each phrase, its forms by language. */
export const phrases: () => readonly (readonly string[])[] = lazily(() => phraseRows().map((row) => row.split("|")));
