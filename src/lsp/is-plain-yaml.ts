/** Whether YAML reads a value as text where it stands without quotes. */
export function isPlainYaml(value: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_./-]*(?: [\p{L}\p{N}_./-]+)*$/u.test(value) && !looksOther(value);
}

/** Words that YAML takes for something else than text. */
function looksOther(value: string): boolean {
  return /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
}
