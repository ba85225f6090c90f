/** Where every recording begins; who wants to keep one moves it. */
export const RECORDING = "say.opus";
