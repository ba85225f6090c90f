/**
 * `npm run -s shots -- --out DIR`: a picture of every screen in every state on every canvas, `index.json` and a contact
 * sheet for each surface, and in `store` what the vendor's store asks for. Owns what is printed and the exit status: 0 all well, 1 a screen crashed, a text is cut off or
 * passes the screen's edge, 2 the command line is wrong.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../cli/command.ts";
import { doJobs, type Job } from "../shots/crew.ts";
import { writeReadmeFilm } from "../shots/film.ts";
import { renewKept } from "../shots/golden.ts";
import { SURFACES } from "../shots/journeys.ts";
import { packFor } from "../shots/packages.ts";
import { writeReadmePicture } from "../shots/readme.ts";
import { writeSheet } from "../shots/sheet.ts";
import { writeStorePictures } from "../shots/store.ts";
import { decodeShotsOptions, SHOTS, type ShotsOptions } from "./shots-options.ts";

async function main(args: readonly string[]): Promise<number> {
	const options = decodeShotsOptions(args);
	switch (options.kind) {
		case "readme":
			process.stdout.write(`${await writeReadmePicture()}\n${await writeReadmeFilm()}\n`);
			return 0;
		case "golden":
			process.stdout.write(`${await renewKept()} pictures renewed\n`);
			return 0;
		case "store":
			process.stdout.write(`${await drawStore(options.folder, options.languages)}\n`);
			return 0;
		case "all":
			return drawAll(options);
	}
}

async function drawStore(folder: string, languages?: readonly string[]): Promise<string> {
	const pictures = await writeStorePictures(folder, languages);
	return `${pictures.length} pictures for the store in ${folder}`;
}

async function drawAll({ folder, devices, languages, wanted, store }: ShotsOptions & { kind: "all" }): Promise<number> {
	mkdirSync(folder, { recursive: true });
	const packages = await packFor(devices);
	const jobs = devices.flatMap(({ id }) =>
		languages.map((language): Job => ({ device: id, language, packages: packages.get(id) ?? [], wanted, folder })),
	);
	const shoots = await doJobs(jobs);
	const shots = shoots.flatMap((shoot) => shoot.shots);
	writeFileSync(join(folder, "index.json"), `${JSON.stringify(shots, null, "\t")}\n`);
	for (const surface of SURFACES) {
		await writeSheet(
			surface,
			shots.filter((shot) => shot.surface === surface),
			folder,
		);
	}
	if (store) process.stdout.write(`${await drawStore(join(folder, "store"))}\n`);
	const problems = shoots.flatMap((shoot) => shoot.problems);
	for (const problem of problems) process.stderr.write(`shots: ${problem}\n`);
	process.stdout.write(`${shots.length} pictures in ${folder}, ${problems.length} problems\n`);
	return problems.length === 0 ? 0 : 1;
}

await runCommand(SHOTS, main);
