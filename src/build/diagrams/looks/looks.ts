import { architectureLook } from "./architecture.ts";
import { blockLook } from "./block.ts";
import { classLook } from "./class.ts";
import { erLook } from "./er.ts";
import { ganttLook } from "./gantt.ts";
import { gitLook } from "./git.ts";
import { kanbanLook } from "./kanban.ts";
import type { Look } from "./look.ts";
import { mindmapLook } from "./mindmap.ts";
import { packetLook } from "./packet.ts";
import { pieLook } from "./pie.ts";
import { quadrantLook } from "./quadrant.ts";
import { timelineLook } from "./timeline.ts";
import { xychartLook } from "./xychart.ts";

/** By the type's name in `diagramTypes`; the types that are not here need nothing of their own. */
export const looks: Readonly<Record<string, Look>> = {
  architecture: architectureLook,
  class: classLook,
  er: erLook,
  timeline: timelineLook,
  gantt: ganttLook,
  gitGraph: gitLook,
  mindmap: mindmapLook,
  block: blockLook,
  pie: pieLook,
  xychart: xychartLook,
  quadrant: quadrantLook,
  packet: packetLook,
  kanban: kanbanLook,
};
