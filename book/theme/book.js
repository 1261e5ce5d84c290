'use strict';

// The contents beside the page: open on wide screens unless the reader closed them.
(function contents() {
    const toggle = document.getElementById('mdbook-sidebar-toggle-anchor');
    const button = document.getElementById('mdbook-sidebar-toggle');
    const sidebar = document.getElementById('mdbook-sidebar');
    if (!toggle) {
        return;
    }
    const wide = document.body.clientWidth >= 1080;
    toggle.checked = wide && runbookc.stored('runbookc-contents') !== 'closed';
    function show() {
        document.documentElement.classList.toggle('sidebar-visible', toggle.checked);
        button.setAttribute('aria-expanded', String(toggle.checked));
        sidebar.inert = !toggle.checked;
    }
    toggle.addEventListener('change', () => {
        show();
        runbookc.store('runbookc-contents', toggle.checked ? 'open' : 'closed');
    });
    show();
})();

// Menus that are `details` close when the reader goes elsewhere, and with Escape.
(function menus() {
    const menus = Array.from(document.querySelectorAll('details.menu'));
    document.addEventListener('click', event => {
        menus.filter(menu => !menu.contains(event.target)).forEach(menu => {
            menu.open = false;
        });
    });
    document.addEventListener('keydown', event => {
        if (event.key !== 'Escape') {
            return;
        }
        menus.filter(menu => menu.open).forEach(menu => {
            menu.open = false;
            menu.querySelector('summary').focus();
        });
    });
})();

(function theme() {
    const buttons = Array.from(document.querySelectorAll('button[data-theme]'));
    function mark() {
        const chosen = runbookc.stored('runbookc-theme') || 'auto';
        buttons.forEach(button => {
            button.setAttribute('aria-pressed', String(button.dataset.theme === chosen));
        });
    }
    buttons.forEach(button => button.addEventListener('click', () => {
        const theme = button.dataset.theme;
        runbookc.store('runbookc-theme', theme === 'auto' ? null : theme);
        runbookc.applyTheme();
        mark();
    }));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', runbookc.applyTheme);
    mark();
})();

// The language picker keeps the place on the page: anchors are the same in every language.
(function languages() {
    const links = Array.from(document.querySelectorAll('.languages a[hreflang]'));
    const plain = links.map(link => link.getAttribute('href'));
    function keepPlace() {
        links.forEach((link, i) => link.setAttribute('href', plain[i] + location.hash));
    }
    addEventListener('hashchange', keepPlace);
    keepPlace();
})();

(function copy() {
    document.querySelectorAll('button.copy').forEach(button => {
        const label = button.textContent;
        button.hidden = false;
        button.addEventListener('click', async () => {
            const code = button.closest('figure').querySelector('pre code');
            try {
                await navigator.clipboard.writeText(code.textContent);
            } catch {
                const range = document.createRange();
                range.selectNodeContents(code);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
            button.textContent = button.dataset.done;
            setTimeout(() => {
                button.textContent = label;
            }, 2000);
        });
    });
})();

// The arrow keys turn the pages, as in every mdBook.
document.addEventListener('keydown', event => {
    const typing = /^(?:input|select|textarea)$/i.test(event.target.nodeName);
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || typing) {
        return;
    }
    const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
    const link = rel && document.querySelector(`.turn a[rel="${rel}"]`);
    if (link) {
        location.href = link.href;
    }
});
