/** Ports that most runs ask late or never: their code is loaded with the first question, not before the first API call. */

/** Everything that can be asked of it is asked asynchronously. */
type Asynchronous<T> = { readonly [Name in keyof T]: (...given: never[]) => Promise<unknown> };

/** Stands for the port that `load` makes, once. `names`: all that can be asked of it. Each throws what `load` has thrown. */
export function onDemand<T extends Asynchronous<T>>(
  names: { readonly [Name in keyof T]: true },
  load: () => Promise<T>,
): T {
  let loading: Promise<T> | undefined;
  const ask =
    (name: keyof T) =>
    async (...given: never[]): Promise<unknown> => {
      loading ??= load();
      const port = await loading;
      return port[name](...given);
    };
  // All members are there, by the type of `names`, and each has the type of the member that it asks: hence the casts.
  return Object.fromEntries((Object.keys(names) as (keyof T)[]).map((name) => [name, ask(name)])) as T;
}
