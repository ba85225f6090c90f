/** The appIds of packaging/identity.json, which the build puts in their place. */
declare const PROBE_FACE_ID: number;
declare const PROBE_APP_ID: number;
declare const PROBE_WORKOUT_ID: number;
