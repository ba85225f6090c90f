/**
 * What a traveller says, in fifteen languages, with its sound in Latin letters. Owns the table; the order of
 * the languages is `Talk.tongues`'s.
 */
import { lazily } from "../../core/lazily.ts";
import { phraseRows } from "./phrases.data.ts";

/** Of each phrase, its forms by language: en de fr es it pt pl tr ru ar hi ja ko zh el. */
export const phrases: () => readonly (readonly string[])[] = lazily(() => phraseRows().map((row) => row.split("|")));
