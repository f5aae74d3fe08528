/** What a mock exam is drawn from. */
export interface ExamRequest {
  /** The same seed and the same course give the same exam. */
  seed: string;
  questions: number;
  minutes: number;
  /** What it is about, as an option of the form says it: `curso`, `parte-1`, a lesson's slug. */
  topic: string;
  difficulties: number[];
}

interface Drawable {
  id: string;
  lesson: string;
  difficulty: number;
}

/** How well a question was answered, by whoever answered it. */
export type Mark = 0 | 0.5 | 1;

const most = { questions: 60, minutes: 300 };

/** Reads the address of an exam. Without a seed there is none; what is strange in the rest becomes the usual. */
export function readExamRequest(search: URLSearchParams): ExamRequest | undefined {
  const seed = search.get("semilla")?.trim().slice(0, 40);
  if (seed === undefined || seed === "") return undefined;
  const difficulties = [...new Set(search.getAll("dificultad").map(Number))].filter((value) =>
    [1, 2, 3].includes(value),
  );
  return {
    seed,
    questions: readCount(search.get("preguntas"), 10, most.questions),
    minutes: readCount(search.get("minutos"), 30, most.minutes),
    topic: search.get("tema") ?? "curso",
    difficulties: difficulties.length === 0 ? [1, 2, 3] : difficulties.sort(),
  };
}

/** The query of the exam's address. */
export function writeExamRequest({ seed, questions, minutes, topic, difficulties }: ExamRequest): string {
  const search = new URLSearchParams({ semilla: seed, preguntas: `${questions}`, minutos: `${minutes}`, tema: topic });
  for (const difficulty of difficulties) search.append("dificultad", `${difficulty}`);
  return search.toString();
}

/**
 * Draws the questions of an exam: from every lesson in turn, so that none is left out while there is room, and in the
 * order of the course. Fewer than asked when there are no more.
 */
export function drawExam<T extends Drawable>(bank: T[], lessons: string[], request: ExamRequest): T[] {
  const next = createRandom(request.seed);
  const piles = lessons
    .map((lesson) =>
      shuffle(
        bank.filter((one) => one.lesson === lesson && request.difficulties.includes(one.difficulty)),
        next,
      ),
    )
    .filter((pile) => pile.length > 0);
  const turns = shuffle(piles, next);
  const drawn = new Set<T>();
  for (let round = 0; turns.some((pile) => pile.length > round); round += 1) {
    for (const pile of turns) {
      const question = pile[round];
      if (question !== undefined && drawn.size < request.questions) drawn.add(question);
    }
  }
  return bank
    .filter((question) => drawn.has(question))
    .sort((a, b) => lessons.indexOf(a.lesson) - lessons.indexOf(b.lesson) || a.difficulty - b.difficulty);
}

/** Points and questions of each lesson in an exam, in its order; a question without a mark counts as not answered. */
export function toResult(exam: Drawable[], marks: ReadonlyMap<string, Mark>) {
  const lessons = [...new Set(exam.map(({ lesson }) => lesson))];
  return lessons.map((lesson) => {
    const own = exam.filter((question) => question.lesson === lesson);
    return { lesson, questions: own.length, points: own.reduce((sum, { id }) => sum + (marks.get(id) ?? 0), 0) };
  });
}

function readCount(text: string | null, usual: number, limit: number): number {
  const number = Number(text ?? usual);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, limit) : usual;
}

function shuffle<T>(items: T[], next: () => number): T[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(next() * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}

// Mulberry32, begun with the FNV-1a hash of the seed.
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
