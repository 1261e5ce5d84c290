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
cli-error-no-such-path = `{ $path }` does not exist; give a file or folder with articles
cli-error-pattern = `{ $pattern }` is not a pattern: { $reason }
cli-error-pattern-matches-nothing = no file matches `{ $pattern }`; patterns start at the working directory and may hold {"{"}locale{"}"}, * and **
cli-error-clash = two articles have the id { $id }: `{ $first }` and `{ $second }`; rename one of them or change its identifier


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
notice-no-locale = left out: its locale is not known; say it in the front matter (lang: pt-BR) or in the path
notice-doubled = left out: `{ $other }` is the same article in { $locale } already
notice-one-locale = in { $locale } only: there is nothing to compare it with


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


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

