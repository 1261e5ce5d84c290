### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Español

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Hay bloques anidados a más de { $limit } niveles; los más profundos se leen como si estuvieran en el último nivel permitido.
notice-front-matter-long = El front matter supera los { $limit } KiB y no se ha leído.
notice-front-matter-invalid = El front matter no se puede leer como YAML: { $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

