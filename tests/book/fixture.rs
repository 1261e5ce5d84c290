//! A small corpus made by hand: two articles, three languages, every kind of thing that a page
//! shows.

use smallvec::smallvec;
use std::collections::BTreeMap;
use std::sync::Arc;

use runbookc::align::{Alignment, Row, RowId, Unit, UnitId};
use runbookc::canon::{Canon, CanonicalCode, Verdict};
use runbookc::catalog::Catalogue;
use runbookc::corpus::Article;
use runbookc::diagnostic::{Certainty, Diagnostic, Evidence, EvidenceKind, Message, Severity};
use runbookc::document::{
    Block, BlockId, BlockKind, Document, LiteralKind, Origin, Run, Segment, SegmentId,
};
use runbookc::emit::Compiled;
use runbookc::procedure::*;
use runbookc::shell::{Dialect, FileFormat, Script};
use runbookc::source::{Locale, SourceFile, Span};

pub(crate) const LOCALES: [&str; 3] = ["en-US", "pt-BR", "zh-TW"];

/// The code of the first step, with a sample in it.
pub(crate) const CODE: &str = "New-Pool -Identity pool.contoso.com -Site $True |\n\n  Out-Null";

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// The corpus: an ordinary article, and one for each of `hostile`, whose every text is that.
pub(crate) fn corpus(hostile: &[&str]) -> Vec<Compiled> {
    let ordinary = article("pool", &|tag, text| format!("{text} ({tag})"));
    let hostile = hostile.iter().enumerate().map(|(i, hostile)| {
        let id = format!("hostile.art_icle-{i}");
        article(&id, &|_, _| (*hostile).to_owned())
    });
    std::iter::once(ordinary).chain(hostile).collect()
}

fn article(id: &str, word: &dyn Fn(&str, &str) -> String) -> Compiled {
    let documents: Vec<Document> = LOCALES.iter().map(|tag| document(tag, word)).collect();
    let diagnostics = vec![diagnostic(&documents[1], id, word)];
    let (alignment, canon) = (alignment(), canon(word));
    let article = Article {
        id: id.to_owned(),
        documents,
        source: Some(0),
    };
    let mut procedure = procedure(id, word);
    let catalogue = Catalogue::shipped();
    verification::verify(&mut procedure, &article, &alignment, &canon, catalogue);
    Compiled {
        alignment,
        canon,
        diagnostics,
        procedure,
        article,
    }
}

fn document(tag: &str, word: &dyn Fn(&str, &str) -> String) -> Document {
    let text = format!("{}\n{CODE}", word(tag, "Create the pool in C:\\Pool"));
    let sentence = text.len() - CODE.len() - 1;
    let spans = [0..sentence, sentence + 1..text.len()];
    let kinds = [
        BlockKind::Paragraph,
        BlockKind::Code {
            form: runbookc::document::CodeForm::Fenced,
            info: String::new(),
        },
    ];
    let block = |(i, kind): (usize, BlockKind)| Block {
        kind,
        span: Span::new(spans[i].clone()),
        parent: None,
        end: BlockId(i as u32 + 1),
        segments: i as u32..i as u32 + 1,
    };
    let segment = |i: usize| Segment {
        block: BlockId(i as u32),
        span: Span::new(spans[i].clone()),
        text: text[spans[i].clone()].to_owned(),
        runs: smallvec![Run {
            text: 0,
            source: Span::new(spans[i].clone()),
        }],
        marks: Vec::new(),
        literals: Vec::new(),
        key: None,
    };
    Document {
        blocks: kinds.into_iter().enumerate().map(block).collect(),
        segments: vec![segment(0), segment(1)],
        suppressions: Vec::new(),
        locale: locale(tag),
        origin: Origin::Whole,
        front_matter: Vec::new(),
        file: Arc::new(SourceFile::new(format!("{tag}.md"), text.clone())),
    }
}

