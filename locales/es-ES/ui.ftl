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
cli-phase-build = Generando
cli-phase-fix = Corrigiendo
cli-built = runbooks: { $runbooks }, sitio: { $site }
cli-built-runbooks = runbooks: { $runbooks }
cli-error-no-such-path = `{ $path }` no existe; indique un archivo o una carpeta con artículos
cli-error-pattern = `{ $pattern }` no es un patrón válido: { $reason }
cli-error-pattern-matches-nothing = ningún archivo coincide con `{ $pattern }`; los patrones parten del directorio de trabajo y pueden contener {"{"}locale{"}"}, * y **
cli-error-clash = dos artículos tienen el id { $id }: `{ $first }` y `{ $second }`; cambie el nombre o el identificador de uno de ellos
cli-error-review = no se puede usar `{ $path }`
cli-error-approved = `{ $path }` no se puede usar: { $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = no se puede leer `{ $path }`: { $reason }
cli-error-config-exists = `{ $path }` ya existe y queda como está; bórrelo antes para empezar de nuevo
cli-error-unwritable = no se puede escribir `{ $path }`: { $reason }
cli-error-baseline = `{ $path }` no se puede usar como línea base: { $reason }
cli-error-rewrite-link = `{ $path }` es un enlace y queda como está; indique el archivo al que apunta
cli-error-rewrite-changed = `{ $path }` cambió mientras se leía y queda como está; vuelva a ejecutarlo
init-found-pattern = las rutas indican el idioma: { $pattern }
init-found-front-matter = el front matter o el texto indican el idioma; no hace falta ningún patrón
init-wrote = se escribió { $path }
cli-did-you-mean = ¿quiso decir `{ $known }`?
cli-error-no-rule = no existe la regla `{ $rule }`; `runbookc explain` las enumera todas
cli-error-statistics = --statistics sirve con los formatos human, concise y json
cli-error-locale-twice = { $locale } aparece dos veces en { $flag }; indíquelo una sola vez
cli-error-source-unknown = se indican los archivos del original, pero no su idioma; añada `source` a runbookc.toml o use --source
cli-error-no-source = --source { $locale }: ningún documento está en { $locale }; hay documentos en { $locales }
cli-warn-no-locale = { $flag }: ningún documento está en { $locale }
cli-error-paths-outside = ninguno de los archivos que coinciden con --articles está en las rutas indicadas; omita las rutas o cambie el patrón
cli-error-no-articles = no se encontró ningún artículo; indique una carpeta con archivos Markdown en varios idiomas o use --articles
cli-error-no-such-folder = `{ $path }` no es una carpeta; indique la carpeta que contiene las páginas de referencia
cli-error-catalogue = { $path }:{ $line }: esta línea no es de un catálogo ({ $format }): `{ $text }`
cli-error-no-pages = `{ $path }` no contiene ninguna página de referencia de un cmdlet; una página lleva el nombre del cmdlet como título y una sección SYNTAX o PARAMETERS
cli-error-no-cmdlet = ningún catálogo contiene `{ $name }`
catalog-imported =
    { $count ->
        [one] 1 cmdlet leído
       *[other] { $count } cmdlets leídos
    }
cli-more-notes =
    { $count ->
        [one] 1 nota más como estas
       *[other] { $count } notas más como estas
    }
cli-count-articles =
    { $count ->
        [one] 1 artículo
       *[other] { $count } artículos
    }
cli-count-locales =
    { $count ->
        [one] 1 idioma
       *[other] { $count } idiomas
    }
cli-count-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errores
    }
cli-count-warnings =
    { $count ->
        [one] 1 advertencia
       *[other] { $count } advertencias
    }
cli-count-infos =
    { $count ->
        [one] 1 información
       *[other] { $count } informaciones
    }
cli-count-left-out =
    { $count ->
        [one] 1 archivo omitido o dañado
       *[other] { $count } archivos omitidos o dañados
    }
cli-count-files =
    { $count ->
        [one] 1 archivo escrito
       *[other] { $count } archivos escritos
    }
cli-count-fixed =
    { $count ->
        [one] 1 hallazgo corregido
       *[other] { $count } hallazgos corregidos
    }
cli-count-would-fix =
    { $count ->
        [one] se corregiría 1 hallazgo
       *[other] se corregirían { $count } hallazgos
    }
