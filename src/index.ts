export { type ExportedGuide, type ExportReport, type ExportRequest, exportGuides } from './api/export-guides.ts';
export { type LintReport, type LintRequest, lint } from './api/lint.ts';
export { type LoadedGuideType, loadGuideType, type SchemaFault } from './api/load-guide-type.ts';
export type { GuideRequest } from './api/request.ts';
export { UserError } from './errors.ts';
export type {
  Edit,
  FileReport,
  Fix,
  JsonPointer,
  Locale,
  Position,
  Problem,
  Range,
  SchemaNode,
  Severity,
} from './model.ts';
