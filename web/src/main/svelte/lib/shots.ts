import type { EditDetail } from './schema';
import type { Shot, ShotTime } from './api';

/** The shots with one of them at another place; undefined where that changes nothing. */
export function moved(shots: Shot[], asset: number, to: number): Shot[] | undefined {
  const rest = shots.filter((shot) => shot.asset !== asset);
  const shot = shots.find((one) => one.asset === asset);
  return !shot || to < 0 || to > rest.length || shots[to] === shot ? undefined : rest.toSpliced(to, 0, shot);
}

/** What is seen at a time: one asset, or two side by side. */
export const seenAt = (times: ShotTime[], time: number): number[] =>
  times.filter((one) => one.start <= time + 0.02 && time + 0.02 < one.end).map((one) => one.asset);

/** When an asset is first seen. */
export const timeOf = (times: ShotTime[], asset: number): ShotTime | undefined =>
  times.find((one) => one.asset === asset);

/** What is said of a shot of which nothing is. */
export const plain = (asset: number): EditDetail => ({ asset, caption: '', captioned: false, hold: 'usual' });

export const isPlain = (detail: EditDetail) => !detail.captioned && detail.hold === 'usual';
