//! What is wrong with a procedure, or with a person's review of it: for a person to look at before a
//! runbook is trusted.

/// Something wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// Ids of the steps, tasks or parameters that it is about, in order.
    pub parts: Vec<String>,
    /// What stands there: a value, a name, a reason.
    pub value: String,
    /// For a review: what the decision was about, and what stands there now.
    pub change: Option<(String, String)>,
    /// For a review: its line, from 1.
    pub line: Option<u32>,
}

/// Kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Two steps of one goal write the same property with different values.
    ConflictingWrites,
    /// A step uses what a later one makes or shows.
    UsedBeforeMade,
    /// Two steps of one goal do the same, one to one object and one to all.
    BothArms,
    /// A value of the article's example is left in a command.
    SampleLeft,
    /// A command that the evidence does not decide.
    CommandDisputed,
    /// A step is skipped with its task, and is done on another kind of host than the rest of it.
    SkippedAlong,
    /// A decision was made about something else than what the article says now.
    ReviewStale,
    /// A decision is about something that is no longer there.
    ReviewGone,
    /// A decision that cannot be carried out.
    ReviewFault,
}

impl FindingKind {
    /// Its name in data and, behind a prefix, in message ids.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::ConflictingWrites => "conflicting-writes",
            FindingKind::UsedBeforeMade => "used-before-made",
            FindingKind::BothArms => "both-arms",
            FindingKind::SampleLeft => "sample-left",
            FindingKind::CommandDisputed => "command-disputed",
            FindingKind::SkippedAlong => "skipped-along",
            FindingKind::ReviewStale => "review-stale",
            FindingKind::ReviewGone => "review-gone",
            FindingKind::ReviewFault => "review-fault",
        }
    }
}

impl Finding {
    /// A finding about the procedure itself.
    pub(super) fn new(kind: FindingKind, parts: &[&str], value: impl Into<String>) -> Self {
        Finding {
            kind,
            parts: parts.iter().map(|p| (*p).to_owned()).collect(),
            value: value.into(),
            change: None,
            line: None,
        }
    }
}
