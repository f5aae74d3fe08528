import { checkCourse, type CheckedCourse } from "../course/check.ts";
import { courseFingerprint, courseRoot, readCourseFiles } from "./course-files.ts";

// A page asks for the course dozens of times; the files are looked at again after this many milliseconds.
const freshness = 200;

let loaded: (CheckedCourse & { fingerprint: string; at: number; root: string }) | undefined;

/** The course as it is on disk now, with what is wrong in it. Drafts count only in development. */
export function loadCourse(root = courseRoot(), drafts = process.env["NODE_ENV"] === "development"): CheckedCourse {
  const now = performance.now();
  if (loaded?.root === root && now - loaded.at < freshness) return loaded;
  const fingerprint = courseFingerprint(root);
  if (loaded?.root === root && loaded.fingerprint === fingerprint) loaded.at = now;
  else loaded = { ...checkCourse(readCourseFiles(root), { drafts }), fingerprint, at: now, root };
  return loaded;
}
