### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = English

## Command line and errors (cli, workspace)

cli-label-error = error
cli-label-warning = warning
cli-label-note = note
cli-phase-parse = Parsing
cli-phase-align = Aligning
cli-phase-check = Checking
cli-phase-compile = Compiling
cli-phase-build = Building
cli-phase-fix = Fixing
cli-built = runbooks: { $runbooks }, site: { $site }
cli-built-runbooks = runbooks: { $runbooks }
cli-error-no-such-path = `{ $path }` does not exist; give a file or folder with articles
cli-error-pattern = `{ $pattern }` is not a pattern: { $reason }
cli-error-pattern-matches-nothing = no file matches `{ $pattern }`; patterns start at the working directory and may hold {"{"}locale{"}"}, * and **
cli-error-clash = two articles have the id { $id }: `{ $first }` and `{ $second }`; rename one of them or change its identifier
cli-error-review = `{ $path }` cannot be used
cli-error-approved = `{ $path }` cannot be used: { $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = `{ $path }` cannot be read: { $reason }
cli-error-config-exists = `{ $path }` is there already and stays as it is; delete it first to start anew
cli-error-unwritable = `{ $path }` cannot be written: { $reason }
cli-error-baseline = `{ $path }` cannot be used as a baseline: { $reason }
cli-error-rewrite-link = `{ $path }` is a link and stays as it is; give the file that it points to
cli-error-rewrite-changed = `{ $path }` changed while it was being read and stays as it is; run it again
init-found-pattern = the paths name the locale: { $pattern }
init-found-front-matter = the front matter or the text tells the locale; no pattern is needed
init-wrote = wrote { $path }
cli-did-you-mean = did you mean `{ $known }`?
cli-error-no-rule = there is no rule `{ $rule }`; `runbookc explain` lists all
cli-error-statistics = --statistics is for the formats human, concise and json
cli-error-locale-twice = { $locale } is given twice in { $flag }; give it once
cli-error-source-unknown = the source's files are named, but not its locale; add `source` to runbookc.toml, or --source
cli-error-no-source = --source { $locale }: no document is in { $locale }; there are documents in { $locales }
cli-warn-no-locale = { $flag }: no document is in { $locale }
cli-error-paths-outside = none of the files that match --articles lies below the given paths; leave the paths out or change the pattern
cli-error-no-articles = no article was found; give a folder that holds Markdown files in several locales, or --articles
cli-error-no-such-folder = `{ $path }` is no folder; give the folder that holds the reference pages
cli-error-catalogue = { $path }:{ $line }: not a line of a catalogue ({ $format }): `{ $text }`
cli-error-no-pages = `{ $path }` holds no reference page of a cmdlet; a page has the cmdlet's name as its title and a section SYNTAX or PARAMETERS
cli-error-no-cmdlet = no catalogue has `{ $name }`
catalog-imported =
    { $count ->
        [one] 1 cmdlet read
       *[other] { $count } cmdlets read
    }
cli-more-notes =
    { $count ->
        [one] 1 more note like these
       *[other] { $count } more notes like these
    }
cli-count-articles =
    { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
cli-count-locales =
    { $count ->
        [one] 1 locale
       *[other] { $count } locales
    }
cli-count-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
cli-count-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
cli-count-infos =
    { $count ->
        [one] 1 info
       *[other] { $count } infos
    }
cli-count-left-out =
    { $count ->
        [one] 1 file left out or damaged
       *[other] { $count } files left out or damaged
    }
cli-count-files =
    { $count ->
        [one] 1 file written
       *[other] { $count } files written
    }
cli-count-fixed =
    { $count ->
        [one] 1 finding fixed
       *[other] { $count } findings fixed
    }
cli-count-would-fix =
    { $count ->
        [one] 1 finding would be fixed
       *[other] { $count } findings would be fixed
    }
cli-count-would-change =
    { $count ->
        [one] 1 file would change
       *[other] { $count } files would change
    }
cli-count-left =
    { $count ->
        [one] 1 finding left
       *[other] { $count } findings left
    }
cli-count-unsafe =
    { $count ->
        [one] 1 of them needs --unsafe-fixes
       *[other] { $count } of them need --unsafe-fixes
    }
cli-wrote-baseline =
    { $count ->
        [one] wrote 1 finding to { $path }
       *[other] wrote { $count } findings to { $path }
    }
cli-count-known =
    { $count ->
        [one] 1 known
       *[other] { $count } known
    }
cli-count-gone =
    { $count ->
        [one] 1 entry of the baseline is gone
       *[other] { $count } entries of the baseline are gone
    }
cli-count-withheld =
    { $count ->
        [one] 1 step withheld
       *[other] { $count } steps withheld
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Blocks are nested more than { $limit } deep; deeper ones are read as the last that may be nested.
notice-front-matter-long = The front matter is over { $limit } KiB and was not read.
notice-front-matter-invalid = The front matter cannot be read as YAML: { $reason }
notice-front-matter-unclosed = The front matter is not closed; end it with a line `---`.
notice-unreadable = cannot be read: { $reason }
notice-not-a-file = left out: not a regular file
notice-too-large = left out: larger than 4 MiB; split it
notice-empty = left out: empty
notice-utf-16 = left out: encoded in UTF-16; convert it to UTF-8
notice-not-utf-8 = left out: not UTF-8 at byte { $offset }; convert it to UTF-8
notice-link-loop = link not followed: it leads back to a folder that is being read
notice-link-outside = link not followed: it leads out of the given folder
notice-link-broken = link not followed: its target is not there
notice-not-a-locale = left out: `{ $name }` stands where the pattern has the locale, and is none
notice-name-not-utf-8 = left out: its name is not UTF-8; rename it
notice-no-locale = left out: its locale is not known; say it in the front matter (`lang: pt-BR`) or in the path
notice-doubled = left out: `{ $other }` is the same article in { $locale } already
notice-one-locale = in { $locale } only: there is nothing to compare it with
notice-embedded = carries its source text, in { $locale }
notice-no-cmdlet-page = skipped: not the reference page of a cmdlet
notice-page-doubled = left out: `{ $other }` describes the same cmdlet already
notice-parameter-bare = { $parameter } has no block of fields that begins with `Type:`; only its name is taken
notice-exception-unused = this ignores nothing ({ $rule }); delete it, or correct its rule, path or locale


## Diagnostics: messages of rules (lint)

lint-path-altered = this path should read { $expected }
lint-registry-key-altered = this registry key should read { $expected }
lint-command-verb-lost = this command has lost its verb: { $expected }
lint-command-verb-translated = the verb of this command was translated: { $expected }
lint-command-verb-changed = the verb of this command is another one: { $expected }
lint-command-altered = this command should read { $expected }
lint-command-made-changing =
    this command { $risk ->
        [destructive] removes something
        [interrupt] interrupts a service
       *[other] changes something
    } and should only show something: { $expected }
lint-parameter-altered = this parameter should read { $expected }
lint-literal-characters = characters in it only look like those that are typed: it should read { $expected }
lint-value-altered = this value should read { $expected }
lint-file-name-altered = this file name should read { $expected }
lint-host-name-altered = this host name should read { $expected }
lint-url-altered = this URL should read { $expected }
lint-url-scheme = this URL gives up encryption: the others say { $expected }
lint-identifier-altered = this name should read { $expected }
lint-version-altered = this version should read { $expected }
lint-number-altered = this number should read { $expected }
lint-number-grouped = this number is typed, its digits are not grouped: { $expected }
lint-date-altered = this date should read { $expected }
lint-date-swapped = day and month of this date changed places: { $expected }
lint-product-name-altered = this name should read { $expected }
lint-product-name-case = this name is written { $expected }
lint-product-name-misspelt = this name is misspelt: { $expected }
lint-product-name-translated = a word of this name was translated: { $expected }
lint-stray-frame = the word that belongs between these is not there
lint-stray-artifact = a tool left this here, and no other language has it
lint-stray-artifact-for = a tool left this here instead of { $expected }
lint-event-source-altered = this event source should read { $expected }
lint-group-name-altered = this group or role should read { $expected }
lint-literal-doubled = this stands twice in a row; only { $expected } is meant
lint-literal-missing = this sentence lacks { $expected }
lint-literal-disputed = the locales disagree, and nothing decides: { $candidates }
lint-code-differs = this code differs from the other locales: { $expected }
lint-code-missing = a code block is missing here: { $expected }
lint-unknown-command = no catalogue has this command; its family is known
lint-unknown-parameter = { $owner } has no such parameter
lint-value-not-accepted = { $owner } does not accept this value; it accepts { $accepted }
lint-code-syntax = this no longer parses; it should read { $expected }
lint-code-characters = these characters only look right; they should read { $expected }
lint-code-added = only this locale has this code block: { $found }
lint-text-became-code = this text is shown as a code block, because of its indentation: { $found }
lint-conflicting-steps = this contradicts an earlier step of the same runbook: { $other }
lint-used-before-made = this needs { $value }, which only a later step makes or shows
lint-sample-left = a value of the article’s example is left here: { $value }
lint-command-unverified = its shell cannot read this command: no runbook runs it
lint-source-link-text = this link shows another address than it leads to: { $target }
lint-source-name-misspelt = this name differs by one letter from { $expected }, which the article has elsewhere
lint-source-xml-case = this element is elsewhere written { $expected }
lint-text-missing = text is missing here: { $expected }
lint-block-moved = this stands in another order than in the other locales
lint-source-revision = this translation is of { $found }, the source of { $expected }, and { $count } passages are missing
lint-source-revision-by-text = this translation follows another revision of the source: { $count } passages are missing
lint-negation-inverted = other languages deny this, and here nothing does: { $expected }
lint-terminology-inconsistent = elsewhere in this article this is called { $expected }
lint-heading-level = this heading is of another level in the other languages: { $expected }
lint-heading-lost = this is shown as text and not as a heading: the space behind # is missing
lint-list-broken = the list is broken here: this is step { $expected }, and it is shown as step 1
lint-jump-nowhere = this link leads to no heading of this article
lint-jump-nowhere-for = this link leads to no heading of this article; the heading is { $expected }
lint-link-lost = the link to { $expected } was lost
lint-jump-broken = the section is called { $expected }
lint-jump-cut = the bold covers only a part of the title { $expected }
lint-alert-marker-translated = only the English marker is shown as a note: { $expected }
lint-alert-marker-stray = the marker of a note stands in the sentence
lint-wrong-script = this is written in another script than the language
lint-bracket-unclosed = this bracket is never closed
lint-bracket-unopened = this bracket closes nothing
lint-bracket-lost = the bracket that was opened before is not closed here: { $expected }
lint-bracket-empty = nothing is left between these brackets
lint-quote-unpaired = this quotation mark has no partner
lint-quote-across-markup = the quotation begins inside of the markup and ends outside
lint-emphasis-broken = this emphasis is not shown as such
lint-emphasis-split = emphasis begins or ends inside of a word
lint-suppression-unused = nothing is ignored here by { $rule }
lint-suppression-unknown = there is no rule { $rule } to ignore
lint-suppression-of-nothing = this comment names no rule to ignore
lint-suppression-without-reason = this comment ignores nothing, since it does not say why
lint-left-untranslated = this was not translated
lint-foreign-leftover = a word of another language was left here: { $word }
lint-link-text-left = the text of this link was not translated
lint-term-forbidden = the glossary does not want { $term } to be called this; it is { $expected }
lint-term-missing = the glossary wants { $term } to be called { $expected } here


## Diagnostics: rendering (diagnostic/render)

render-error = error
render-warning = warning
render-info = info
render-help = help
render-note = note
render-expected = write { $expected }
render-evidence = borne out by { $reasons }
render-separator = { ", " }
# What bears a finding out; they form a list.
render-because-source = the source ({ $locale })
render-because-code = a code block ({ $locale })
render-because-link = the link's target ({ $locale })
render-because-catalogue = the catalogue of commands
render-because-locale = { $locale }
render-because-corpus = other articles
render-because-shape = its form
render-because-glossary = the glossary
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = Place
render-column-finding = Finding
render-column-found = Found
render-column-evidence = Evidence
render-nothing-found = nothing found
render-base = the folder that runbookc ran in


## Alignment table (align)

align-summary =
    { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } in { $locales } locales, lined up through { $pivot }
align-legend = — says nothing here   ↕ stands elsewhere   ×2 stands twice   ███ how sure
align-kind-front-matter = front matter
align-kind-heading = heading
align-kind-paragraph = paragraph
align-kind-item = list item
align-kind-cell = table cell
align-kind-alert = alert
align-kind-quote = quote
align-kind-code = code
align-kind-opaque = kept as is
align-kind-text = text


## Plan (procedure)

plan-nothing = There is nothing to do in this article.
plan-parameters = Values to supply
plan-sample = sample: { $value }
plan-discovered = step { $step } shows it
plan-label = { $label }:
plan-goal = Goal
plan-default = default
plan-skip-to = Skip to { $task } if
plan-verified = verified: level { $level } of 4
plan-findings = Findings
plan-finding-old = was
plan-finding-new = is now
plan-finding-conflicting-writes = Steps { $first } and { $second } set the same property to different values.
plan-finding-used-before-made = Step { $second } uses { $value }, which only step { $first } makes or shows.
plan-finding-both-arms = Steps { $first } and { $second } do the same, one to one object and one to all: only one of them is meant.
plan-finding-sample-left = A value of the article’s example is left in step { $first }: { $value }
plan-finding-command-disputed = Step { $first } is withheld: what it runs is not certain.
plan-finding-skipped-along = Step { $first } is skipped with the rest of its task, though it is done on another kind of host: see whether it still has to be done.
plan-finding-review-stale = { $first } was decided, and the article has changed since.
plan-finding-review-gone = { $first } was decided, and is no longer in the article.
plan-finding-review-fault = { $first }: { $value }
plan-wrote = review: { $path }


## Verification of what was built (cli)

verify-changed = { $path }: is not what `build` writes now
verify-missing = { $path }: is missing
verify-extra = { $path }: is none of the files that `build` writes
verify-orphan = { $path }: belongs to no article
verify-sources-changed = { $id }: the article has changed since it was built, in { $locales }
verify-commands-differ = { $path }: does not run what the other languages run
verify-new =
    { $count ->
        [one] { $id }: 1 command was not approved
       *[other] { $id }: { $count } commands were not approved
    }
verify-how-to-approve = Once each + in the diff is right, approve it with `runbookc verify --approve` and commit the file.
verify-approved = approved: { $path }
verify-recorded = recorded as executed: { $path }. Build again.
verify-count-files =
    { $count ->
        [one] 1 file is not as built
       *[other] { $count } files are not as built
    }
verify-count-commands =
    { $count ->
        [one] 1 command not approved
       *[other] { $count } commands not approved
    }


## Runbooks: shared by all shells (emit)

runbook-usage = Usage:
runbook-help-goal = what to reach; required
runbook-help-list = list goals, tasks, steps and parameters, then end
runbook-help-from = start at this step; those before it are left out
runbook-help-only = do this step alone
runbook-help-dry-run = show everything, do nothing
runbook-help-journal = where the journal is kept
runbook-help-resume = go on where the journal ends
runbook-help-yes = confirm in advance; not what removes things or touches all objects
runbook-help-answer = answer a question in advance; may be given several times
runbook-help-help = show this help
runbook-goals = Goals
runbook-goal = Goal
runbook-task = Task
runbook-step = Step
runbook-choice = Choice
runbook-condition = Condition:
runbook-parameters = Parameters
runbook-sample = in the article:
runbook-source-text = The translation lacks something here. Another language says:
runbook-risk-none = Changes nothing.
runbook-risk-read = Only reads.
runbook-risk-change = Makes a change.
runbook-risk-interrupt = INTERRUPTS A SERVICE.
runbook-risk-destructive = REMOVES SOMETHING THAT MAY NOT COME BACK.
runbook-risk-unknown = RISK NOT KNOWN: be as careful as with a change to everything.
runbook-scope-one = Touches one object.
runbook-scope-filtered = Touches the objects that a filter selects.
runbook-scope-all = TOUCHES ALL OBJECTS.
runbook-command = Command:
runbook-file = File:
runbook-content = Content:
runbook-parent = Under the element:
runbook-expected = Expected output:
runbook-shell = Shell:
runbook-journal = Journal:
runbook-ask-run = Do it? [y] yes, [s] skip, [q] stop:
runbook-ask-done = Is it done? [y] yes, [s] skip, [q] stop:
runbook-ask-check = Is it as described? [y] yes, [n] no, [s] skip, [q] stop:
runbook-ask-condition = Is this the case? [y] yes, [n] no, [q] stop:
runbook-ask-replace = The file exists and differs. Replace it and keep a copy? [y] yes, [s] skip, [q] stop:
runbook-ask-unknown = This step was begun and its outcome is not known. [y] do it again, [d] it is done, [q] stop:
runbook-ask-again = This step was done, but what it left in the shell is gone. [y] do it again, [d] leave it as done, [q] stop:
runbook-ask-mismatch = Go on all the same? [y] yes, [n] no, [q] stop:
runbook-ask-errors = Errors were reported. Is the step done all the same? [y] yes, [n] no, [q] stop:
runbook-ask-value = Value for
runbook-offered = Values of { $property } that the command showed; type # and a number, or another value:
runbook-offered-lines = Values that the command showed; type # and a number, or another value:
runbook-ask-path = Where is this file? Full path:
runbook-ask-one = Choose one number, or [q] to stop:
runbook-ask-any = Choose numbers with spaces between them, 0 for none, or [q] to stop:
runbook-ask-goal = Which goal? Choose one number, or [q] to stop:
runbook-only-if = What follows is done only in this case.
runbook-skip-if = What follows is skipped in this case.
runbook-each = THIS STEP WORKS ON THIS MACHINE ONLY. It is to be done on each machine that it concerns.
runbook-each-role = THIS STEP WORKS ON THIS MACHINE ONLY. It is to be done on each machine with { $role } that it concerns.
runbook-invalid-value = This value is not valid:
runbook-by-hand = To be done by hand, not by this runbook:
runbook-withheld = This step is withheld: what the article says is not certain. Do it only if you know what is right.
runbook-dry-run = Dry run: nothing is done.
runbook-touched = What it would touch now:
runbook-already-there = Already there; nothing to do.
runbook-written = Written:
runbook-backup = Copy of the old file:
runbook-skipped = Skipped.
runbook-done = Done.
runbook-finished = All steps of this goal have been gone through.
runbook-finished-each = These steps were done on this machine only. Do each of them on every other machine that it concerns:
runbook-failed = This step failed:
runbook-mismatch = The result is not as expected at step:
runbook-stopped = Stopped.
runbook-resume-with = To go on later:
runbook-hand-over = What follows runs in another shell. Open it and resume there:
runbook-decision = A decision is needed and there is no terminal to ask on:
runbook-unknown-option = Unknown option:
runbook-unknown-goal = Unknown goal:
runbook-unknown-step = Unknown step:
runbook-unknown-answer = This answers no question of the goal:
runbook-needs-goal = Name a goal.
runbook-needs-value = A value is needed for:
runbook-no-shell = A command of this step is not known in this shell:
runbook-no-folder = There is no such file or folder:
runbook-no-parent = The file does not have this element exactly once:
runbook-journal-busy = Another run is using this journal:
runbook-locked = Another run of this runbook is under way on this host:
runbook-journal-other = This journal belongs to another goal or version of the runbook:
runbook-journal-unfinished = This journal has a run that did not end. Resume it, or name another journal:
runbook-journal-missing = There is no journal to resume:
runbook-journal-unwritable = The journal cannot be written:
runbook-wrong-host = The journal was begun on another host:
runbook-rights = Needs the rights of an administrator.
runbook-ask-rights = This session does not have the rights of an administrator, which this step needs. Do it all the same? [y] yes, [n] no, [q] stop:
runbook-no-rights = This step needs the rights of an administrator:
runbook-role = To be done on:
runbook-ask-host = Is that this machine? [y] yes, [n] no, [q] stop:
runbook-wrong-role = This step is for another host. Go on there with the same journal:
runbook-corrected = The translation said “{ $found }”; it is { $value }.


## Running (run)

run-plan = What will be done
run-status = How it went
run-elapsed = Time:
run-evidence = The same code in:
run-no-shell = This shell is not installed here:
run-timed-out = This step took too long and was ended:
run-system = The system does not allow it:
run-unknown-parameter = There is no such parameter:
run-way-back = The way back: what was done can be taken back like this
run-ask-way-back = Take it back now? Each step is asked for. [y] yes, [n] no, [q] stop:
run-ask-back = Take this step back? [y] yes, [s] skip, [q] stop:
run-taken-back = Taken back.
run-error-no-article = there is no article with the id { $id }; there are: { $ids }
run-error-no-locale = the article is not there in { $locale }; it is in { $locales }
run-error-answers = `{ $path }` cannot be used: { $reason }
run-error-not-set = the variable { $name } is not set in the environment
run-error-no-run = `{ $path }` has no run of this version of the runbook


## Reports on a run (run/report)

report-result = Result:
report-finished = All steps were gone through.
report-unfinished = The run did not come to its end.
report-goal = Goal:
report-host = Host:
report-began = Begun:
report-ended = Last entry:
report-runbook = Runbook:
report-digest = Digest of its commands:
report-answers = Answers
report-steps = Steps
report-column-step = Step
report-column-result = Result
report-column-time = Time
report-done = Done
report-skipped = Skipped
report-failed = Failed
report-mismatch = Not as expected
report-unknown = Outcome not known
report-taken-back = Taken back
report-not-reached = Not reached


## Runbooks: Markdown

runbook-generated = Generated by runbookc. To change this runbook, change the article and build again.
runbook-parameter = Parameter
runbook-kind = Kind
runbook-sample-heading = In the article
runbook-sample-note = Each needs a value of your own. What the article shows is an example and never a default.
runbook-cells-bash = In the commands each parameter is a variable. Set it first, for example { $example }. A command whose variable is not set is not run.
runbook-cells-powershell = In the commands the name of each parameter stands in angle brackets. Put your value in its place.
runbook-kind-host-name = host name
runbook-kind-port = port, 1 to 65535
runbook-kind-number = whole number
runbook-kind-thumbprint = thumbprint, 40 hexadecimal digits
runbook-kind-path = file or folder
runbook-kind-url = URL
runbook-kind-text = text on one line
runbook-kind-secret = secret, never shown or written down
runbook-choose-one = Choose exactly one.
runbook-choose-any = Choose any number.
runbook-verified-0 = Not verified: the languages disagree.
runbook-verified-1 = Verified: the same in all languages.
runbook-verified-2 = Verified: the same in all languages, and its syntax is right.
runbook-verified-3 = Verified: the same in all languages, and known to the catalogue.
runbook-verified-4 = Verified: it was executed.
runbook-withheld-disputed = Withheld: the languages do not agree on this command, and nothing decides which is right.
runbook-withheld-characters = Withheld: the command has characters that cannot be seen or that the shell takes for others.
runbook-withheld-incomplete = Withheld: the command is not whole as the article has it.
runbook-withheld-substitution = Withheld: a value of your own cannot be put into this command safely.
runbook-withheld-heading = Withheld steps
runbook-withheld-lost = The article does not settle what is done here. Candidates:


## Handbook: interface (emit/book)

book-title = Handbook
book-description = Procedures in every language, with verified commands
book-manual = About runbookc
book-skip = Skip to the content
book-contents = Contents
book-contents-toggle = Show or hide the contents
book-theme = Theme
book-theme-auto = As the system
book-theme-light = Light
book-theme-dark = Dark
book-languages = Language
book-turn = Pages before and after
book-previous = Previous
book-next = Next
book-copy = Copy
book-copied = Copied
book-index-title = Procedures
book-index-intro = Every command on these pages is the same in all languages, byte for byte. Each shows how far it was verified.
book-index-empty = There is no procedure yet.
book-column-article = Procedure
book-column-state = Text
book-column-steps = Steps
book-column-findings = Findings
book-state-source = This is the source text.
book-state-human = Translated by a person.
book-state-machine = Machine translated.
book-state-translation = Translated.
book-state-missing = Not available in this language.
book-state-shown-in = Shown in { $language }.
book-state-in-step = Every step is available in this language.
book-state-fallback = { $count ->
    [one] { $count } text is shown in another language.
   *[other] { $count } texts are shown in another language.
}
book-state-corrected = { $count ->
    [one] { $count } damaged term was corrected.
   *[other] { $count } damaged terms were corrected.
}
book-state-withheld = { $count ->
    [one] { $count } step is withheld.
   *[other] { $count } steps are withheld.
}
book-state-findings = { $count ->
    [one] { $count } finding in this language
   *[other] { $count } findings in this language
}
book-downloads = Runbooks
book-goals = Goals
book-goal-default = Default
book-goal-excludes = Not together with
book-parameters = What to have ready
book-parameters-intro = The samples come from the article. Replace them by your own values.
book-parameter-name = Parameter
book-parameter-sample = Sample
book-parameter-kind = Kind
book-parameter-source = Where it comes from
book-parameter-discovered = A step shows it
book-parameter-supplied = You supply it
book-parameter-optional = Optional
book-parameter-here = Replace by your value of { $name }
book-parameter-host-name = Host name
book-parameter-port = Port
book-parameter-number = Number
book-parameter-thumbprint = Certificate thumbprint
book-parameter-path = Path
book-parameter-url = URL
book-parameter-text = Text
book-parameter-secret = Secret
book-task-background = Background
book-task-prepare = Prepare
book-task-apply = Apply
book-task-verify = Verify
book-task-undo = Undo
book-task-troubleshoot = Troubleshoot
book-task-undoes = Undoes
book-guard-only-if = Only if
book-guard-skip-if = Skip if
book-guard-said = Only if what it says applies
book-guard-continue = Continue with “{ $title }”
book-choice-one = Choose one
book-choice-any = Choose any
book-step-run = Run
book-step-query = Look
book-step-discover = Look up
book-step-edit-file = Edit a file
book-step-check = Check
book-step-manual = By hand
book-step-note = Note
book-risk-read = Only reads
book-risk-change = Changes
book-risk-interrupt = Interrupts a service
book-risk-destructive = Cannot be taken back
book-risk-unknown = Effect unknown
book-scope-filtered = Filtered objects
book-scope-all = All objects
book-hosts-each = On each machine
book-hosts-each-role = On each machine with { $role }
book-edit-file = File
book-edit-folder = In the folder
book-edit-parent = Under
book-expect = Expected output
book-supplies = Shows the value of
book-corrected = corrected
book-said = The translation says: { $text }
book-fallback = Shown in { $language }
book-withheld-candidates = The readings are:

## Handbook: quality and verification

book-quality-part = Quality
book-quality-title = Quality: { $title }
book-quality-intro = All languages side by side, as they were read. What is damaged is marked.
book-quality-back = To the procedure
book-quality-findings = Findings
book-quality-none = Nothing was found.
book-quality-units = Side by side
book-quality-source = source
book-column-rule = Rule
book-column-place = Place
book-column-message = Message
book-column-found = Found
book-column-expected = Expected
book-column-unit = Unit
book-severity-error = Error
book-severity-warning = Warning
book-severity-info = Info
book-verification-unverified = Not verified
book-verification-consistent = The same in all languages
book-verification-parses = Parses
book-verification-known = Known to the catalogue
book-verification-executed = Executed
book-verification-level = Verification: level { $level } of 4
book-evidence = Evidence
book-evidence-same = The same code in { $locales }
book-evidence-parses = Parses as { $name } without an error
book-evidence-known = The catalogue knows the command, its parameters and their values: { $name }
book-evidence-unknown = No catalogue knows: { $name }
book-evidence-source = The source says so
book-evidence-code-block = A code block says so
book-evidence-link-target = The link’s target says so
book-evidence-catalogue = The catalogue knows it
book-evidence-locale = Another language says so
book-evidence-corpus = It stands elsewhere in the articles
book-evidence-shape = Its form says so
book-evidence-glossary = The project’s glossary says so
