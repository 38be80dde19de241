/**
 * What the binder does in the browser. Everything it shows stands in the page already; it only
 * hides, marks, moves the view and copies. It makes no markup from text.
 */
{
  const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ];
  const one = (selector: string, within: ParentNode = document): HTMLElement | null =>
    within.querySelector<HTMLElement>(selector);
  const search = (): HTMLInputElement => one('.search') as HTMLInputElement;
  const keys = (): HTMLDialogElement => one('.keys') as HTMLDialogElement;

  let filing: HTMLElement | undefined;
  let figure: HTMLElement | undefined;
  let finding: HTMLDetailsElement | undefined;
  /** What search looks through, made when it is first used. */
  const words = new WeakMap<Element, string>();

  const root = document.documentElement;
  root.classList.add('js');
  document.addEventListener('DOMContentLoaded', start);

  function start(): void {
    const index = one('#index');
    const main = one('main');
    const filings = all('.filing');
    // The index is written last, when all filings are known, and read first.
    if (index && main) main.prepend(index);
    root.classList.toggle('several', filings.length !== 1 || one('.fault') !== null);
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    addEventListener('popstate', () => route());
    search().addEventListener('input', filter);
    one('.theme')?.addEventListener('click', turnTheme);
    one('.help')?.addEventListener('click', () => keys().showModal());
    one('.keys .close')?.addEventListener('click', () => keys().close());
    route();
  }

  // Where one is: the part of the page that the address names.

  function route(): void {
    const target = document.getElementById(location.hash.slice(1));
    if (target) show(target);
    else if (root.classList.contains('several')) showFiling(undefined);
    else showFiling(all('.filing')[0]);
  }

  function go(name: string): void {
    if (location.hash !== `#${name}`) history.pushState(null, '', `#${name}`);
    const target = document.getElementById(name);
    if (target) show(target);
  }

  function show(target: HTMLElement): void {
    const within = target.closest<HTMLElement>('.filing') ?? undefined;
    showFiling(within);
    if (target.matches('details.k')) chooseFinding(target as HTMLDetailsElement);
    else if (target.matches('a.g')) chooseFigure(target);
    else target.scrollIntoView({ block: 'start' });
  }

  function showFiling(next: HTMLElement | undefined): void {
    if (next === filing && root.dataset['shown'] !== undefined) return;
    forget();
    filing?.classList.remove('current');
    filing = next;
    filing?.classList.add('current');
    root.dataset['shown'] = filing ? 'filing' : 'index';
    const title = filing && one('h2', filing)?.textContent;
    document.title = title ? `${title} · tieout binder` : 'tieout binder';
    filter();
    scrollTo(0, 0);
  }

  // Choosing

  function chooseFinding(next: HTMLDetailsElement): void {
    forget();
    finding = next;
    next.open = true;
    next.classList.add('chosen');
    const figures = figuresOf(next);
    for (const mark of figures) mark.classList.add('lit');
    next.scrollIntoView({ block: 'nearest' });
    one('summary', next)?.focus({ preventScroll: true });
    figures.at(-1)?.scrollIntoView({ block: 'center', inline: 'center' });
    if (!narrow()) return;
    next.scrollIntoView({ block: 'center' });
  }

  function figuresOf(of: Element): HTMLElement[] {
    return all('.working a[href^="#figure-"]', of).flatMap((link) => {
      const mark = document.getElementById((link.getAttribute('href') ?? '').slice(1));
      return mark ? [mark] : [];
    });
  }

  function chooseFigure(next: HTMLElement): void {
    forget();
    figure = next;
    next.classList.add('chosen');
    // One figure is in the order of Tab, the chosen one; the others are reached with n and p.
    next.tabIndex = 0;
    inspect(next);
    pane('sheet');
    next.scrollIntoView({ block: 'center', inline: 'nearest' });
    next.focus({ preventScroll: true });
  }

  /** Shows what a figure is and the equations that it stands in, copied from the findings. */
  function inspect(chosen: HTMLElement): void {
    const panel = filing && one('.inspector', filing);
    if (!filing || !panel) return;
    const [label = '', ...about] = chosen.title.split('\n');
    const close = add('button', panel, '×');
    panel.replaceChildren(close);
    close.setAttribute('aria-label', 'Close');
    close.className = 'close';
    add('h3', panel, label);
    add('p', panel, chosen.textContent ?? '').className = 'printed';
    for (const line of about) add('p', panel, line).className = 'about';
    for (const at of (chosen.dataset['k'] ?? '').split(' ').filter(Boolean)) {
      const original = one(`details[data-i="${at}"]`, filing);
      if (!original) continue;
      for (const mark of figuresOf(original)) mark.classList.add('lit');
      const copy = original.cloneNode(true) as HTMLDetailsElement;
      copy.removeAttribute('id');
      copy.removeAttribute('data-i');
      copy.hidden = false;
      copy.open = true;
      const title = document.createElement('h4');
      const link = add('a', title, one('h4', original.closest('.rule') ?? original)?.textContent ?? 'Together');
      link.setAttribute('href', `#${original.id}`);
      panel.append(title, copy);
    }
    panel.hidden = false;
    panel.scrollTop = 0;
    one('.desk', filing)?.classList.add('inspecting');
  }

  function add(name: string, to: Element, text: string): HTMLElement {
    const made = document.createElement(name);
    made.textContent = text;
    to.append(made);
    return made;
  }

  /** Lets go of what was chosen. */
  function forget(): void {
    if (!filing) return;
    for (const mark of all('.lit, .chosen', filing)) mark.classList.remove('lit', 'chosen');
    if (figure) figure.tabIndex = -1;
    figure = undefined;
    finding = undefined;
    one('.desk', filing)?.classList.remove('inspecting');
    const panel = one('.inspector', filing);
    if (panel) panel.hidden = true;
  }

  // Filter and search

  function filter(): void {
    if (!filing) return;
    const wanted = search().value.trim().toLowerCase();
    const hidden = new Set(all('.filter[aria-pressed="false"]', filing).map((button) => button.dataset['filter']));
    let matches = 0;
    for (const group of all('.group', filing)) {
      group.hidden = hidden.has(group.dataset['group']);
      for (const item of all('.k', group)) {
        item.hidden = wanted !== '' && !textOf(item).includes(wanted);
        if (!item.hidden && !group.hidden) matches += 1;
      }
    }
    const status = one('.matches', filing);
    if (status) status.textContent = wanted === '' && hidden.size === 0 ? '' : `${matches} shown`;
  }

  function textOf(item: Element): string {
    const known = words.get(item);
    if (known !== undefined) return known;
    const title = item.closest('.rule')?.querySelector('h4')?.textContent ?? '';
    const text = `${title} ${item.textContent ?? ''}`.toLowerCase();
    words.set(item, text);
    return text;
  }

  function nextMatch(): void {
    const wanted = search().value.trim().toLowerCase();
    const figures = filing && wanted !== '' ? all('a.g', filing) : [];
    const from = figure ? figures.indexOf(figure) + 1 : 0;
    const turned = [...figures.slice(from), ...figures.slice(0, from)];
    const found = turned.find((mark) => `${mark.textContent ?? ''} ${mark.title}`.toLowerCase().includes(wanted));
    if (!found) return;
    go(found.id);
    search().focus();
  }

  // Moving about

  function step(list: readonly HTMLElement[], from: HTMLElement | undefined, by: number): HTMLElement | undefined {
    if (list.length === 0) return undefined;
    const at = from ? list.indexOf(from) : -1;
    return list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
  }

  function stepFinding(by: number, selector = '.k'): void {
    const list = filing ? all(`.group:not([hidden]) ${selector}:not([hidden])`, filing) : [];
    const next = step(list, finding, by);
    if (!next) return;
    pane('findings');
    go(next.id);
  }

  function stepFigure(by: number): void {
    const next = filing && step(all('.sheet a.g', filing), figure, by);
    if (next) go(next.id);
  }

  function stepFiling(by: number): void {
    const next = step(all('.filing'), filing, by);
    if (next) go(next.id);
  }

  function narrow(): boolean {
    return matchMedia('(max-width: 800px)').matches;
  }

  /** On a narrow screen one pane is seen at a time. */
  function pane(name: string): void {
    root.dataset['pane'] = name;
    for (const button of all('[data-pane]', one('.panes') ?? document))
      button.setAttribute('aria-pressed', String(button.dataset['pane'] === name));
  }

  function turnTheme(): void {
    const dark = root.dataset['theme']
      ? root.dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset['theme'] = dark ? 'light' : 'dark';
  }

  // What the reader does

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a[href^="#"]');
    if (link) {
      event.preventDefault();
      return go((link.getAttribute('href') ?? '').slice(1));
    }
    const cell = target?.closest('[data-go]');
    if (cell) return go(cell.getAttribute('data-go') ?? '');
    const button = target?.closest<HTMLElement>('button');
    if (button?.dataset['filter'] !== undefined) {
      press(button);
    } else if (button?.dataset['pane'] !== undefined) {
      pane(button.dataset['pane']);
    } else if (button?.matches('.inspector .close')) {
      const was = figure;
      forget();
      was?.focus();
    } else {
      const chosen = target?.closest('.findings .k > summary')?.closest<HTMLDetailsElement>('.k');
      if (chosen) onFinding(chosen, event);
    }
  }

  /** The first press on a finding chooses it; the next ones open and close it. */
  function onFinding(chosen: HTMLDetailsElement, event: Event): void {
    if (chosen === finding) return;
    event.preventDefault();
    go(chosen.id);
  }

  function press(button: HTMLElement): void {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    filter();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || one('dialog[open]')) return;
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape') {
      const was = figure ?? (finding && one('summary', finding));
      if (typing) {
        search().value = '';
        search().blur();
        filter();
      } else {
        forget();
        was?.focus();
      }
      return;
    }
    if (typing) {
      if (event.key === 'Enter' && event.target === search()) nextMatch();
      return;
    }
    if (!(one('.letters') as HTMLInputElement).checked) return;
    if (act(event.key)) event.preventDefault();
  }

  /** Does what a key stands for. @returns whether it stands for anything */
  function act(key: string): boolean {
    switch (key) {
      case 'j':
      case 'k':
        stepFinding(key === 'j' ? 1 : -1);
        return true;
      case 'x':
        stepFinding(1, ':is(.breaks, .query)');
        return true;
      case 'n':
      case 'p':
        stepFigure(key === 'n' ? 1 : -1);
        return true;
      case '[':
      case ']':
        stepFiling(key === ']' ? 1 : -1);
        return true;
      case 'i':
        go('index');
        return true;
      case '/':
        search().focus();
        return true;
      case '1':
      case '2':
      case '3':
      case '4': {
        const button = filing && all('.filter', filing)[Number(key) - 1];
        if (button) press(button);
        return true;
      }
      case 'f':
      case 'd':
        pane(key === 'f' ? 'findings' : 'sheet');
        if (filing) one(key === 'f' ? '.findings' : '.sheet', filing)?.focus();
        return true;
      case 't':
        turnTheme();
        return true;
      case '?':
        keys().showModal();
        return true;
      default:
        return false;
    }
  }
}
