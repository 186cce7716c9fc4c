/** What `--rule` and the config may say of a rule. */
export type RuleLevel = 'off' | 'warn' | 'error';

/** How a rule is taken in one file. */
export interface RuleSetting {
  /** Undefined when nobody said: each finding then has the severity that the rule gives it. */
  readonly severity: RuleLevel | undefined;
  /** Given options over the rule's own; undefined for a rule that has none. */
  readonly options: unknown;
  /** The layer that set each of the two: `default`, `guidepost:strict`, `guidepost.config.json:4:5`, `--rule`. */
  readonly severityFrom: string;
  readonly optionsFrom: string;
}

/** Says how each rule is taken in each file. */
export interface RuleSettings {
  /** All rules by id; `path` is the file as it is reported, relative to the working folder. */
  settingsFor(path: string): ReadonlyMap<string, RuleSetting>;
}
