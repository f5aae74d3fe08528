import { checkCourse } from "../course/check.ts";
import { courseRoot, readCourseFiles } from "./course-files.ts";
import { reportIssues } from "./report.ts";

/** `node src/build/check-course.ts`: says everything that an author has to mend; exit code 1 if there is anything. */
const { issues } = checkCourse(readCourseFiles(courseRoot()));
reportIssues(issues, process.env, (text) => process.stderr.write(text));
process.exitCode = issues.length > 0 ? 1 : 0;
