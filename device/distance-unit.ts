/** What the person's watch counts distances in (DOC settings/getDistanceUnit.mdx). */
import { DISTANCE_UNIT_IMPERIAL, getDistanceUnit } from "@zos/settings";
import { attempt } from "./guard.ts";

const METERS_A_KM = 1000;
const METERS_A_MILE = 1609.344;

/** Of a kilometre, or of a mile where the watch shows miles. */
export function metersAUnit(): number {
	return attempt(getDistanceUnit) === DISTANCE_UNIT_IMPERIAL ? METERS_A_MILE : METERS_A_KM;
}
