import { checkCharacters } from "./check-characters.ts";
import { checkComponents } from "./check-components.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkLayout } from "./check-layout.ts";
import { checkLinks } from "./check-links.ts";
import { checkListings } from "./check-listings.ts";
import { checkReferences } from "./check-references.ts";
import { type CourseFiles, type Course, readCourse } from "./course.ts";
import { type Issue, sortIssues } from "./issue.ts";

/** Reads a course and says everything that is wrong with it, in reading order. */
export function checkCourse(files: CourseFiles, options: { drafts?: boolean } = {}): CheckedCourse {
  const { course, issues } = readCourse(files, options);
  return {
    course,
    issues: sortIssues([
      ...issues,
      ...checkComponents(course),
      ...checkLayout(course),
      ...checkIdentity(course),
      ...checkReferences(course),
      ...checkLinks(course),
      ...checkListings(course),
      ...checkCharacters(course, files),
    ]),
  };
}

export interface CheckedCourse {
  course: Course;
  issues: Issue[];
}
