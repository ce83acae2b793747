/** A name of the contract as components of the document are named: `too-large` is `TooLarge`. */
export const capitals = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
