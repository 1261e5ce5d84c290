### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Português (Brasil)

## Command line and errors (cli, workspace)

cli-label-error = erro
cli-label-warning = aviso
cli-label-note = nota
cli-phase-parse = Analisando
cli-phase-align = Alinhando
cli-phase-check = Verificando
cli-phase-compile = Compilando
cli-error-no-such-path = `{ $path }` não existe; informe um arquivo ou uma pasta com artigos
cli-error-pattern = `{ $pattern }` não é um padrão válido: { $reason }
cli-error-pattern-matches-nothing = nenhum arquivo corresponde a `{ $pattern }`; os padrões partem do diretório de trabalho e podem conter {"{"}locale{"}"}, * e **
cli-error-clash = dois artigos têm o id { $id }: `{ $first }` e `{ $second }`; renomeie um deles ou altere seu identificador


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Há blocos aninhados em mais de { $limit } níveis; os mais profundos são lidos como se estivessem no último nível permitido.
notice-front-matter-long = O front matter passa de { $limit } KiB e não foi lido.
notice-front-matter-invalid = O front matter não pôde ser lido como YAML: { $reason }
notice-unreadable = não pode ser lido: { $reason }
notice-not-a-file = ignorado: não é um arquivo comum
notice-too-large = ignorado: maior que 4 MiB; divida-o
notice-empty = ignorado: vazio
notice-utf-16 = ignorado: codificado em UTF-16; converta-o para UTF-8
notice-not-utf-8 = ignorado: não é UTF-8 no byte { $offset }; converta-o para UTF-8
notice-link-loop = link não seguido: leva de volta a uma pasta que já está sendo lida
notice-link-outside = link não seguido: leva para fora da pasta indicada
notice-link-broken = link não seguido: o destino não existe
notice-no-locale = ignorado: localidade desconhecida; informe-a nos metadados iniciais (lang: pt-BR) ou no caminho
notice-doubled = ignorado: `{ $other }` já é o mesmo artigo em { $locale }
notice-one-locale = somente em { $locale }: não há com o que comparar


## Diagnostics: messages of rules (lint)


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

