import fc from "fast-check";
import { expect, test } from "vitest";
import { build } from "../../src/islands/layers/build.ts";
import { APART, check, FILES, NONE, see, unpack } from "./layers.ts";

const TOGETHER = [
  "FROM python:3.14-slim",
  "WORKDIR /app",
  "COPY . .",
  "RUN pip install -r requirements.txt",
  'CMD ["python"]',
];

test("a Dockerfile gives one layer for each line that changes files, and none for metadata", () => {
  const built = build(["# sin capa", ...APART, "", "ENV MODO=prueba"], FILES, NONE);
  expect(built.complete).toBe(true);
  expect(built.steps.map(({ layers }) => layers.length)).toEqual([2, 1, 1, 1, 1, 0, 0]);
  expect(see(built.image).get("/app/servidor.py")).toBe("versión 1");
  expect(see(built.image).get("/usr/lib/python/flask")).toBe("flask==3.1");
  const bare = build(["FROM alpine:3.22", "WORKDIR /app", "WORKDIR /app"], FILES, NONE);
  expect(bare.steps.map(({ layers }) => layers.length)).toEqual([1, 1, 0]);
});

/** The beginning of the lines that are made again when a file changes. */
function rebuilt(lines: readonly string[], changed: string): string[] {
  const cache = new Set(build(lines, FILES, NONE).keys);
  const { steps } = build(lines, new Map([...FILES, [changed, "otra"]]), cache);
  return steps.filter(({ outcome }) => outcome === "built").map(({ line }) => line.split(" ").slice(0, 2).join(" "));
}

test("the cache of the lesson: what is made again depends on the order of the lines", () => {
  expect(rebuilt(TOGETHER, "servidor.py")).toEqual(["COPY .", "RUN pip", 'CMD ["python"]']);
  expect(rebuilt(TOGETHER, "requirements.txt")).toEqual(["COPY .", "RUN pip", 'CMD ["python"]']);
  expect(rebuilt(APART, "servidor.py")).toEqual(["COPY servidor.py", 'CMD ["python"]']);
  expect(rebuilt(APART, "requirements.txt")).toEqual([
    "COPY requirements.txt",
    "RUN pip",
    "COPY servidor.py",
    'CMD ["python"]',
  ]);
});

test("from the first changed line down everything is made again, and what is restored comes from the cache", () => {
  const aLine = fc.constantFrom(
    "RUN touch /a",
    "RUN rm -f /a",
    "RUN echo x >> /b",
    "COPY . /c/",
    "ENV A=1",
    "WORKDIR /d",
  );
  check(
    fc.property(fc.array(aLine, { minLength: 1, maxLength: 8 }), fc.nat(), aLine, (lines, index, line) => {
      const before = ["FROM alpine:3.22", ...lines];
      const at = 1 + (index % lines.length);
      const after = before.with(at, line);
      const first = build(before, FILES, NONE);
      const second = build(after, FILES, new Set(first.keys));
      const changed = before[at] !== line;
      expect(second.steps.map(({ outcome }) => outcome)).toEqual(
        after.map((_, i) => (changed && i >= at ? "built" : "cached")),
      );
      const third = build(before, FILES, new Set([...first.keys, ...second.keys]));
      expect(third.steps.every(({ outcome }) => outcome === "cached")).toBe(true);
      expect(third.image).toEqual(first.image);
    }),
  );
});

/** What the layers of an image say of the download. */
function kept(...lines: string[]): (string | undefined)[] {
  const { image } = build(["FROM alpine:3.22", ...lines], FILES, NONE);
  return image.flatMap((layer) => layer.get("/datos.tar.gz")?.kind ?? []);
}

test("deleting in a later layer does not shrink the image; in the same one, it does", () => {
  expect(kept("RUN curl -O https://example.org/datos.tar.gz", "RUN rm datos.tar.gz")).toEqual(["file", "whiteout"]);
  expect(kept("RUN curl -O https://example.org/datos.tar.gz && rm datos.tar.gz")).toEqual([]);
});

/** Why the first line that cannot be built cannot. */
function fault(...lines: string[]): string | undefined {
  return build(["FROM alpine:3.22", ...lines], FILES, NONE).steps.find((step) => step.fault)?.fault?.why;
}

test("a line that cannot be built says why and stops what follows", () => {
  expect(fault("RUN rm /nada")).toBe("not-there");
  expect(fault("RUN rm /etc")).toBe("is-a-directory");
  expect(fault("RUN bailar")).toBe("unknown-command");
  expect(fault("RUN constructor /a")).toBe("unknown-command");
  expect(fault("RUN pip install -r /requirements.txt")).toBe("unknown-command");
  expect(fault("RUN touch /etc/os-release/a")).toBe("not-a-directory");
  expect(fault("COPY otra.py /")).toBe("not-in-context");
  expect(fault("COPIAR . .")).toBe("unknown-instruction");
  expect(fault("FROM alpine:3.22")).toBe("second-base");
  expect(fault("RUN")).toBe("no-words");
  const broken = build(["RUN touch /a", "FROM alpine:99"], FILES, NONE);
  expect(broken.steps.map(({ outcome, fault: why }) => [outcome, why?.why])).toEqual([
    ["failed", "no-base"],
    ["not-reached", undefined],
  ]);
  expect(build(["FROM alpine:99"], FILES, NONE).steps[0]?.fault?.why).toBe("unknown-base");
});

test("any text is built or refused, without an exception", () => {
  const word = fc.oneof(
    fc.constantFrom("RUN", "COPY", "FROM", "alpine:3.22", "&&", ">", "/", "..", ".", "rm -rf", "/etc", "WORKDIR"),
    fc.string({ maxLength: 6 }),
  );
  check(
    fc.property(
      fc.array(
        fc.array(word, { maxLength: 5 }).map((words) => words.join(" ")),
        { maxLength: 6 },
      ),
      (lines) => {
        const { image, steps } = build(["FROM python:3.14-slim", ...lines], FILES, NONE);
        expect(see(image)).toEqual(unpack(image));
        expect(steps.filter(({ outcome }) => outcome === "failed").length).toBeLessThan(2);
      },
    ),
  );
});