fn alignment() -> Alignment {
    let row = |i| Row {
        blocks: vec![Some(BlockId(i)); LOCALES.len()],
        score: 1.0,
        moved: vec![false; LOCALES.len()],
        copy_of: None,
    };
    let unit = |i| Unit {
        row: RowId(i),
        cells: vec![smallvec![SegmentId(i)]; LOCALES.len()],
        score: 1.0,
    };
    Alignment {
        pivot: 0,
        rows: vec![row(0), row(1)],
        units: vec![unit(0), unit(1)],
    }
}

fn canon(word: &dyn Fn(&str, &str) -> String) -> Canon {
    Canon {
        literals: Vec::new(),
        code: vec![CanonicalCode {
            row: RowId(1),
            text: CODE.to_owned(),
            verdict: Verdict::Decided,
            evidence: vec![Evidence {
                kind: EvidenceKind::CodeBlock,
                locale: Some(locale("en-US")),
                text: word("en-US", "the block above"),
                location: None,
            }],
            readings: vec![Some((BlockId(1), true)); LOCALES.len()],
        }],
    }
}

fn diagnostic(
    document: &Document,
    article: &str,
    word: &dyn Fn(&str, &str) -> String,
) -> Diagnostic {
    let text = &document.segments[0].text;
    let first = text.chars().next().unwrap().len_utf8();
    Diagnostic {
        rule: "LIT001",
        name: "path-altered",
        severity: Severity::Error,
        certainty: Certainty::Certain,
        article: article.to_owned(),
        locale: document.locale.clone(),
        file: Arc::clone(&document.file),
        span: Span::new(0..first),
        found: word("pt-BR", "found"),
        expected: Some(word("pt-BR", "expected")),
        ordinal: 0,
        message: Message::new("book-quality-none"),
        evidence: Vec::new(),
        fix: None,
    }
}

fn text(text: &str, word: &dyn Fn(&str, &str) -> String) -> Text {
    let wording = |tag: &&str| {
        let words = Piece::Words(word(tag, text) + " ");
        let literal = |kind, corrected: Option<&str>| Piece::Literal {
            kind,
            value: word(tag, "C:\\Pool"),
            corrected: corrected.map(|c| word(tag, c)),
        };
        let corrected = (*tag == "pt-BR").then_some("C: \\ Piscina");
        let url = Piece::Literal {
            kind: LiteralKind::Url,
            value: format!("https://example.com/{}", word(tag, "x")),
            corrected: None,
        };
        let pieces = vec![words, literal(LiteralKind::Path, corrected), url];
        (locale(tag), pieces)
    };
    let wordings: BTreeMap<_, _> = LOCALES.iter().map(wording).collect();
    Text { wordings }
}

fn words(words: &str, word: &dyn Fn(&str, &str) -> String) -> Text {
    let wording = |tag: &&str| (locale(tag), vec![Piece::Words(word(tag, words))]);
    Text {
        wordings: LOCALES.iter().map(wording).collect(),
    }
}

fn step(id: &str, kind: StepKind, word: &dyn Fn(&str, &str) -> String) -> Step {
    Step {
        id: id.to_owned(),
        kind,
        guard: None,
        text: text("Do this", word),
        explanation: Text::default(),
        listed: false,
        role: None,
        hosts: Hosts::One,
        session: Some("shell".to_owned()),
        action: Action::None,
        risk: Risk::Change,
        scope: Scope::All,
        expect: None,
        supplies: Vec::new(),
        after: Vec::new(),
        verification: Verification::Parses,
        sources: vec![UnitId(1)],
    }
}

fn command(id: &str, code: &str, word: &dyn Fn(&str, &str) -> String) -> Step {
    let (before, after) = code.split_once("pool.contoso.com").unwrap_or((code, ""));
    let mut pieces = vec![CodePiece::Verbatim(before.to_owned())];
    if !after.is_empty() {
        pieces.push(CodePiece::Parameter {
            id: "poolFqdn".to_owned(),
            quoting: Quoting::Bare,
        });
        pieces.push(CodePiece::Verbatim(after.to_owned()));
    }
    Step {
        action: Action::Command(Command {
            dialect: Dialect::PowerShell,
            code: code.to_owned(),
            pieces,
            script: Script::default(),
        }),
        ..step(id, StepKind::Run, word)
    }
}

