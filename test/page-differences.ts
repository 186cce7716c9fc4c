/** Examples of the specification that a page shows otherwise on purpose. */
export const pageDifferences: readonly { readonly reason: string; readonly examples: readonly number[] }[] = [
  { reason: 'GitHub takes bare addresses for links, and so do we', examples: [604, 608, 610, 613, 614] },
  { reason: 'a link to a guide that is no page of the site would lead nowhere', examples: [486] },
  { reason: 'what stands before a colon may be a scheme, and this one is not known', examples: [502] },
];
