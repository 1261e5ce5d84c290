### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 繁體中文

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

