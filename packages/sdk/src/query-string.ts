type Value = string | number | boolean | readonly string[] | undefined;

/** With its `?`, or empty. A list is repeated; what is undefined is left out. */
export function toQueryString(parameters: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const values = Array.isArray(value) ? value : [value];
    for (const item of values) if (item !== undefined) query.append(name, String(item));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
