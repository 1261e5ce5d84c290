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
cli-built = runbooks: { $runbooks }, site: { $site }
cli-error-no-such-path = `{ $path }` does not exist; give a file or folder with articles
cli-error-pattern = `{ $pattern }` is not a pattern: { $reason }
cli-error-pattern-matches-nothing = no file matches `{ $pattern }`; patterns start at the working directory and may hold {"{"}locale{"}"}, * and **
cli-error-clash = two articles have the id { $id }: `{ $first }` and `{ $second }`; rename one of them or change its identifier
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = `{ $path }` cannot be read: { $reason }
cli-did-you-mean = did you mean `{ $known }`?
cli-error-no-rule = there is no rule `{ $rule }`; `runbookc explain` lists all
cli-error-locale-twice = { $locale } is given twice in { $flag }; give it once
cli-error-source-unknown = the source's files are named, but not its locale; add `source` to runbookc.toml, or --source
cli-error-no-source = --source { $locale }: no document is in { $locale }; there are documents in { $locales }
cli-error-paths-outside = none of the files that match --articles lies below the given paths; leave the paths out or change the pattern
cli-error-no-articles = no article was found; give a folder that holds Markdown files in several locales, or --articles
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
cli-count-withheld =
    { $count ->
        [one] 1 step withheld
       *[other] { $count } steps withheld
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Blocks are nested more than { $limit } deep; deeper ones are read as the last that may be nested.
notice-front-matter-long = The front matter is over { $limit } KiB and was not read.
notice-front-matter-invalid = The front matter cannot be read as YAML: { $reason }
notice-unreadable = cannot be read: { $reason }
notice-not-a-file = left out: not a regular file
notice-too-large = left out: larger than 4 MiB; split it
notice-empty = left out: empty
notice-utf-16 = left out: encoded in UTF-16; convert it to UTF-8
notice-not-utf-8 = left out: not UTF-8 at byte { $offset }; convert it to UTF-8
notice-link-loop = link not followed: it leads back to a folder that is being read
notice-link-outside = link not followed: it leads out of the given folder
notice-link-broken = link not followed: its target is not there
notice-no-locale = left out: its locale is not known; say it in the front matter (`lang: pt-BR`) or in the path
notice-doubled = left out: `{ $other }` is the same article in { $locale } already
notice-one-locale = in { $locale } only: there is nothing to compare it with
notice-embedded = carries its source text, in { $locale }


## Diagnostics: messages of rules (lint)

lint-path-altered = this path should read { $expected }
lint-registry-key-altered = this registry key should read { $expected }
lint-command-verb-lost = this command has lost its verb: { $expected }
lint-command-verb-translated = the verb of this command was translated: { $expected }
lint-command-verb-changed = the verb of this command is another one: { $expected }
lint-command-altered = this command should read { $expected }
lint-parameter-altered = this parameter should read { $expected }
lint-file-name-altered = this file name should read { $expected }
lint-host-name-altered = this host name should read { $expected }
lint-url-altered = this URL should read { $expected }
lint-identifier-altered = this name should read { $expected }
lint-literal-missing = this sentence lacks { $expected }
lint-literal-disputed = the locales disagree, and nothing decides: { $candidates }
lint-code-differs = this code differs from the other locales: { $expected }
lint-code-missing = a code block is missing here: { $expected }
lint-text-missing = text is missing here: { $expected }
lint-block-moved = this stands in another order than in the other locales


## Diagnostics: rendering (diagnostic/render)

render-error = error
render-warning = warning
render-info = info
render-help = help
render-note = note
render-expected = write { $expected }
render-evidence = borne out by { $reasons }
# What bears a finding out; they form a list.
render-because-source = the source ({ $locale })
render-because-code = a code block ({ $locale })
render-because-link = the link's target ({ $locale })
render-because-catalogue = the catalogue of commands
render-because-locale = { $locale }
render-because-corpus = other articles
render-because-shape = its form


## Alignment table (align)


## Plan (procedure)

plan-nothing = There is nothing to do in this article.
plan-parameters = Values to supply
plan-sample = sample: { $value }
plan-goal = Goal
plan-default = default
plan-skip-to = Skip to { $task } if
plan-verified = verified: level { $level } of 4


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


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
book-task-background = Background
book-task-prepare = Prepare
book-task-apply = Apply
book-task-verify = Verify
book-task-undo = Undo
book-task-troubleshoot = Troubleshoot
book-task-undoes = Undoes
book-guard-only-if = Only if
book-guard-skip-if = Skip if
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
book-edit-file = File
book-edit-folder = In the folder
book-edit-parent = Under
book-expect = Expected output
book-supplies = Shows the value of
book-corrected = corrected
book-said = The translation says: { $text }
book-fallback = Shown in { $language }
book-withheld-title = Withheld.
book-withheld-text = The languages disagree and the evidence does not decide, so this step is not given. The readings are:

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
book-evidence-known = The catalogue knows the command, its parameters and their values
book-evidence-source = The source says so
book-evidence-code-block = A code block says so
book-evidence-link-target = The link’s target says so
book-evidence-catalogue = The catalogue knows it
book-evidence-locale = Another language says so
book-evidence-corpus = It stands elsewhere in the articles
book-evidence-shape = Its form says so
