// Runs before the page is drawn: chooses the theme and whether the contents are open, so that
// neither flashes. `path_to_root` is what mdBook's list of contents reads.
const path_to_root = document.documentElement.dataset.root;
const runbookc = {
    stored(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return null;
        }
    },
    store(key, value) {
        try {
            if (value === null) {
                localStorage.removeItem(key);
            } else {
                localStorage.setItem(key, value);
            }
        } catch {
            // Without storage the choice lasts for this page.
        }
    },
    themes: { light: 'light', dark: 'navy' },
    applyTheme() {
        const chosen = runbookc.stored('runbookc-theme');
        const dark = matchMedia('(prefers-color-scheme: dark)').matches;
        const theme = runbookc.themes[chosen] || (dark ? 'navy' : 'light');
        document.documentElement.classList.remove('light', 'navy');
        document.documentElement.classList.add(theme);
    },
};
document.documentElement.classList.add('js');
runbookc.applyTheme();
