//! Procedures made by hand, with every kind of step, in six languages.

use std::collections::BTreeMap;

use runbookc::align::Alignment;
use runbookc::canon::Canon;
use runbookc::corpus::Article;
use runbookc::document::LiteralKind;
use runbookc::emit::Compiled;
use runbookc::procedure::*;
use runbookc::shell::{Dialect, FileFormat, Invocation, Pipeline, Script, Word};
use runbookc::source::Locale;

pub(crate) const LOCALES: [&str; 6] = ["en-US", "es-ES", "fr-FR", "pt-BR", "zh-CN", "zh-TW"];

pub(crate) fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// Makes the wording of a text in a locale from its English words.
pub(crate) type Say<'a> = &'a dyn Fn(&str, &str) -> String;

/// English words with the locale after them.
pub(crate) fn plain(words: &str, locale: &str) -> String {
    format!("{words} ({locale})")
}

pub(crate) struct Maker<'a> {
    pub(crate) say: Say<'a>,
    pub(crate) dialect: Dialect,
}

impl Maker<'_> {
    pub(crate) fn text(&self, words: &str) -> Text {
        let pieces = |tag: &&str| {
            let pieces = vec![
                Piece::Words((self.say)(words, tag)),
                Piece::Literal {
                    kind: LiteralKind::FileName,
                    value: "site.conf".to_owned(),
                    corrected: (*tag == "zh-CN").then(|| (self.say)("site . conf", tag)),
                },
            ];
            (locale(tag), pieces)
        };
        Text {
            wordings: LOCALES.iter().map(pieces).collect::<BTreeMap<_, _>>(),
        }
    }

    pub(crate) fn command(&self, pieces: &[&str], quoting: Quoting) -> Action {
        let code = pieces.concat();
        let name = code.split_whitespace().next().unwrap_or_default();
        Action::Command(Command {
            dialect: self.dialect,
            pieces: code_pieces(pieces, quoting),
            script: Script {
                pipelines: vec![Pipeline {
                    commands: vec![Invocation {
                        name: Word {
                            range: 0..name.len(),
                            value: Some(name.to_owned()),
                        },
                        arguments: Vec::new(),
                    }],
                }],
            },
            code,
        })
    }

    pub(crate) fn step(&self, id: &str, kind: StepKind, action: Action) -> Step {
        Step {
            id: id.to_owned(),
            kind,
            guard: None,
            text: self.text(&format!("Do {id}.")),
            explanation: Text::default(),
            listed: false,
            role: None,
            hosts: Hosts::One,
            session: Some("main".to_owned()),
            risk: match kind {
                StepKind::Query | StepKind::Discover => Risk::Read,
                StepKind::Run | StepKind::EditFile => Risk::Change,
                _ => Risk::None,
            },
            action,
            scope: Scope::One,
            expect: None,
            supplies: Vec::new(),
            after: Vec::new(),
            verification: Verification::Parses,
            sources: Vec::new(),
        }
    }

    pub(crate) fn task(&self, id: &str, kind: TaskKind, items: Vec<Item>) -> Task {
        Task {
            id: id.to_owned(),
            title: self.text(&format!("Task {id}")),
            kind,
            guard: None,
            inverse_of: None,
            requires: Vec::new(),
            items,
        }
    }

    pub(crate) fn goal(&self, id: &str, tasks: &[&str]) -> Goal {
        Goal {
            id: id.to_owned(),
            title: self.text(&format!("Goal {id}")),
            tasks: tasks.iter().map(|t| (*t).to_owned()).collect(),
            default: id == "main",
            excludes: Vec::new(),
        }
    }
}

pub(crate) fn item(step: Step) -> Item {
    Item::Step(Box::new(step))
}

