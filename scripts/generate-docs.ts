import { generateConfigDocs } from './generate-config-docs.ts';
import { generateGuideTypeDocs } from './generate-guide-type-docs.ts';
import { generateRuleDocs } from './generate-rule-docs.ts';

generateConfigDocs();
generateGuideTypeDocs();
generateRuleDocs();
