/** The states that an island went through and the one that is shown. */
export interface Timeline<State> {
  states: readonly State[];
  at: number;
}

/** Who plays for hours keeps so many moments; the first one stays, for starting again. */
const longest = 200;

export function startTimeline<State>(state: State): Timeline<State> {
  return { states: [state], at: 0 };
}

export function present<State>({ states, at }: Timeline<State>): State {
  return states[at] as State;
}

/**
 * What happens next. From a moment in the past it begins another future, and the one that was there is gone.
 * @param replace the moment goes on, as while a slider moves: it stays one moment
 */
export function proceed<State>({ states, at }: Timeline<State>, state: State, replace = false): Timeline<State> {
  const past = states.slice(0, replace && at > 0 ? at : at + 1);
  const kept = past.length < longest ? past : [past[0] as State, ...past.slice(2)];
  return { states: [...kept, state], at: kept.length };
}

/** The same states seen at another moment, the nearest one there is. */
export function goTo<State>({ states }: Timeline<State>, at: number): Timeline<State> {
  return { states, at: Math.max(0, Math.min(states.length - 1, Math.round(at) || 0)) };
}
