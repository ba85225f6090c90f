/**
 * What every property test draws from: one fixed seed, so that a check says the same of the same commit on every machine.
 * `SEED=N npx vitest run` draws other cases, and `SEED=random` ones that nobody has seen.
 */
import fc from "fast-check";

const USUAL_SEED = 20_261_122;
const { SEED } = process.env;

if (SEED !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED ? Number(SEED) : USUAL_SEED });
