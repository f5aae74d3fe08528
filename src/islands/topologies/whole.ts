import * as around from "./around.ts";
import * as later from "./later.ts";
import { bring } from "./rest.ts";

bring({ ...around, ...later });

export { topologies } from "./view.ts";