/// Verbatim code, and at odd places the sample of `hostName`.
pub(crate) fn code_pieces(pieces: &[&str], quoting: Quoting) -> Vec<CodePiece> {
    let piece = |(i, s): (usize, &&str)| match i % 2 {
        0 => CodePiece::Verbatim((*s).to_owned()),
        _ => {
            let id = "hostName".to_owned();
            CodePiece::Parameter { id, quoting }
        }
    };
    pieces.iter().enumerate().map(piece).collect()
}

pub(crate) fn edit(
    format: FileFormat,
    file: &str,
    parent: Option<&str>,
    pieces: &[&str],
) -> Action {
    let quoting = match format {
        FileFormat::Xml => Quoting::Xml,
        _ => Quoting::Plain,
    };
    let (folder, file) = file.rsplit_once(['/', '\\']).unwrap();
    Action::Edit(FileEdit {
        file: file.to_owned(),
        folder: Some(folder.to_owned()),
        format,
        parent: parent.map(str::to_owned),
        content: pieces.concat(),
        pieces: code_pieces(pieces, quoting),
    })
}

pub(crate) fn host_name(uses: &[&str], discovered_by: Option<&str>) -> Parameter {
    Parameter {
        id: "hostName".to_owned(),
        kind: ParameterKind::HostName,
        sample: SAMPLE.to_owned(),
        uses: uses.iter().map(|u| (*u).to_owned()).collect(),
        discovered_by: discovered_by.map(str::to_owned),
        required: true,
        ..Parameter::default()
    }
}

pub(crate) const SAMPLE: &str = "app.contoso.example";

pub(crate) fn compiled(procedure: Procedure) -> Compiled {
    Compiled {
        article: Article {
            id: procedure.id.clone(),
            documents: Vec::new(),
            source: None,
        },
        alignment: Alignment {
            pivot: 0,
            rows: Vec::new(),
            units: Vec::new(),
        },
        canon: Canon::default(),
        diagnostics: Vec::new(),
        procedure,
    }
}

pub(crate) fn procedure(
    maker: &Maker<'_>,
    name: &str,
    tasks: Vec<Task>,
    goals: Vec<Goal>,
) -> Procedure {
    let shell = match maker.dialect {
        Dialect::PowerShell => "Lync Server Management Shell",
        Dialect::Bash => "bash",
    };
    Procedure {
        id: "fixture".to_owned(),
        title: maker.text(name),
        locales: LOCALES.iter().map(|l| locale(l)).collect(),
        goals,
        sessions: vec![Session {
            id: "main".to_owned(),
            name: shell.to_owned(),
            dialect: maker.dialect,
            evidence: Vec::new(),
        }],
        tasks,
        ..Procedure::default()
    }
}