cli-count-would-change =
    { $count ->
        [one] cambiaría 1 archivo
       *[other] cambiarían { $count } archivos
    }
cli-count-left =
    { $count ->
        [one] queda 1 hallazgo
       *[other] quedan { $count } hallazgos
    }
cli-count-unsafe =
    { $count ->
        [one] 1 de ellos necesita --unsafe-fixes
       *[other] { $count } de ellos necesitan --unsafe-fixes
    }
cli-wrote-baseline =
    { $count ->
        [one] 1 hallazgo escrito en { $path }
       *[other] { $count } hallazgos escritos en { $path }
    }
cli-count-known =
    { $count ->
        [one] 1 conocido
       *[other] { $count } conocidos
    }
cli-count-gone =
    { $count ->
        [one] 1 entrada de la línea base ya no aparece
       *[other] { $count } entradas de la línea base ya no aparecen
    }
cli-count-withheld =
    { $count ->
        [one] 1 paso retenido
       *[other] { $count } pasos retenidos
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Hay bloques anidados a más de { $limit } niveles; los más profundos se leen como si estuvieran en el último nivel permitido.
notice-front-matter-long = El front matter supera los { $limit } KiB y no se ha leído.
notice-front-matter-invalid = El front matter no se puede leer como YAML: { $reason }
notice-front-matter-unclosed = El front matter no está cerrado; termínelo con una línea `---`.
notice-unreadable = no se puede leer: { $reason }
notice-not-a-file = omitido: no es un archivo normal
notice-too-large = omitido: supera los 4 MiB; divídalo
notice-empty = omitido: está vacío
notice-utf-16 = omitido: está codificado en UTF-16; conviértalo a UTF-8
notice-not-utf-8 = omitido: no es UTF-8 en el byte { $offset }; conviértalo a UTF-8
notice-link-loop = enlace no seguido: vuelve a una carpeta que ya se está leyendo
notice-link-outside = enlace no seguido: lleva fuera de la carpeta indicada
notice-link-broken = enlace no seguido: su destino no existe
notice-not-a-locale = omitido: `{ $name }` ocupa el lugar del idioma en el patrón y no es ninguno
notice-name-not-utf-8 = omitido: su nombre no está en UTF-8; cámbiele el nombre
notice-no-locale = omitido: no se conoce su idioma; indíquelo en el front matter (`lang: pt-BR`) o en la ruta
notice-doubled = omitido: `{ $other }` ya es el mismo artículo en { $locale }
notice-one-locale = solo en { $locale }: no hay con qué compararlo
notice-embedded = incluye su texto original ({ $locale })
notice-no-cmdlet-page = omitido: no es la página de referencia de un cmdlet
notice-page-doubled = excluido: `{ $other }` ya describe el mismo cmdlet
notice-parameter-bare = { $parameter } no tiene un bloque de campos que empiece por `Type:`; solo se toma su nombre
notice-exception-unused = esto no ignora nada ({ $rule }); elimínelo o corrija la regla, la ruta o el idioma


## Diagnostics: messages of rules (lint)

lint-path-altered = esta ruta debería ser { $expected }
lint-registry-key-altered = esta clave del Registro debería ser { $expected }
lint-command-verb-lost = este comando ha perdido su verbo: { $expected }
lint-command-verb-translated = el verbo de este comando se ha traducido: { $expected }
lint-command-verb-changed = el verbo de este comando es otro: { $expected }
lint-command-altered = este comando debería ser { $expected }
lint-command-made-changing =
    este comando { $risk ->
        [destructive] elimina algo
        [interrupt] interrumpe un servicio
       *[other] cambia algo
    } y solo debería mostrar algo: { $expected }
lint-parameter-altered = este parámetro debería ser { $expected }
lint-literal-characters = tiene caracteres que solo se parecen a los que se escriben: debe decir { $expected }
lint-value-altered = este valor debería ser { $expected }
lint-file-name-altered = este nombre de archivo debería ser { $expected }
lint-host-name-altered = este nombre de host debería ser { $expected }
lint-url-altered = esta URL debería ser { $expected }
lint-url-scheme = esta URL renuncia al cifrado: las demás dicen { $expected }
lint-identifier-altered = este nombre debería ser { $expected }
lint-version-altered = esta versión debería ser { $expected }
lint-number-altered = este número debería ser { $expected }
lint-number-grouped = este número se escribe tal cual, sin separador de millares: { $expected }
lint-date-altered = esta fecha debería ser { $expected }
lint-date-swapped = el día y el mes de esta fecha están intercambiados: { $expected }
lint-product-name-altered = este nombre debería ser { $expected }
lint-product-name-case = este nombre se escribe { $expected }
lint-product-name-misspelt = este nombre está mal escrito: { $expected }
lint-product-name-translated = se ha traducido una palabra de este nombre: { $expected }
lint-stray-frame = falta la palabra que va entre estas
lint-stray-artifact = una herramienta ha dejado esto aquí y ningún otro idioma lo tiene
lint-stray-artifact-for = una herramienta ha dejado esto aquí en lugar de { $expected }
lint-event-source-altered = este origen de eventos debería ser { $expected }
lint-group-name-altered = este grupo o rol debería ser { $expected }
lint-literal-doubled = esto aparece dos veces seguidas; basta con { $expected }
lint-literal-missing = falta { $expected } en esta frase
lint-literal-disputed = los idiomas no coinciden y nada lo decide: { $candidates }
lint-code-differs = este código difiere del de los demás idiomas: { $expected }
lint-code-missing = aquí falta un bloque de código: { $expected }
lint-unknown-command = ningún catálogo contiene este comando; su familia es conocida
lint-unknown-parameter = { $owner } no tiene este parámetro
lint-value-not-accepted = { $owner } no acepta este valor; acepta { $accepted }
lint-code-syntax = esto ya no es sintácticamente válido; debería decir { $expected }
lint-code-characters = estos caracteres solo parecen correctos; deberían ser { $expected }
lint-code-added = solo este idioma tiene este bloque de código: { $found }
lint-text-became-code = este texto se muestra como bloque de código por su sangría: { $found }
lint-conflicting-steps = esto contradice un paso anterior del mismo runbook: { $other }
lint-used-before-made = esto necesita { $value }, que solo un paso posterior crea o muestra
lint-sample-left = aquí queda un valor del ejemplo del artículo: { $value }
lint-command-unverified = su shell no puede leer este comando: ningún runbook lo ejecuta
lint-source-link-text = este enlace muestra otra dirección que la de su destino: { $target }
lint-source-name-misspelt = este nombre difiere en una letra de { $expected }, que figura en otras partes del artículo
lint-source-xml-case = en otros lugares este elemento se escribe { $expected }
lint-text-missing = aquí falta texto: { $expected }
lint-block-moved = el orden es distinto del de los demás idiomas
lint-source-revision = esta traducción es de { $found }, el original de { $expected }, y faltan { $count } pasajes
lint-source-revision-by-text = esta traducción sigue otra revisión del original: faltan { $count } pasajes
lint-negation-inverted = otros idiomas lo niegan y aquí nada lo niega: { $expected }
lint-terminology-inconsistent = en otras partes del artículo esto se llama { $expected }
lint-heading-level = en los demás idiomas este título es de otro nivel: { $expected }
lint-heading-lost = esto se muestra como texto y no como título: falta el espacio después de #
lint-list-broken = la lista se interrumpe aquí: es el paso { $expected } y se muestra como paso 1
lint-jump-nowhere = este enlace no lleva a ningún título del artículo
lint-jump-nowhere-for = este enlace no lleva a ningún título del artículo; el título es { $expected }
lint-link-lost = se ha perdido el enlace a { $expected }
lint-jump-broken = la sección se titula { $expected }
lint-jump-cut = la negrita solo abarca una parte del título { $expected }
lint-alert-marker-translated = solo el marcador en inglés se muestra como nota: { $expected }
lint-alert-marker-stray = el marcador de una nota está en medio de la frase
lint-wrong-script = este texto no está en la escritura del idioma
lint-bracket-unclosed = este paréntesis no se cierra nunca
lint-bracket-unopened = este paréntesis no cierra nada
lint-bracket-lost = el paréntesis abierto antes no se cierra aquí: { $expected }
lint-bracket-empty = no queda nada entre estos paréntesis
lint-quote-unpaired = esta comilla no tiene pareja
lint-quote-across-markup = la cita empieza dentro del marcado y termina fuera
lint-emphasis-broken = este énfasis no se muestra como tal
lint-emphasis-split = el énfasis empieza o termina dentro de una palabra
lint-suppression-unused = aquí no hay nada que ignorar con { $rule }
lint-suppression-unknown = no existe la regla { $rule } que se quiere ignorar
lint-suppression-of-nothing = este comentario no indica qué regla ignorar
lint-suppression-without-reason = este comentario no ignora nada, porque no dice el motivo
lint-left-untranslated = este texto no se ha traducido
lint-foreign-leftover = aquí ha quedado una palabra de otro idioma: { $word }
lint-link-text-left = el texto de este vínculo no se ha traducido
lint-term-forbidden = el glosario no admite este nombre para { $term }; se dice { $expected }
lint-term-missing = el glosario pide que aquí { $term } se diga { $expected }


## Diagnostics: rendering (diagnostic/render)

render-error = error
render-warning = advertencia
render-info = información
render-help = ayuda
render-note = nota
render-expected = escriba { $expected }
render-evidence = lo confirman: { $reasons }
render-separator = { ", " }
# What bears a finding out; they form a list.
render-because-source = el original ({ $locale })
render-because-code = un bloque de código ({ $locale })
render-because-link = el destino del enlace ({ $locale })
render-because-catalogue = el catálogo de comandos
render-because-locale = { $locale }
render-because-corpus = otros artículos
render-because-shape = su propia forma
render-because-glossary = el glosario
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = Lugar
render-column-finding = Hallazgo
render-column-found = Dice
render-column-evidence = Pruebas
render-nothing-found = nada que señalar
render-base = la carpeta en la que se ejecutó runbookc


## Alignment table (align)

align-summary =
    { $count ->
        [one] { $count } unidad
       *[other] { $count } unidades
    } en { $locales } idiomas; alineación por { $pivot }
align-legend = — no dice nada aquí   ↕ está en otro lugar   ×2 aparece dos veces   ███ grado de certeza
align-kind-front-matter = front matter
align-kind-heading = encabezado
align-kind-paragraph = párrafo
align-kind-item = elemento de lista
align-kind-cell = celda de tabla
align-kind-alert = alerta
align-kind-quote = cita
align-kind-code = código
align-kind-opaque = se conserva tal cual
align-kind-text = texto


## Plan (procedure)

plan-nothing = En este artículo no hay nada que hacer.
plan-parameters = Valores que debe indicar
plan-sample = ejemplo: { $value }
plan-discovered = lo muestra el paso { $step }
plan-label = { $label }:
plan-goal = Objetivo
plan-default = predeterminado
plan-skip-to = Saltar a { $task } si
plan-verified = verificado: nivel { $level } de 4
plan-findings = Hallazgos
plan-finding-old = era
plan-finding-new = ahora es
plan-finding-conflicting-writes = Los pasos { $first } y { $second } asignan valores distintos a la misma propiedad.
plan-finding-used-before-made = El paso { $second } usa { $value }, que solo crea o muestra el paso { $first }.
plan-finding-both-arms = Los pasos { $first } y { $second } hacen lo mismo, uno con un objeto y otro con todos: solo se pretende uno de ellos.
plan-finding-sample-left = Queda un valor del ejemplo del artículo en el paso { $first }: { $value }
plan-finding-command-disputed = El paso { $first } se retiene: no es seguro qué ejecuta.
plan-finding-skipped-along = El paso { $first } se omite con el resto de su tarea, aunque se hace en otro tipo de host: compruebe si aún hay que hacerlo.
plan-finding-review-stale = Se decidió sobre { $first }, y el artículo ha cambiado desde entonces.
plan-finding-review-gone = Se decidió sobre { $first }, que ya no está en el artículo.
plan-finding-review-fault = { $first }: { $value }
plan-wrote = revisión: { $path }


## Verification of what was built (cli)

verify-changed = { $path }: no es lo que `build` escribe ahora
verify-missing = { $path }: falta
verify-extra = { $path }: no es ninguno de los archivos que escribe `build`
verify-orphan = { $path }: no pertenece a ningún artículo
verify-sources-changed = { $id }: el artículo ha cambiado desde que se compiló, en { $locales }
verify-commands-differ = { $path }: no ejecuta lo mismo que los demás idiomas
verify-new =
    { $count ->
        [one] { $id }: 1 comando no está aprobado
       *[other] { $id }: { $count } comandos no están aprobados
    }
verify-how-to-approve = Cuando cada + de la diferencia sea correcto, apruébelo con `runbookc verify --approve` y confirme el archivo en el repositorio.
verify-approved = aprobado: { $path }
verify-recorded = anotado como ejecutado: { $path }. Genere de nuevo.
verify-count-files =
    { $count ->
        [one] 1 archivo no está como se compila
       *[other] { $count } archivos no están como se compilan
    }
verify-count-commands =
    { $count ->
        [one] 1 comando sin aprobar
       *[other] { $count } comandos sin aprobar
    }


## Runbooks: shared by all shells (emit)

runbook-usage = Uso:
runbook-help-goal = el objetivo que se quiere alcanzar; obligatorio
runbook-help-list = muestra los objetivos, tareas, pasos y parámetros, y termina
runbook-help-from = empieza en este paso; los anteriores se omiten
runbook-help-only = hace solo este paso
runbook-help-dry-run = lo muestra todo, no hace nada
runbook-help-journal = dónde se guarda el diario
runbook-help-resume = continúa donde termina el diario
runbook-help-yes = confirma de antemano; salvo lo que elimina algo o afecta a todos los objetos
runbook-help-answer = responde a una pregunta de antemano; se puede repetir
runbook-help-help = muestra esta ayuda
runbook-goals = Objetivos
runbook-goal = Objetivo
runbook-task = Tarea
runbook-step = Paso
runbook-choice = Elección
runbook-condition = Condición:
runbook-parameters = Parámetros
runbook-sample = en el artículo:
runbook-source-text = Aquí falta algo en la traducción. En otro idioma:
runbook-risk-none = No cambia nada.
runbook-risk-read = Solo lee.
runbook-risk-change = Hace un cambio.
runbook-risk-interrupt = INTERRUMPE UN SERVICIO.
runbook-risk-destructive = ELIMINA ALGO QUE QUIZÁ NO SE PUEDA RECUPERAR.
runbook-risk-unknown = RIESGO DESCONOCIDO: tenga el mismo cuidado que con un cambio general.
runbook-scope-one = Afecta a un solo objeto.
runbook-scope-filtered = Afecta a los objetos que selecciona un filtro.
runbook-scope-all = AFECTA A TODOS LOS OBJETOS.
runbook-command = Comando:
runbook-file = Archivo:
runbook-content = Contenido:
runbook-parent = Dentro del elemento:
runbook-expected = Salida esperada:
runbook-shell = Shell:
runbook-journal = Diario:
runbook-ask-run = ¿Ejecutar? [y] sí, [s] omitir, [q] detener:
runbook-ask-done = ¿Está hecho? [y] sí, [s] omitir, [q] detener:
runbook-ask-check = ¿Está como se describe? [y] sí, [n] no, [s] omitir, [q] detener:
runbook-ask-condition = ¿Es este el caso? [y] sí, [n] no, [q] detener:
runbook-ask-replace = El archivo existe y es distinto. ¿Reemplazarlo y guardar una copia? [y] sí, [s] omitir, [q] detener:
runbook-ask-unknown = Este paso se inició y no se sabe cómo terminó. [y] repetirlo, [d] está hecho, [q] detener:
runbook-ask-again = Este paso ya se hizo, pero lo que dejó en el shell se ha perdido. [y] repetirlo, [d] darlo por hecho, [q] detener:
runbook-ask-mismatch = ¿Continuar de todos modos? [y] sí, [n] no, [q] detener:
runbook-ask-errors = Se notificaron errores. ¿El paso se completó de todos modos? [y] sí, [n] no, [q] detener:
runbook-ask-value = Valor de
runbook-offered = Valores de { $property } que ha mostrado el comando; escriba # y un número, u otro valor:
runbook-offered-lines = Valores que ha mostrado el comando; escriba # y un número, u otro valor:
runbook-ask-path = ¿Dónde está este archivo? Ruta completa:
runbook-ask-one = Elija un número, o [q] para detener:
runbook-ask-any = Elija números separados por espacios, 0 para ninguno, o [q] para detener:
runbook-ask-goal = ¿Qué objetivo? Elija un número, o [q] para detener:
runbook-only-if = Lo que sigue solo se hace en este caso.
runbook-skip-if = Lo que sigue se omite en este caso.
runbook-each = ESTE PASO SOLO ACTÚA EN ESTE EQUIPO. Debe realizarse en cada equipo afectado.
runbook-each-role = ESTE PASO SOLO ACTÚA EN ESTE EQUIPO. Debe realizarse en cada equipo afectado con { $role }.
runbook-invalid-value = Este valor no es válido:
runbook-by-hand = Debe hacerse a mano; este runbook no lo hace:
runbook-withheld = Este paso se ha retenido: no es seguro lo que dice el artículo. Hágalo solo si sabe qué es lo correcto.
runbook-dry-run = Simulación: no se hace nada.
runbook-touched = Lo que tocaría ahora:
runbook-already-there = Ya está; no hay nada que hacer.
runbook-written = Escrito:
runbook-backup = Copia del archivo anterior:
runbook-skipped = Omitido.
runbook-done = Hecho.
runbook-finished = Se han recorrido todos los pasos de este objetivo.
runbook-finished-each = Estos pasos solo se han realizado en este equipo. Realice cada uno de ellos en todos los demás equipos afectados:
runbook-failed = Este paso falló:
runbook-mismatch = El resultado no es el esperado en el paso:
runbook-stopped = Detenido.
runbook-resume-with = Para continuar más tarde:
runbook-hand-over = Lo que sigue se ejecuta en otro shell. Ábralo y reanude allí:
runbook-decision = Hace falta una decisión y no hay terminal donde preguntar:
runbook-unknown-option = Opción desconocida:
runbook-unknown-goal = Objetivo desconocido:
runbook-unknown-step = Paso desconocido:
runbook-unknown-answer = Esto no responde a ninguna pregunta del objetivo:
runbook-needs-goal = Indique un objetivo.
runbook-needs-value = Falta un valor para:
runbook-no-shell = Este shell no conoce un comando de este paso:
runbook-no-folder = No existe este archivo o carpeta:
runbook-no-parent = El archivo no tiene este elemento exactamente una vez:
runbook-journal-busy = Otra ejecución está usando este diario:
runbook-locked = Hay otra ejecución de este runbook en curso en este equipo:
runbook-journal-other = Este diario es de otro objetivo o de otra versión del runbook:
runbook-journal-unfinished = Este diario tiene una ejecución sin terminar. Reanúdela o indique otro diario:
runbook-journal-missing = No hay diario que reanudar:
runbook-journal-unwritable = No se puede escribir el diario:
runbook-wrong-host = El diario se inició en otro equipo:
runbook-rights = Requiere permisos de administrador.
runbook-ask-rights = Esta sesión no tiene los permisos de administrador que este paso requiere. ¿Hacerlo de todos modos? [y] sí, [n] no, [q] detener:
runbook-no-rights = Este paso requiere permisos de administrador:
runbook-role = Se hace en:
runbook-ask-host = ¿Es este equipo? [y] sí, [n] no, [q] detener:
runbook-wrong-role = Este paso es para otro equipo. Continúe allí con el mismo diario:
runbook-corrected = La traducción decía «{ $found }»; es { $value }.


## Running (run)

run-plan = Lo que se va a hacer
run-status = Cómo ha ido
run-elapsed = Tiempo:
run-evidence = El mismo código en:
run-no-shell = Este intérprete de comandos no está instalado aquí:
run-timed-out = Este paso ha tardado demasiado y se ha interrumpido:
run-system = El sistema no lo permite:
run-unknown-parameter = No existe este parámetro:
run-way-back = El camino de vuelta: lo hecho se puede deshacer así
run-ask-way-back = ¿Deshacerlo ahora? Se pregunta por cada paso. [y] sí, [n] no, [q] detener:
run-ask-back = ¿Deshacer este paso? [y] sí, [s] omitir, [q] detener:
run-taken-back = Deshecho.
run-error-no-article = no hay ningún artículo con el identificador { $id }; los hay con estos: { $ids }
run-error-no-locale = el artículo no está en { $locale }; está en { $locales }
run-error-answers = `{ $path }` no se puede usar: { $reason }
run-error-not-set = la variable { $name } no está definida en el entorno
run-error-no-run = `{ $path }` no tiene ninguna ejecución de esta versión del runbook


## Reports on a run (run/report)

report-result = Resultado:
report-finished = Se han recorrido todos los pasos.
report-unfinished = La ejecución no llegó al final.
report-goal = Objetivo:
report-host = Equipo:
report-began = Inicio:
report-ended = Última entrada:
report-runbook = Runbook:
report-digest = Resumen criptográfico de sus comandos:
report-answers = Respuestas
report-steps = Pasos
report-column-step = Paso
report-column-result = Resultado
report-column-time = Tiempo
report-done = Hecho
report-skipped = Omitido
report-failed = Ha fallado
report-mismatch = No es lo esperado
report-unknown = Resultado desconocido
report-taken-back = Deshecho
report-not-reached = No alcanzado


## Runbooks: Markdown

runbook-generated = Generado por runbookc. Para cambiar este runbook, cambie el artículo y vuelva a generarlo.
runbook-parameter = Parámetro
runbook-kind = Tipo
runbook-sample-heading = En el artículo
runbook-sample-note = Cada uno necesita un valor propio. Lo que muestra el artículo es un ejemplo, nunca un valor predeterminado.
runbook-cells-bash = En los comandos cada parámetro es una variable. Asígnele antes un valor, por ejemplo { $example }. Un comando cuya variable no tiene valor no se ejecuta.
runbook-cells-powershell = En los comandos el nombre de cada parámetro figura entre corchetes angulares. Ponga su valor en su lugar.
runbook-kind-host-name = nombre de host
runbook-kind-port = puerto, de 1 a 65535
runbook-kind-number = número entero
runbook-kind-thumbprint = huella digital, 40 dígitos hexadecimales
runbook-kind-path = archivo o carpeta
runbook-kind-url = URL
runbook-kind-text = texto en una línea
runbook-kind-secret = secreto; nunca se muestra ni se guarda
runbook-choose-one = Elija exactamente una opción.
runbook-choose-any = Elija las que necesite.
runbook-verified-0 = Sin verificar: los idiomas discrepan.
runbook-verified-1 = Verificado: igual en todos los idiomas.
runbook-verified-2 = Verificado: igual en todos los idiomas y con sintaxis correcta.
runbook-verified-3 = Verificado: igual en todos los idiomas y conocido por el catálogo.
runbook-verified-4 = Verificado: se ha ejecutado.
runbook-withheld-disputed = Retenido: los idiomas no coinciden en este comando y nada decide cuál es el correcto.
runbook-withheld-characters = Retenido: el comando tiene caracteres invisibles o que el shell toma por otros.
runbook-withheld-incomplete = Retenido: el comando está incompleto en el artículo.
runbook-withheld-substitution = Retenido: no se puede poner un valor propio en este comando con seguridad.
runbook-withheld-heading = Pasos retenidos
runbook-withheld-lost = El artículo no deja claro qué se hace aquí. Candidatos:


## Handbook: interface (emit/book)

book-title = Manual de procedimientos
book-description = Procedimientos en todos los idiomas, con comandos verificados
book-manual = Acerca de runbookc
book-skip = Ir al contenido
book-contents = Índice
book-contents-toggle = Mostrar u ocultar el índice
book-theme = Tema
book-theme-auto = Como el sistema
book-theme-light = Claro
book-theme-dark = Oscuro
book-languages = Idioma
book-turn = Páginas anterior y siguiente
book-previous = Anterior
book-next = Siguiente
book-copy = Copiar
book-copied = Copiado
book-index-title = Procedimientos
book-index-intro = Cada comando de estas páginas es idéntico en todos los idiomas, byte a byte, e indica hasta qué punto se ha verificado.
book-index-empty = Todavía no hay procedimientos.
book-column-article = Procedimiento
book-column-state = Texto
book-column-steps = Pasos
book-column-findings = Problemas
book-state-source = Este es el texto original.
book-state-human = Traducido por una persona.
book-state-machine = Traducción automática.
book-state-translation = Traducido.
book-state-missing = No disponible en este idioma.
book-state-shown-in = Se muestra en { $language }.
book-state-in-step = Todos los pasos están disponibles en este idioma.
book-state-fallback = { $count ->
    [one] { $count } texto aparece en otro idioma.
   *[other] { $count } textos aparecen en otro idioma.
}
book-state-corrected = { $count ->
    [one] Se ha corregido { $count } término dañado.
   *[other] Se han corregido { $count } términos dañados.
}
book-state-withheld = { $count ->
    [one] Se ha retenido { $count } paso.
   *[other] Se han retenido { $count } pasos.
}
book-state-findings = { $count ->
    [one] { $count } problema en este idioma
   *[other] { $count } problemas en este idioma
}
book-downloads = Runbooks
book-goals = Objetivos
book-goal-default = Predeterminado
book-goal-excludes = Incompatible con
book-parameters = Qué hay que tener a mano
book-parameters-intro = Los ejemplos proceden del artículo. Sustitúyalos por sus propios valores.
book-parameter-name = Parámetro
book-parameter-sample = Ejemplo
book-parameter-kind = Tipo
book-parameter-source = De dónde sale
book-parameter-discovered = Lo muestra un paso
book-parameter-supplied = Lo indica usted
book-parameter-optional = Opcional
book-parameter-here = Sustitúyalo por su valor de { $name }
book-parameter-host-name = Nombre de host
book-parameter-port = Puerto
book-parameter-number = Número
book-parameter-thumbprint = Huella digital del certificado
book-parameter-path = Ruta
book-parameter-url = URL
book-parameter-text = Texto
book-parameter-secret = Secreto
book-task-background = Contexto
book-task-prepare = Preparar
book-task-apply = Aplicar
book-task-verify = Comprobar
book-task-undo = Deshacer
book-task-troubleshoot = Solucionar problemas
book-task-undoes = Deshace
book-guard-only-if = Solo si
book-guard-skip-if = Omitir si
book-guard-said = Solo si se da el caso que indica
book-guard-continue = Continúe en «{ $title }»
book-choice-one = Elija una opción
book-choice-any = Elija las que quiera
book-step-run = Ejecutar
book-step-query = Consultar
book-step-discover = Averiguar el valor
book-step-edit-file = Editar un archivo
book-step-check = Comprobar
book-step-manual = A mano
book-step-note = Nota
book-risk-read = Solo lee
book-risk-change = Modifica
book-risk-interrupt = Interrumpe un servicio
book-risk-destructive = No se puede deshacer
book-risk-unknown = Efecto desconocido
book-scope-filtered = Objetos filtrados
book-scope-all = Todos los objetos
book-hosts-each = En cada equipo
book-hosts-each-role = En cada equipo con { $role }
book-edit-file = Archivo
book-edit-folder = En la carpeta
book-edit-parent = Dentro de
book-expect = Salida esperada
book-supplies = Muestra el valor de
book-corrected = corregido
book-said = La traducción dice: { $text }
book-fallback = Se muestra en { $language }
book-withheld-candidates = Las lecturas son:

## Handbook: quality and verification

book-quality-part = Calidad
book-quality-title = Calidad: { $title }
book-quality-intro = Todos los idiomas en paralelo, tal como se leyeron. Lo dañado aparece marcado.
book-quality-back = Ir al procedimiento
book-quality-findings = Problemas
book-quality-none = No se ha encontrado nada.
book-quality-units = En paralelo
book-quality-source = original
book-column-rule = Regla
book-column-place = Lugar
book-column-message = Mensaje
book-column-found = Encontrado
book-column-expected = Esperado
book-column-unit = Unidad
book-severity-error = Error
book-severity-warning = Advertencia
book-severity-info = Información
book-verification-unverified = Sin verificar
book-verification-consistent = Igual en todos los idiomas
book-verification-parses = Sintaxis válida
book-verification-known = Figura en el catálogo
book-verification-executed = Ejecutado
book-verification-level = Verificación: nivel { $level } de 4
book-evidence = Pruebas
book-evidence-same = El mismo código en { $locales }
book-evidence-parses = Sintaxis válida en { $name }
book-evidence-known = El catálogo conoce el comando, sus parámetros y sus valores: { $name }
book-evidence-unknown = Ningún catálogo conoce: { $name }
book-evidence-source = Lo dice el texto original
book-evidence-code-block = Lo dice un bloque de código
book-evidence-link-target = Lo dice el destino del enlace
book-evidence-catalogue = Figura en el catálogo
book-evidence-locale = Lo dice otro idioma
book-evidence-corpus = Aparece en otro lugar de los artículos
book-evidence-shape = Lo indica su forma
book-evidence-glossary = Lo dice el glosario del proyecto
