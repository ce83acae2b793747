/** Where a policy comes from: a preset's name, the address of a JSON file, or the object itself. */
export type PolicySource = string | object;