fn edit(id: &str, word: &dyn Fn(&str, &str) -> String) -> Step {
    let content = format!("<add key=\"{}\" />", word("en-US", "x"));
    Step {
        action: Action::Edit(FileEdit {
            file: word("en-US", "Web.config"),
            folder: Some(word("en-US", "C:\\Pool")),
            format: FileFormat::Xml,
            parent: Some("appSettings".to_owned()),
            pieces: vec![CodePiece::Verbatim(content.clone())],
            content,
        }),
        ..step(id, StepKind::EditFile, word)
    }
}

fn procedure(id: &str, word: &dyn Fn(&str, &str) -> String) -> Procedure {
    let mut first = command("0a1b2c3d4e5f", CODE, word);
    first.guard = Some(Guard {
        text: text("There is a pool", word),
        effect: GuardEffect::SkipTo(Some("undo".to_owned())),
    });
    first.expect = Some(Expectation {
        output: format!("{}\n\ndone", word("en-US", "output")),
        text: text("It prints", word),
        ..Expectation::default()
    });
    let arm = |name: &str, id: &str| Arm {
        id: name.to_owned(),
        title: text("For this", word),
        steps: vec![command(id, "Get-Pool", word)],
    };
    let choice = Item::Choice(Choice {
        id: "target".to_owned(),
        question: text("Which?", word),
        arity: Arity::One,
        arms: vec![arm("one", "111111111111"), arm("all", "222222222222")],
    });
    let mut note = step("333333333333", StepKind::Note, word);
    note.text.wordings.remove(&locale("zh-TW"));
    let boxed = |step| Item::Step(Box::new(step));
    let apply = vec![
        boxed(first),
        boxed(edit("444444444444", word)),
        choice,
        boxed(note),
    ];
    let undo = vec![boxed(command("555555555555", "Remove-Pool", word))];
    let task = |id: &str, kind, items| Task {
        id: id.to_owned(),
        title: words("A task", word),
        kind,
        guard: None,
        inverse_of: (kind == TaskKind::Undo).then(|| "apply".to_owned()),
        requires: Vec::new(),
        items,
    };
    let goal = |id: &str, other: &str, task: &str, default| Goal {
        id: id.to_owned(),
        title: words("A goal", word),
        tasks: vec![task.to_owned()],
        default,
        excludes: vec![other.to_owned()],
    };
    Procedure {
        id: id.to_owned(),
        title: words("Make a pool", word),
        locales: LOCALES.iter().map(|tag| locale(tag)).collect(),
        goals: vec![
            goal("main", "disable", "apply", true),
            goal("disable", "main", "undo", false),
        ],
        parameters: vec![Parameter {
            id: "poolFqdn".to_owned(),
            kind: ParameterKind::HostName,
            sample: "pool.contoso.com".to_owned(),
            uses: vec!["0a1b2c3d4e5f".to_owned()],
            discovered_by: Some("111111111111".to_owned()),
            required: true,
            ..Parameter::default()
        }],
        sessions: vec![Session {
            id: "shell".to_owned(),
            name: word("en-US", "Pool Shell"),
            dialect: Dialect::PowerShell,
            evidence: Vec::new(),
        }],
        tasks: vec![
            task("apply", TaskKind::Apply, apply),
            task("undo", TaskKind::Undo, undo),
        ],
        disputed: vec![Dispute {
            unit: UnitId(0),
            candidates: vec![word("en-US", "Remove-Pool"), word("pt-BR", "Add-Pool")],
            withheld: Some("555555555555".to_owned()),
        }],
        ..Procedure::default()
    }
}
