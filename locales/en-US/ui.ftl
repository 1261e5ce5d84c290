### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = English

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Blocks are nested more than { $limit } deep; deeper ones are read as the last that may be nested.
notice-front-matter-long = The front matter is over { $limit } KiB and was not read.
notice-front-matter-invalid = The front matter cannot be read as YAML: { $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

