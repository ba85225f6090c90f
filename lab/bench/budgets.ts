/**
 * What each surface may hold on a balance2, in KB of heap as packed, and what we aim at. Owns the numbers alone: a budget is
 * just above what was reached, so that growth is a change of this table that somebody sees.
 */
import type { SurfaceCost } from "./bench.ts";

type Budgets = Readonly<Record<SurfaceCost["name"], number>>;

export const BUDGET_KB: Budgets = { face: 28.2, page: 168, card: 15.3, workout: 25.6 };

export const AIM_KB: Budgets = { face: 15, page: 60, card: 15, workout: 15 };

/** Above the page, inside one question. */
export const PEAK_AIM_KB = 15;
