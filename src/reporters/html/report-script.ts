/** The script of the report's page: shows the problems that have what the three lists say. */
export const reportScript = `
const filters = document.querySelector('.filters');
const lists = [...filters.querySelectorAll('select')];
const problems = [...document.querySelectorAll('.problem')];
const update = () => {
  const wanted = lists.filter((list) => list.value !== '');
  for (const problem of problems) problem.hidden = wanted.some((list) => problem.dataset[list.name] !== list.value);
  for (const file of document.querySelectorAll('.file')) file.hidden = !file.querySelector('.problem:not([hidden])');
  const shown = problems.filter((problem) => !problem.hidden).length;
  const output = filters.querySelector('output');
  output.textContent = output.dataset.text.replace('{shown}', shown).replace('{all}', problems.length);
  document.querySelector('.nothing').hidden = shown > 0;
};
filters.hidden = false;
filters.addEventListener('change', update);
update();
`.trim();
