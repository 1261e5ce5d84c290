### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Español

## Command line and errors (cli, workspace)

cli-label-error = error
cli-label-warning = advertencia
cli-label-note = nota
cli-phase-parse = Analizando
cli-phase-align = Alineando
cli-phase-check = Comprobando
cli-phase-compile = Compilando
cli-error-no-such-path = `{ $path }` no existe; indique un archivo o una carpeta con artículos
cli-error-pattern = `{ $pattern }` no es un patrón válido: { $reason }
cli-error-pattern-matches-nothing = ningún archivo coincide con `{ $pattern }`; los patrones parten del directorio de trabajo y pueden contener {"{"}locale{"}"}, * y **
cli-error-clash = dos artículos tienen el id { $id }: `{ $first }` y `{ $second }`; cambie el nombre o el identificador de uno de ellos


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Hay bloques anidados a más de { $limit } niveles; los más profundos se leen como si estuvieran en el último nivel permitido.
notice-front-matter-long = El front matter supera los { $limit } KiB y no se ha leído.
notice-front-matter-invalid = El front matter no se puede leer como YAML: { $reason }
notice-unreadable = no se puede leer: { $reason }
notice-not-a-file = omitido: no es un archivo normal
notice-too-large = omitido: supera los 4 MiB; divídalo
notice-empty = omitido: está vacío
notice-utf-16 = omitido: está codificado en UTF-16; conviértalo a UTF-8
notice-not-utf-8 = omitido: no es UTF-8 en el byte { $offset }; conviértalo a UTF-8
notice-link-loop = enlace no seguido: vuelve a una carpeta que ya se está leyendo
notice-link-outside = enlace no seguido: lleva fuera de la carpeta indicada
notice-link-broken = enlace no seguido: su destino no existe
notice-no-locale = omitido: no se conoce su configuración regional; indíquela en los metadatos iniciales (lang: pt-BR) o en la ruta
notice-doubled = omitido: `{ $other }` ya es el mismo artículo en { $locale }
notice-one-locale = solo en { $locale }: no hay con qué compararlo


## Diagnostics: messages of rules (lint)

lint-path-altered = esta ruta debería ser { $expected }
lint-registry-key-altered = esta clave del Registro debería ser { $expected }
lint-command-verb-lost = este comando ha perdido su verbo: { $expected }
lint-command-verb-translated = el verbo de este comando se ha traducido: { $expected }
lint-command-verb-changed = el verbo de este comando es otro: { $expected }
lint-command-altered = este comando debería ser { $expected }
lint-parameter-altered = este parámetro debería ser { $expected }
lint-file-name-altered = este nombre de archivo debería ser { $expected }
lint-host-name-altered = este nombre de host debería ser { $expected }
lint-url-altered = esta URL debería ser { $expected }
lint-identifier-altered = este nombre debería ser { $expected }
lint-literal-missing = falta { $expected } en esta frase
lint-literal-disputed = los idiomas no coinciden y nada lo decide: { $candidates }
lint-code-differs = este código difiere del de los demás idiomas: { $expected }
lint-code-missing = aquí falta un bloque de código: { $expected }
lint-text-missing = aquí falta texto: { $expected }
lint-block-moved = el orden es distinto del de los demás idiomas


## Diagnostics: rendering (diagnostic/render)

render-error = error
render-warning = advertencia
render-info = información
render-help = ayuda
render-note = nota
render-expected = escriba { $expected }
render-evidence = lo confirman: { $reasons }
# What bears a finding out; they form a list.
render-because-source = el original ({ $locale })
render-because-code = un bloque de código ({ $locale })
render-because-link = el destino del vínculo ({ $locale })
render-because-catalogue = el catálogo de comandos
render-because-locale = { $locale }
render-because-corpus = otros artículos
render-because-shape = su propia forma


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

