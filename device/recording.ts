/** Where every recording begins; who wants to keep one moves it. */
export const RECORDING = "say.opus";

/** The sound of an answer, as long as it is wanted. */
export const SOUND = "say.mp3";
