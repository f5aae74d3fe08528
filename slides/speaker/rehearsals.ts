import { make, openDialog } from "../runtime/dialog.ts";
import { keep, recall } from "../runtime/store.ts";
import { toWords } from "./duration.ts";
import { type Run, settle } from "./run.ts";
import { type TalkSlide, toSections } from "./talk.ts";

/** How many rehearsals a device keeps of a deck. */
const most = 10;
/** How many the table has room for. */
const shown = 3;

export interface Rehearsals {
  /** Name under which the device keeps them. */
  name: string;
  slides: readonly TalkSlide[];
  run: Run | undefined;
  /** Minutes of the class, when the speaker gave them. */
  minutes: string | undefined;
  /** Plans for so many minutes; 0 goes back to the plan of the notes. */
  plan: (minutes: number) => void;
  restart: () => void;
}

/** The sections with their plan, the present run and the last ones that were kept; and the minutes of the class. */
export function openRehearsals({ name, slides, run, minutes, plan, restart }: Rehearsals): void {
  const log = `${name}:ensayos`;
  const kept = JSON.parse(recall(log) ?? "[]") as Run[];
  const present = run === undefined ? [] : [settle(run, Date.now())];
  const columns = [...present, ...kept.slice(0, shown)];
  const names = [...present.map(() => "Este"), ...kept.slice(0, shown).map(({ start }) => toDay(start))];

  const head = make("tr", ...["Sección", "Plan", ...names].map((words) => make("th", words)));
  const rows = toSections(slides).map(({ title, seconds, from, to }) => {
    const ids = slides.slice(from, to).map(({ id }) => id);
    const cells = columns.map(({ spent }) => toCell(ids.reduce((sum, id) => sum + (spent[id] ?? 0), 0) / 1000));
    return make("tr", make("td", title), toCell(seconds), ...cells);
  });
  const totals = columns.map(({ spent }) => toCell(Object.values(spent).reduce((sum, each) => sum + each, 0) / 1000));
  const whole = slides.reduce((sum, { seconds }) => sum + seconds, 0);
  const foot = make("tr", make("td", make("strong", "Todo")), toCell(whole), ...totals);
  const table = make("table", make("thead", head), make("tbody", ...rows, foot));

  const field = make("input");
  field.type = "number";
  field.min = "1";
  field.max = "600";
  field.value = minutes ?? "";
  field.placeholder = String(Math.round(whole / 60));
  const form = make("form", make("label", "Minutos de la clase ", field), make("button", "Planear"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    plan(field.value === "" ? 0 : field.valueAsNumber);
  });

  const actions = make("p");
  actions.className = "acciones";
  offer("Guardar y empezar de nuevo", run !== undefined, () => {
    keep(log, JSON.stringify([...present.map((one) => ({ ...one, since: undefined })), ...kept].slice(0, most)));
    restart();
  });
  offer("Empezar de nuevo sin guardar", run !== undefined, restart);
  offer("Borrar los guardados", kept.length > 0, () => keep(log, undefined));
  const dialog = openDialog("Ensayos", table, form, actions);

  function offer(words: string, isPossible: boolean, act: () => void): void {
    if (!isPossible) return;
    const button = make("button", words);
    button.addEventListener("click", () => {
      dialog.close();
      act();
    });
    actions.append(button);
  }
}

function toCell(seconds: number): HTMLElement {
  return make("td", toWords(seconds));
}

function toDay(instant: number): string {
  return new Date(instant).toLocaleDateString("es-AR", { day: "numeric", month: "numeric" });
}
