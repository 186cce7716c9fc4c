/** Lets others have a turn, such as what waits for a signal; as in `node:timers/promises`, which takes a while to load. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
