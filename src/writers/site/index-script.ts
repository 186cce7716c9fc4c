/**
 * The one script of a site, on its list of guides: it shows the search field and hides what does not match. It compares
 * texts in the form that `searchText` gives them, asks nothing of the network and keeps nothing.
 */
export const indexScript = `
(() => {
  const finder = document.querySelector('.finder');
  if (!finder) return;
  const field = finder.querySelector('input');
  const choices = [...finder.querySelectorAll('select')];
  const status = finder.querySelector('[role=status]');
  const nothing = document.querySelector('.nothing-found');
  const guides = [...document.querySelectorAll('.guide-list > [data-guide]')];
  const bars = [...document.querySelectorAll('.comparison [data-guide]')];
  const comparable = (text) => text.normalize('NFKC').toLowerCase()
    .replace(/[\\u30a1-\\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  const show = () => {
    const words = comparable(field.value).split(/\\s+/).filter(Boolean);
    const shown = new Set();
    for (const guide of guides) {
      const fits = words.every((word) => guide.dataset.text.includes(word))
        && choices.every((choice) => choice.value === '' || guide.dataset[choice.name] === choice.value);
      guide.hidden = !fits;
      if (fits) shown.add(guide.dataset.guide);
    }
    for (const bar of bars) bar.hidden = !shown.has(bar.dataset.guide);
    for (const chart of document.querySelectorAll('.comparison'))
      chart.hidden = !chart.querySelector('[data-guide]:not([hidden])');
    const isAll = words.length === 0 && choices.every((choice) => choice.value === '');
    status.textContent = isAll ? '' : (shown.size === 1 ? status.dataset.one : status.dataset.many).replace('#', shown.size);
    nothing.hidden = shown.size > 0;
  };
  finder.hidden = false;
  finder.addEventListener('input', show);
  // A browser that comes back to the page fills the field in again.
  addEventListener('pageshow', show);
})();
`.trim();