/// A procedure for bash in which `root` is the folder that everything happens in.
pub(crate) fn bash(say: Say<'_>, root: &str) -> Procedure {
    let m = Maker {
        say,
        dialect: Dialect::Bash,
    };
    let make = m.command(&[&format!("mkdir -p {root}/etc")], Quoting::Bare);
    let lines = ["server_name ", SAMPLE, ";\n# it's \"$HOME\" `x` 中\nend\n"];
    let file = format!("{root}/etc/site.conf");
    let write = edit(FileFormat::Text, &file, None, &lines);
    let mut check = m.step(
        "c00000000003",
        StepKind::Query,
        m.command(&["echo \"name: ", SAMPLE, "\""], Quoting::Double),
    );
    check.expect = Some(Expectation {
        output: format!("name:   {SAMPLE}\n"),
        text: m.text("It says:"),
        ..Expectation::default()
    });
    let log = |word: &str| m.command(&[&format!("echo {word} >> {root}/log")], Quoting::Bare);
    let mut prepare = m.task(
        "prepare",
        TaskKind::Prepare,
        vec![
            item(m.step("a00000000000", StepKind::Note, Action::None)),
            item(m.step("a00000000001", StepKind::Run, make)),
            item(m.step("a00000000002", StepKind::EditFile, write)),
            item(check),
            item(m.step("a00000000004", StepKind::Manual, Action::None)),
        ],
    );
    prepare.title = m.text("Prepare");
    let guarded = {
        let mut step = m.step("d00000000005", StepKind::Run, log("guarded"));
        step.guard = Some(Guard {
            text: m.text("It is not there."),
            effect: GuardEffect::OnlyIf,
        });
        step
    };
    let choice = Choice {
        id: "which".to_owned(),
        question: m.text("Which?"),
        arity: Arity::One,
        arms: vec![
            Arm {
                id: "left".to_owned(),
                title: m.text("Left"),
                steps: vec![m.step("e00000000006", StepKind::Run, log("left"))],
            },
            Arm {
                id: "right".to_owned(),
                title: m.text("Right"),
                steps: vec![m.step("e00000000007", StepKind::Run, log("right"))],
            },
        ],
    };
    let mut all = m.step("f00000000008", StepKind::Run, log("all"));
    all.scope = Scope::All;
    let mut optional = m.task(
        "optional",
        TaskKind::Apply,
        vec![item(guarded), Item::Choice(choice), item(all)],
    );
    optional.guard = Some(Guard {
        text: m.text("You do not want it."),
        effect: GuardEffect::SkipTo(None),
    });
    let mut remove = m.step(
        "b00000000009",
        StepKind::Run,
        m.command(&[&format!("rm {root}/etc/site.conf")], Quoting::Bare),
    );
    remove.risk = Risk::Destructive;
    let fail = m.command(
        &[&format!("false\necho not reached >> {root}/log")],
        Quoting::Bare,
    );
    let fails = m.step("b00000000010", StepKind::Run, fail);
    let mut differs = m.step(
        "b00000000011",
        StepKind::Query,
        m.command(&["echo no"], Quoting::Bare),
    );
    differs.expect = Some(Expectation {
        output: "yes".to_owned(),
        text: m.text("It says:"),
        ..Expectation::default()
    });
    let leave = m.step(
        "b00000000012",
        StepKind::Run,
        m.command(&["exit 0"], Quoting::Bare),
    );
    let strict = m.command(
        &[&format!(
            "set -efuo pipefail\nIFS=,\necho strict >> {root}/log"
        )],
        Quoting::Bare,
    );
    let two = |text: &str| edit(FileFormat::Text, &format!("{root}/two.conf"), None, &[text]);
    let options = vec![
        item(m.step("b00000000013", StepKind::Run, strict)),
        item(m.step("b00000000014", StepKind::EditFile, two("one\n"))),
        item(m.step("b00000000015", StepKind::EditFile, two("two\n"))),
        item(m.step("b00000000016", StepKind::Run, log("after"))),
    ];
    let mut hand = m.step("b00000000017", StepKind::Manual, Action::None);
    hand.risk = Risk::Destructive;
    let tasks = vec![
        prepare,
        optional,
        m.task("options", TaskKind::Apply, options),
        m.task("hand", TaskKind::Apply, vec![item(hand)]),
        m.task("remove", TaskKind::Undo, vec![item(remove)]),
        m.task("fails", TaskKind::Apply, vec![item(fails)]),
        m.task("differs", TaskKind::Apply, vec![item(differs)]),
        m.task("leave", TaskKind::Apply, vec![item(leave)]),
    ];
    let goals = vec![
        m.goal("main", &["prepare"]),
        m.goal("more", &["prepare", "optional"]),
        m.goal("remove", &["remove"]),
        m.goal("fails", &["fails"]),
        m.goal("differs", &["differs"]),
        m.goal("leave", &["leave"]),
        m.goal("options", &["options"]),
        m.goal("hand", &["hand"]),
    ];
    let mut procedure = procedure(&m, "A site", tasks, goals);
    procedure.parameters = vec![host_name(&["a00000000002", "c00000000003"], None)];
    procedure
}

