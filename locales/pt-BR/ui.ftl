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

lint-path-altered = este caminho deveria ser { $expected }
lint-registry-key-altered = esta chave do Registro deveria ser { $expected }
lint-command-verb-lost = este comando perdeu o verbo: { $expected }
lint-command-verb-translated = o verbo deste comando foi traduzido: { $expected }
lint-command-verb-changed = o verbo deste comando é outro: { $expected }
lint-command-altered = este comando deveria ser { $expected }
lint-parameter-altered = este parâmetro deveria ser { $expected }
lint-file-name-altered = este nome de arquivo deveria ser { $expected }
lint-host-name-altered = este nome de host deveria ser { $expected }
lint-url-altered = esta URL deveria ser { $expected }
lint-identifier-altered = este nome deveria ser { $expected }
lint-literal-missing = falta { $expected } nesta frase
lint-literal-disputed = os idiomas divergem e nada decide: { $candidates }
lint-code-differs = este código difere dos outros idiomas: { $expected }
lint-code-missing = falta um bloco de código aqui: { $expected }
lint-text-missing = falta texto aqui: { $expected }
lint-block-moved = a ordem aqui é diferente da dos outros idiomas


## Diagnostics: rendering (diagnostic/render)

render-error = erro
render-warning = aviso
render-info = informação
render-help = ajuda
render-note = nota
render-expected = escreva { $expected }
render-evidence = confirmado por: { $reasons }
# What bears a finding out; they form a list.
render-because-source = o original ({ $locale })
render-because-code = um bloco de código ({ $locale })
render-because-link = o destino do link ({ $locale })
render-because-catalogue = o catálogo de comandos
render-because-locale = { $locale }
render-because-corpus = outros artigos
render-because-shape = a própria forma


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

