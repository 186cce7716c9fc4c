import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem } from '../model.ts';
import { editorPosition } from './ranges.ts';

/** A problem as editors show it; `uri` is that of its file. */
export function diagnosticOf(problem: Problem, uri: string): Diagnostic {
  const span = ({ start, end }: Problem['range']) => ({ start: editorPosition(start), end: editorPosition(end) });
  return {
    source: 'guidepost',
    code: problem.rule,
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    message: problem.message,
    range: span(problem.range),
    ...(problem.related && {
      relatedInformation: problem.related.map(({ message, range }) => ({
        message,
        location: { uri, range: span(range) },
      })),
    }),
  };
}
