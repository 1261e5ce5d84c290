### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Português (Brasil)

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Há blocos aninhados em mais de { $limit } níveis; os mais profundos são lidos como se estivessem no último nível permitido.
notice-front-matter-long = O front matter passa de { $limit } KiB e não foi lido.
notice-front-matter-invalid = O front matter não pôde ser lido como YAML: { $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

