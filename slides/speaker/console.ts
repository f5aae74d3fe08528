import { keepAwake } from "../runtime/awake.ts";
import { type Message, openChannel, tell } from "../runtime/channel.ts";
import { keep, recall } from "../runtime/store.ts";
import { Copies } from "./copies.ts";
import { toClock, toWords } from "./duration.ts";
import { listen } from "./keys.ts";
import { drawPlan, showPlan } from "./plan-line.ts";
import { elapsed, moveTo, type Run, startRun, togglePause } from "./run.ts";
import { compare, stretch, sumSeconds, type TalkSlide, toSections } from "./talk.ts";

/** Milliseconds after which a window of the room that says nothing counts as lost. */
const patience = 9000;
const [leastSize, mostSize, usualSize] = [18, 40, 22];

/** The speaker's window of one deck. */
export interface Deck {
  name: string;
  title: string;
  channel: string;
  /** The planned slides, and their notes in the same order. */
  slides: TalkSlide[];
  notes: DocumentFragment[];
}

const $ = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!;

/** Fills the window in and keeps it up to date. */
export function openConsole({ name, title, channel: channelName, slides: planned, notes }: Deck): void {
  const kept = `orador:${name}`;
  const channel = openChannel(channelName);
  const copies = new Copies(name);
  let slides = planned;
  let run = readRun(recall(kept));
  let place = 0;
  let heard = 0;
  let black = false;
  let size = Number(recall("orador-letra") ?? usualSize);

  $("mazo").textContent = title;
  document.title = `${title}, para exponer`;
  plan(Number(recall(`${kept}:minutos`) ?? 0));
  enlarge(0);
  copies.show();

  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.role === "sala") heard = data.leaves === true ? 0 : Date.now();
    if (data.ratio !== undefined && data.role === "sala") copies.fit(data.ratio);
    // The copy follows the room, and tells nothing when it does. A room that joins is about to follow the copy.
    const isAbout = data.role === "sala" && (data.joins === true || data.leaves === true);
    if (data.slide !== undefined && !isAbout) arrive(data);
    refresh();
  });

  const act: Record<string, () => void> = {
    anterior: () => copies.press("ArrowLeft"),
    siguiente: () => {
      if (run === undefined) setRun(startRun(planned[place]?.id ?? "", Date.now()));
      copies.press("ArrowRight");
    },
    primera: () => copies.press("Home"),
    ultima: () => copies.press("End"),
    reloj: () =>
      setRun(run === undefined ? startRun(planned[place]?.id ?? "", Date.now()) : togglePause(run, Date.now())),
    negro: () => copies.press("b"),
    puntero: () => copies.togglePointer((pointer) => tell(channel, { pointer })),
    qr: () => tell(channel, { key: "q" }),
    menor: () => enlarge(-2),
    mayor: () => enlarge(2),
    ensayos: () => void openRehearsals(),
    ir: () => void import("../runtime/jump.ts").then(({ openJump }) => openJump(copies.deck, (id) => copies.go(id))),
    ayuda: () => void import("../runtime/help.ts").then(({ openHelp, speakerKeys }) => openHelp(speakerKeys)),
  };
  listen(act);

  setInterval(refresh, 500);
  setInterval(() => tell(channel, { asks: true }), 3000);
  tell(channel, { asks: true });
  refresh();
  keepAwake();

  function arrive({ slide, step = 0, black: dark = false }: Message): void {
    const index = planned.findIndex(({ id }) => id === slide);
    if (index < 0) return;
    black = dark;
    if (index !== place || !$("notas").hasChildNodes()) {
      place = index;
      $("notas").replaceChildren(notes[place]?.cloneNode(true) ?? "");
      $("notas").scrollTop = 0;
      copies.showNext(planned[place + 1]?.id);
    }
    history.replaceState(
      null,
      "",
      `${location.pathname}${location.search}#/${slide}${step === 0 ? "" : `/${step - 1}`}`,
    );
    if (run !== undefined) setRun(moveTo(run, slide ?? "", Date.now()));
  }

  function setRun(next: Run | undefined): void {
    run = next;
    keep(kept, run === undefined ? undefined : JSON.stringify(run));
    refresh();
  }

  function plan(minutes: number): void {
    slides = minutes > 0 ? stretch(planned, minutes * 60) : planned;
    drawPlan($("plan"), toSections(slides));
  }

  function enlarge(by: number): void {
    size = Math.min(mostSize, Math.max(leastSize, size + by));
    keep("orador-letra", size === usualSize ? undefined : String(size));
    $("notas").style.fontSize = `${size}px`;
  }

  function refresh(): void {
    const now = Date.now();
    const seconds = run === undefined ? 0 : elapsed(run, now) / 1000;
    const { late, left, next } = compare(slides, place, seconds);
    const runs = run?.since !== undefined;
    $("hora").textContent = new Date(now).toLocaleTimeString("es-AR", {
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
    });
    $("quedan").textContent = toClock(left);
    $("atraso").textContent =
      run === undefined ? toWords(sumSeconds(slides)) : Math.abs(late) < 5 ? "A tiempo" : toWords(late);
    $("atraso-que").textContent =
      run === undefined
        ? "según el plan"
        : Math.abs(late) < 5
          ? "respecto del plan"
          : `${late > 0 ? "de atraso" : "de adelanto"} respecto del plan`;
    $("lugar").textContent = `${place + 1} de ${slides.length}`;
    $("reloj").lastElementChild!.textContent =
      run === undefined ? "Empezar el reloj" : runs ? "Pausar el reloj" : "Seguir con el reloj";
    $("negro").setAttribute("aria-pressed", String(black));
    const following = slides[place + 1];
    $("luego").textContent = following === undefined ? "Es la última." : `${place + 2} · ${following.title}`;
    $("luego-cuando").textContent =
      following === undefined || run === undefined
        ? ""
        : next > 0
          ? `En ${toWords(next)} según el plan`
          : "Ya, según el plan";
    showPlan($("plan"), slides, place, run === undefined ? undefined : seconds);
    showState(now);
  }

  function showState(now: number): void {
    const words =
      heard === 0
        ? "Sin ventana de la clase"
        : now - heard < patience
          ? black
            ? "La sala ve la pantalla en negro"
            : "Sincronizada con la ventana de la clase ✓"
          : "Se perdió el contacto con la ventana de la clase. Las teclas siguen funcionando acá.";
    // A live region speaks again whenever it is written to.
    if ($("estado").textContent !== words) $("estado").textContent = words;
    $("abrir-sala").hidden = heard !== 0 && now - heard < patience;
  }

  async function openRehearsals(): Promise<void> {
    const { openRehearsals: open } = await import("./rehearsals.ts");
    open({
      name: kept,
      slides,
      run,
      minutes: recall(`${kept}:minutos`),
      plan: (minutes) => {
        keep(`${kept}:minutos`, minutes > 0 ? String(minutes) : undefined);
        plan(minutes);
        refresh();
      },
      restart: () => setRun(undefined),
    });
  }
}

function readRun(text: string | undefined): Run | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Run);
}
