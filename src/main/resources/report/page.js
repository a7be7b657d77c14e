'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  byId('theme').addEventListener('click', () => {
    const dark = root.classList.contains('dark')
      || (!root.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches);
    root.classList.toggle('dark', !dark);
    root.classList.toggle('light', dark);
  });
  const search = byId('search');
  if (!search) {
    return;
  }
  const stack = byId('stack');
  const operation = byId('operation');
  const dangerous = byId('dangerous');
  const shown = byId('shown');
  const rows = [...document.querySelectorAll('#changes ~ details.resource')];
  // Once, for a page may hold thousands.
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, at) => {
      const fits = words.every((word) => texts[at].includes(word))
        && (!stack.value || row.dataset.stack === stack.value)
        && (!operation.value || row.dataset.operation === operation.value)
        && (!dangerous.checked || row.dataset.danger === 'yes');
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.value = count + ' of ' + rows.length;
  };
  [search, stack, operation, dangerous].forEach((each) => each.addEventListener('input', filter));
  document.querySelector('form.filters').addEventListener('submit', (event) => event.preventDefault());
  const toggleAll = () => {
    const visible = rows.filter((row) => !row.hidden);
    const open = visible.some((row) => !row.open);
    visible.forEach((row) => { row.open = open; });
    byId('expand').textContent = open ? 'close all' : 'open all';
  };
  byId('expand').addEventListener('click', toggleAll);
  const move = (step) => {
    const visible = rows.filter((row) => !row.hidden);
    if (visible.length === 0) {
      return;
    }
    const at = visible.indexOf(document.activeElement.closest('details.resource'));
    const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + step));
    visible[next].querySelector('summary').focus();
  };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      search.value = '';
      search.blur();
      filter();
      return;
    }
    const typing = event.target.matches('input[type=search], select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'j') {
      move(1);
    } else if (event.key === 'k') {
      move(-1);
    } else if (event.key === 'e') {
      toggleAll();
    }
  });
  filter();
})();
