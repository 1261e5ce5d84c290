//! Literals of several elements: paths, registry keys, URLs, dotted names. The elements that came
//! through anchor the ones that did not; a dictionary of folder names only helps short paths.

use std::ops::Range;

use crate::l10n::Lexicon;

use super::folded::{Folded, fold_all, is_name, is_wide};
use super::{Damage, Hit};

/// Most drives and registry roots that are looked at.
const ROOTS: usize = 32;

/// Most elements that are looked at.
const ELEMENTS: usize = 64;

/// Most characters between two elements that came through.
const GAP: usize = 48;

/// Most characters of a word run that a translation put between a path's pieces.
const STRAY: usize = 16;

/// An element that came through: its index in the literal and where it stands.
#[derive(Clone, Debug)]
struct Anchor {
    element: usize,
    range: Range<usize>,
}

/// Finds a path, registry key or URL.
pub(super) fn find(value: &str, text: &Folded, lexicon: &Lexicon) -> Option<Hit> {
    let elements = split(value, &['\\', '/']);
    let is_separator = |c: char| c == '\\' || c == '/';
    let mut anchors = anchors(&elements, text);
    if text.chars.iter().any(|c| is_separator(*c)) {
        translated(value, text, lexicon, &mut anchors);
    }
    let anchors = best(anchors, &elements, text)?;
    let (first, last) = (anchors.first()?.clone(), anchors.last()?.clone());
    let mut start = before(first.range.start, first.element, text, is_separator);
    let end = after(
        last.range.end,
        elements.len() - 1 - last.element,
        text,
        is_separator,
    );
    if !text.chars[start..end].iter().any(|c| is_separator(*c)) {
        return None;
    }
    // The root of an absolute path is part of it.
    let is_root = |start: usize| {
        let gap = usize::from(text.before(start) == ' ');
        (start > gap && is_separator(text.before(start - gap))).then_some(gap + 1)
    };
    for _ in value.chars().take_while(|c| is_separator(*c)) {
        start -= is_root(start).unwrap_or(0);
    }
    let stray = match is_rooted(&elements[0]) {
        true => stray_words(&anchors, &mut start, text, is_separator),
        false => None,
    };
    if !text.is_free(&(start..end)) {
        return None;
    }
    Some(Hit {
        range: start..end,
        damage: Damage::Structure,
        stray,
    })
}

/// Finds a path whose separators became spaces: `C: Logs Search`.
pub(super) fn find_unseparated(value: &str, text: &Folded) -> Option<Hit> {
    let elements = split(value, &['\\', '/']);
    let words = elements.join(&' ');
    let ranges = text.occurrences(&words).into_iter();
    let mut hits = ranges.map(|range| Hit::new(range, Damage::Structure));
    (elements.len() > 1).then(|| hits.next())?
}

/// Finds a dotted name that was spaced out: `web. config`.
pub(super) fn find_labels(value: &str, text: &Folded) -> Option<Hit> {
    spaced(&split(value, &['.']), text, |c| c == '.')
}

/// Finds a command line whose words stand in order with little between them.
pub(super) fn find_words(value: &str, text: &Folded) -> Option<Hit> {
    let elements = split(value, &[' ']);
    (elements.len() > 2).then(|| spaced(&elements, text, |c| c == ' '))?
}

/// The elements in order with nothing but separators and white space between them; all but one of
/// them came through.
fn spaced(elements: &[Vec<char>], text: &Folded, separator: fn(char) -> bool) -> Option<Hit> {
    let found = best(anchors(elements, text), elements, text)?;
    let (first, last) = (found.first()?, found.last()?);
    let range = first.range.start..last.range.end;
    let close = |pair: &[Anchor]| {
        let gap = &text.chars[pair[0].range.end..pair[1].range.start];
        let missing = pair[1].element - pair[0].element > 1;
        missing && gap.len() < STRAY || gap.iter().all(|c| separator(*c) || c.is_whitespace())
    };
    let complete = first.element == 0 && last.element + 1 == elements.len();
    let enough = found.len() + 1 >= elements.len() && found.len() > 1;
    let torn = text.chars[range.clone()].iter().any(|c| separator(*c));
    (complete && enough && torn && found.windows(2).all(close) && text.is_free(&range))
        .then(|| Hit::new(range, Damage::Structure))
}

fn split(value: &str, separators: &[char]) -> Vec<Vec<char>> {
    let elements = value.split(separators).map(str::trim).map(fold_all);
    elements.filter(|e| !e.is_empty()).take(ELEMENTS).collect()
}

/// Every place where an element came through, ordered by place.
fn anchors(elements: &[Vec<char>], text: &Folded) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for (element, name) in elements.iter().enumerate() {
        let ranges = match element {
            0 if is_drive(name) => drives(name[0], text),
            0 if name.starts_with(&['h', 'k']) => hives(text),
            _ => text.spaced_occurrences(name),
        };
        anchors.extend(ranges.into_iter().map(|range| Anchor { element, range }));
    }
    anchors.sort_by_key(|a| (a.range.start, a.element));
    anchors
}

