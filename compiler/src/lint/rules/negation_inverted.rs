//! TXT008: a “not” that a translation lost.

use crate::align::Unit;
use crate::diagnostic::{Diagnostic, Message};
use crate::lint::negation::Tongue;
use crate::lint::{ArticleView, Rule, SentenceView, report};
use crate::source::Locale;

use super::{Check, declare_rule};

declare_rule! {
    /// ## What it does
    ///
    /// Finds a sentence that denies something in the source and in most other locales, and in this
    /// one nothing: neither a “not” nor a word that says as much (*avoid*, *unless*, *disabled*).
    /// Without a source, all other locales must deny it. It is possible, no more: a person decides.
    ///
    /// ## Why is this bad?
    ///
    /// “If you have deployed a pool” is the opposite of “If you have not deployed a pool”, and it
    /// reads just as well.
    ///
    /// ## Example
    ///
    /// “You do not need to restart the server” became “Deberá reiniciar el servidor”.
    pub(crate) static NEGATION_INVERTED = {
        code: "TXT008",
        name: "negation-inverted",
        severity: Warning,
        certainty: Possible,
        check: Check::Article(check),
    };
}

/// Fewest other translations that must deny it, with a source and without.
const OTHERS: usize = 2;
const OTHERS_ALONE: usize = 3;

fn check(rule: &Rule, whole: &ArticleView<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let locales = whole.article.documents.iter().map(|d| &d.locale);
    let english: Option<Locale> = "en-US".parse().ok();
    // Whatever the source is, labels are left in English.
    let tongues: Vec<Tongue> = locales.chain(&english).map(Tongue::of).collect();
    let lead = whole.lead();
    let mut asked: Option<(&Unit, bool)> = None;
    for view in whole.sentences().filter(|v| v.column != lead) {
        // The source is asked first, once: few sentences deny anything.
        let is_denied = match asked {
            Some((unit, denied)) if std::ptr::eq(unit, view.unit) => denied,
            _ => denies(&view, lead, &tongues) && !hedges(&view, lead, &tongues),
        };
        asked = Some((view.unit, is_denied));
        if is_denied && is_lost(&view, &tongues) {
            diagnostics.extend(diagnostic(rule, &view, lead));
        }
    }
}

fn denies(view: &SentenceView<'_>, column: usize, tongues: &[Tongue]) -> bool {
    view.said_by(column).any(|s| tongues[column].denies(s))
}

fn hedges(view: &SentenceView<'_>, column: usize, tongues: &[Tongue]) -> bool {
    view.said_by(column).any(|s| tongues[column].hedges(s))
}

fn is_lost(view: &SentenceView<'_>, tongues: &[Tongue]) -> bool {
    let own = &view.document().locale;
    let tongue = &tongues[view.column];
    // What was left in another language denies there.
    let says_no = |s| tongue.negates(s) || tongue.hedges(s) || tongues.iter().any(|t| t.denies(s));
    if !tongue.is_known() || view.segments().any(says_no) {
        return false;
    }
    let is_source = |c: &usize| view.whole.article.source == Some(*c);
    let is_other = |c: &usize| *c != view.column && !view.unit.cells[*c].is_empty();
    let others = (0..view.unit.cells.len()).filter(|c| is_other(c) && !is_source(c));
    let (mut all, mut yes, mut elsewhere) = (0, 0, false);
    for column in others {
        let same = view.whole.document(column).locale.language() == own.language();
        let denied = denies(view, column, tongues);
        all += 1;
        yes += usize::from(denied);
        elsewhere |= denied && !same;
    }
    let enough = match view.whole.article.source {
        Some(_) => yes >= OTHERS && yes * 3 >= all * 2,
        None => yes >= OTHERS_ALONE && yes == all,
    };
    enough && elsewhere
}

fn diagnostic(rule: &Rule, view: &SentenceView<'_>, lead: usize) -> Option<Diagnostic> {
    let (first, last) = (view.segments().next()?, view.segments().last()?);
    let said = view.said_by(lead).next()?;
    let message = Message::new("lint-negation-inverted").with("expected", &said.text);
    let span = first.span.hull(last.span);
    let mut found = report::diagnostic(rule, view.whole, view.column, span, message);
    found.evidence = vec![report::evidence(view.whole, lead, said.span, &said.text)];
    Some(found)
}
