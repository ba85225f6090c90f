/** The words that the workout extension says. Owns their order, by which its code finds them. */
export const WORKOUT_KEYS = [
	"run.hint",
	"run.pace",
	"run.left",
	"run.cheer",
	"run.on",
	"run.ahead",
	"run.behind",
	"run.average",
	"run.average-mile",
	"run.to-go",
	"run.to-go-mile",
	"run.reached",
	"run.done",
	"run.done-mile",
	"run.waiting",
	"run.cheer.1",
	"run.cheer.2",
	"run.cheer.3",
	"run.cheer.4",
	"number.decimal",
] as const;

export type WorkoutKey = (typeof WORKOUT_KEYS)[number];
