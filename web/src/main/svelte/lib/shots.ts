import type { Shot } from './api';

/** The shots with one of them at another place; undefined where that changes nothing. */
export function moved(shots: Shot[], asset: number, to: number): Shot[] | undefined {
  const rest = shots.filter((shot) => shot.asset !== asset);
  const shot = shots.find((one) => one.asset === asset);
  return !shot || to < 0 || to > rest.length || shots[to] === shot ? undefined : rest.toSpliced(to, 0, shot);
}
