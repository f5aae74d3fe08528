import { checkCourse } from "../course/check.ts";
import { courseRoot, readCourseFiles } from "./course-files.ts";
import { renderDiagrams } from "./diagrams/render-diagrams.ts";
import { reportIssues } from "./report.ts";

/** `node src/build/check-course.ts`: says everything that an author has to mend; exit code 1 if there is anything. */
const { course, issues } = checkCourse(readCourseFiles(courseRoot()));
const drawn = await renderDiagrams([...course.diagrams.values()], process.cwd());
const all = [...issues, ...drawn.issues];
reportIssues(all, process.env, (text) => process.stderr.write(text));
process.exitCode = all.length > 0 ? 1 : 0;