/// Adds the words of the language beside a separator that stand for a folder of the path.
fn translated(value: &str, text: &Folded, lexicon: &Lexicon, anchors: &mut Vec<Anchor>) {
    let is_separator = |c: char| c == '\\' || c == '/';
    let elements = value.split(is_separator).map(str::trim);
    let elements = elements.filter(|e| !e.is_empty()).take(ELEMENTS);
    for (element, name) in elements.enumerate() {
        let folders = lexicon.folders.iter();
        for (word, _) in folders.filter(|(_, f)| f.eq_ignore_ascii_case(name)) {
            let mut ranges = text.spaced_occurrences(&fold_all(word));
            ranges.retain(|r| is_separator(text.before(r.start)) || is_separator(text.at(r.end)));
            let found = ranges.into_iter();
            anchors.extend(found.map(|range| Anchor { element, range }));
        }
    }
    anchors.sort_by_key(|a| (a.range.start, a.element));
}

fn is_drive(name: &[char]) -> bool {
    matches!(name, [letter, ':'] if letter.is_ascii_alphabetic())
}

/// Whether a path begins with a drive or the root of a registry.
fn is_rooted(first: &[char]) -> bool {
    is_drive(first) || first.starts_with(&['h', 'k'])
}

/// `C:`, `c ：` or `[c:]`.
fn drives(letter: char, text: &Folded) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (i, c) in text.chars.iter().enumerate() {
        if *c != letter || is_name(text.before(i)) {
            continue;
        }
        let colon = if text.at(i + 1) == ' ' { i + 2 } else { i + 1 };
        if text.at(colon) != ':' {
            continue;
        }
        let bracketed = text.before(i) == '[' && text.at(colon + 1) == ']';
        let range = match bracketed {
            true => i - 1..colon + 2,
            false => i..colon + 1,
        };
        if text.is_free(&range) {
            found.push(range);
        }
        if found.len() == ROOTS {
            break;
        }
    }
    found
}

/// A registry root in any state: from `HKEY` to the separator behind it.
fn hives(text: &Folded) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (i, window) in text.chars.windows(4).enumerate() {
        let short = matches!(
            window,
            ['h', 'k', 'l' | 'c' | 'u', 'm' | 'u' | 'r' | 'c' | ':']
        );
        if (window != ['h', 'k', 'e', 'y'] && !short) || is_name(text.before(i)) {
            continue;
        }
        let rest = text.chars[i..].iter().take(40);
        let length = rest.take_while(|c| !matches!(**c, '\\' | '/')).count();
        let end = trimmed_end(text, i, i + length);
        if text.is_free(&(i..end)) {
            found.push(i..end);
        }
        if found.len() == ROOTS {
            break;
        }
    }
    found
}

fn trimmed_end(text: &Folded, start: usize, mut end: usize) -> usize {
    while end > start && text.before(end) == ' ' {
        end -= 1;
    }
    end
}

/// The chain of anchors, in the order of the literal and of the text, that is worth most; none
/// where too little came through.
fn best(anchors: Vec<Anchor>, elements: &[Vec<char>], text: &Folded) -> Option<Vec<Anchor>> {
    let worth = |a: &Anchor| elements[a.element].len() as f32 + 2.0;
    let mut scores: Vec<(f32, Option<usize>)> = Vec::with_capacity(anchors.len());
    for (i, anchor) in anchors.iter().enumerate() {
        let mut score = (worth(anchor), None);
        for (j, before) in anchors[..i].iter().enumerate() {
            let in_order =
                before.element < anchor.element && before.range.end <= anchor.range.start;
            if !in_order || !is_bridge(&text.chars[before.range.end..anchor.range.start]) {
                continue;
            }
            let gap = (anchor.range.start - before.range.end) as f32;
            let through = scores[j].0 + worth(anchor) - gap * 0.1;
            if through > score.0 {
                score = (through, Some(j));
            }
        }
        scores.push(score);
    }
    let top =
        (0..anchors.len()).max_by(|a, b| scores[*a].0.total_cmp(&scores[*b].0).then(b.cmp(a)))?;
    let mut chain = Vec::new();
    let mut next = Some(top);
    while let Some(i) = next {
        chain.push(anchors[i].clone());
        next = scores[i].1;
    }
    chain.reverse();
    is_enough(&chain, elements).then_some(chain)
}

/// Whether the text between two anchors can be what became of the elements between them.
fn is_bridge(gap: &[char]) -> bool {
    gap.len() <= GAP
        && !gap
            .iter()
            .any(|c| matches!(c, '。' | '！' | '？' | '\n' | '"' | '“' | '”'))
        && !gap.windows(2).any(|w| matches!(w, ['.' | ';' | ',', ' ']))
}