/// A procedure for PowerShell.
pub(crate) fn powershell(say: Say<'_>) -> Procedure {
    let m = Maker {
        say,
        dialect: Dialect::PowerShell,
    };
    let lines = [
        "<add key=\"Thumbprint\" value=\"EA5A\"/>\n<add key=\"ServerName\" value=\"",
        SAMPLE,
        "\"/>\n",
    ];
    let file = r"C:\Program Files\Contoso\Web\Web.config";
    let merge = edit(FileFormat::Xml, file, Some("AppSettings"), &lines);
    let write = edit(
        FileFormat::Text,
        r"C:\Contoso\site.conf",
        None,
        &["name ", SAMPLE, "\nit's\n"],
    );
    let mut discover = m.step(
        "a00000000001",
        StepKind::Discover,
        m.command(
            &["Get-CsSite | Select-Object DisplayName, SiteID"],
            Quoting::Bare,
        ),
    );
    discover.supplies = vec!["hostName".to_owned()];
    let pool = [
        "New-CsPool -Identity ",
        SAMPLE,
        " -Url 'https://x/'  -Port 5199",
    ];
    let mut recycle = m.step(
        "a00000000005",
        StepKind::Run,
        m.command(
            &[r#"C:\Windows\Appcmd.exe recycle /name:"Pool""#],
            Quoting::Bare,
        ),
    );
    recycle.risk = Risk::Interrupt;
    recycle.expect = Some(Expectation {
        output: "\"Pool\" successfully recycled".to_owned(),
        text: m.text("It says:"),
        ..Expectation::default()
    });
    let mut all = m.step(
        "a00000000006",
        StepKind::Run,
        m.command(
            &["Get-OwaMailboxPolicy | Set-OwaMailboxPolicy -Enabled $True"],
            Quoting::Bare,
        ),
    );
    all.scope = Scope::All;
    all.session = Some("other".to_owned());
    all.guard = Some(Guard {
        text: m.text("You want all."),
        effect: GuardEffect::OnlyIf,
    });
    let choice = Choice {
        id: "which".to_owned(),
        question: m.text("Which?"),
        arity: Arity::Any,
        arms: vec![
            Arm {
                id: "one".to_owned(),
                title: m.text("One"),
                steps: vec![m.step("a00000000007", StepKind::Check, Action::None)],
            },
            Arm {
                id: "all".to_owned(),
                title: m.text("All"),
                steps: vec![all],
            },
        ],
    };
    let withheld = m.step(
        "a00000000008",
        StepKind::Run,
        m.command(&["Get-X 'open"], Quoting::Bare),
    );
    let apply = vec![
        item(m.step("a00000000000", StepKind::Note, Action::None)),
        item(discover),
        item(m.step(
            "a00000000002",
            StepKind::Run,
            m.command(&pool, Quoting::Bare),
        )),
        item(m.step("a00000000003", StepKind::EditFile, merge)),
        item(m.step("a00000000004", StepKind::EditFile, write)),
        item(recycle),
        Item::Choice(choice),
        item(withheld),
    ];
    let mut apply = m.task("apply", TaskKind::Apply, apply);
    apply.guard = Some(Guard {
        text: m.text("It is there already."),
        effect: GuardEffect::SkipTo(Some("verify".to_owned())),
    });
    let verify = vec![item(m.step("a00000000009", StepKind::Manual, Action::None))];
    let tasks = vec![apply, m.task("verify", TaskKind::Verify, verify)];
    let goals = vec![m.goal("main", &["apply", "verify"])];
    let mut procedure = procedure(&m, "Integrate", tasks, goals);
    procedure.sessions.push(Session {
        id: "other".to_owned(),
        name: "Exchange Management Shell".to_owned(),
        dialect: Dialect::PowerShell,
        evidence: Vec::new(),
    });
    procedure.parameters = vec![
        host_name(&["a00000000002", "a00000000003"], Some("a00000000001")),
        Parameter {
            id: "port".to_owned(),
            kind: ParameterKind::Port,
            sample: "5199".to_owned(),
            required: true,
            ..Parameter::default()
        },
    ];
    procedure
}
