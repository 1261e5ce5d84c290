### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 简体中文

## Command line and errors (cli, workspace)


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 块的嵌套超过 { $limit } 层；更深的块按允许的最后一层读取。
notice-front-matter-long = 前置元数据超过 { $limit } KiB，未读取。
notice-front-matter-invalid = 前置元数据不是有效的 YAML：{ $reason }


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