/// At least two elements and four in ten of the letters, or a drive and the folder right below it.
fn is_enough(chain: &[Anchor], elements: &[Vec<char>]) -> bool {
    if let [first, second, ..] = chain
        && is_drive(&elements[0])
        && (first.element, second.element) == (0, 1)
    {
        return true;
    }
    let letters: usize = elements.iter().map(Vec::len).sum();
    let found: usize = chain.iter().map(|a| elements[a.element].len()).sum();
    let count = if elements.len() == 1 { 1 } else { 2 };
    chain.len() >= count && found * 10 >= letters * 4
}

/// Goes back over at most `missing` elements that did not come through.
fn before(from: usize, missing: usize, text: &Folded, separator: fn(char) -> bool) -> usize {
    let mut start = from;
    for _ in 0..missing {
        let mut i = start;
        while i > 0 && text.before(i) == ' ' {
            i -= 1;
        }
        if !separator(text.before(i)) {
            break;
        }
        while i > 0 && (separator(text.before(i)) || text.before(i) == ' ') {
            i -= 1;
        }
        let end = i;
        while i > 0 && goes_on(text.before(i), end - i) {
            i -= 1;
        }
        start = match i == end {
            // A separator with nothing before it is what is left of the element.
            true => end,
            false => i,
        };
        while separator(text.at(start)) && start > end && start < from {
            start += 1;
        }
    }
    start
}

/// Goes on over at most `missing` elements that did not come through.
fn after(from: usize, missing: usize, text: &Folded, separator: fn(char) -> bool) -> usize {
    let mut end = from;
    for _ in 0..missing {
        let mut i = end;
        while text.at(i) == ' ' {
            i += 1;
        }
        if !separator(text.at(i)) {
            break;
        }
        while separator(text.at(i)) || text.at(i) == ' ' {
            i += 1;
        }
        let start = i;
        while goes_on(text.at(i), i - start) {
            i += 1;
        }
        if i == start {
            break;
        }
        end = i;
    }
    while end > from && matches!(text.before(end), '.' | '-') {
        end -= 1;
    }
    decimals(end, text)
}

/// Behind the decimals of a version that ends at `end`, where the locale writes a comma: `15,0`.
fn decimals(end: usize, text: &Folded) -> usize {
    let digit = |at: usize| text.at(at).is_ascii_digit();
    if !text.before(end).is_ascii_digit() || text.at(end) != ',' || !digit(end + 1) {
        return end;
    }
    (end + 1..).find(|at| !digit(*at)).unwrap_or(end)
}

/// Whether an element of `length` characters goes on with `c`. Where words have no spaces between
/// them, nothing else tells where it ends.
fn goes_on(c: char, length: usize) -> bool {
    is_part(c) && length < if is_wide(c) { STRAY } else { GAP }
}

fn is_part(c: char) -> bool {
    is_name(c) || is_wide(c) || matches!(c, '-' | '.' | '%' | '$' | '_' | ':')
}

/// Words of the sentence that stand inside the literal, between its drive or root and the element
/// right behind it, or between a separator that was moved to the front and the drive. Moves `start`
/// to that separator.
fn stray_words(
    anchors: &[Anchor],
    start: &mut usize,
    text: &Folded,
    separator: fn(char) -> bool,
) -> Option<Range<usize>> {
    let first = anchors.first()?;
    if first.element != 0 {
        return None;
    }
    if let Some(moved) = moved_separator(*start, text, separator) {
        let words = trim(moved + 1..*start, text, separator);
        *start = moved;
        return (!words.is_empty()).then_some(words);
    }
    let second = anchors.get(1)?;
    let gap = trim(first.range.end..second.range.start, text, separator);
    (second.element == 1 && !gap.is_empty()).then_some(gap)
}

/// A separator a word before the drive, with nothing of a path before it.
fn moved_separator(start: usize, text: &Folded, separator: fn(char) -> bool) -> Option<usize> {
    let from = start.saturating_sub(STRAY);
    let at = (from..start).rev().find(|i| separator(text.at(*i)))?;
    let words = &text.chars[at + 1..start];
    let plain = words.iter().all(|c| c.is_alphabetic() || *c == ' ');
    let mut first = at;
    while first > 0 && separator(text.before(first)) {
        first -= 1;
    }
    let lone = !is_name(text.before(first)) && text.before(first) != ':';
    (plain && lone && !words.is_empty() && text.is_free(&(first..start))).then_some(first)
}

fn trim(range: Range<usize>, text: &Folded, separator: fn(char) -> bool) -> Range<usize> {
    let cut = |c: char| separator(c) || c == ' ';
    let (mut start, mut end) = (range.start, range.end);
    while start < end && cut(text.at(start)) {
        start += 1;
    }
    while end > start && cut(text.before(end)) {
        end -= 1;
    }
    start..end
}
