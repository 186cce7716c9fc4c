import { relative, sep } from 'node:path';
import { rulePage } from '../docs/rule-page.ts';
import type { Host } from '../host.ts';
import type { Locale } from '../model.ts';
import type { ReportOptions } from '../reporters/reporter.ts';
import { rules } from '../rules/index.ts';

/** What reports are told besides the problems: what the rules are about, and which folder of the repository this is. */
export function reportOptions(locale: Locale, host: Host): Pick<ReportOptions, 'locale' | 'folder' | 'explain'> {
  const folder = folderInRepository(host);
  return {
    locale,
    ...(folder !== undefined && { folder }),
    explain(id) {
      const rule = rules.find((known) => known.id === id);
      if (!rule) return undefined;
      return {
        severity: rule.severity,
        ...rule.docs[locale],
        get page() {
          return rulePage(rule, locale, rules);
        },
      };
    },
  };
}

/** Whether what is printed becomes the log of a GitHub workflow. */
export function isInActions({ env }: Pick<Host, 'env'>): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

/** Whether standard output is read by people or a CI service, and not by a program that wants each byte. */
export function isLog({ env, stdout }: Pick<Host, 'env' | 'stdout'>): boolean {
  return stdout.isTTY || [env.CI, env.GITHUB_ACTIONS, env.TF_BUILD, env.TEAMCITY_VERSION].some(Boolean);
}

/** The services tell where they have put the repository; undefined elsewhere, and outside of it. */
function folderInRepository(host: Host): string | undefined {
  const root = isInActions(host) ? host.env.GITHUB_WORKSPACE : host.env.CI_PROJECT_DIR;
  if (!root) return undefined;
  const names = relative(root, host.cwd).split(sep);
  return names[0] === '..' ? undefined : names.join('/');
}
