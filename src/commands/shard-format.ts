import { displayPath } from '../find/find-guides.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from '../lint.ts';
import { shardReport } from '../shards/shard-report.ts';
import type { ReportFormat } from './print-reports.ts';

/** The form from which `guidepost merge-reports` joins the parts of a collection; a run without parts is the only one. */
export function shardFormat({ shard, baseline, config, locale }: LintOptions, host: Host): ReportFormat {
  return {
    pieces({ verdicts, unreadable }) {
      const options = {
        shard: shard ?? { index: 1, of: 1 },
        locale,
        ...(baseline && { baseline: displayPath(baseline.path, host) }),
        settings: config,
        unreadable,
      };
      return [`${JSON.stringify(shardReport(verdicts, options))}\n`];
    },
  };
}
