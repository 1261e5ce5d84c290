### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 繁體中文

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 區塊的巢狀結構超過 { $limit } 層；更深的區塊視為位於允許的最後一層。
notice-front-matter-long = 前置中繼資料超過 { $limit } KiB，未讀取。
notice-front-matter-invalid = 前置中繼資料不是有效的 YAML：{ $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

