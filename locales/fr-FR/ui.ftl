### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Français

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Des blocs sont imbriqués sur plus de { $limit } niveaux ; les plus profonds sont lus comme s’ils étaient au dernier niveau permis.
notice-front-matter-long = Le front matter dépasse { $limit } Kio et n’a pas été lu.
notice-front-matter-invalid = Le front matter n’est pas du YAML valide : { $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

