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
cli-phase-build = Gerando
cli-phase-fix = Corrigindo
cli-built = runbooks: { $runbooks }, site: { $site }
cli-built-runbooks = runbooks: { $runbooks }
cli-error-no-such-path = `{ $path }` não existe; informe um arquivo ou uma pasta com artigos
cli-error-pattern = `{ $pattern }` não é um padrão válido: { $reason }
cli-error-pattern-matches-nothing = nenhum arquivo corresponde a `{ $pattern }`; os padrões partem do diretório de trabalho e podem conter {"{"}locale{"}"}, * e **
cli-error-clash = dois artigos têm o id { $id }: `{ $first }` e `{ $second }`; renomeie um deles ou altere seu identificador
cli-error-review = não é possível usar `{ $path }`
cli-error-approved = `{ $path }` não pode ser usado: { $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = não foi possível ler `{ $path }`: { $reason }
cli-error-config-exists = `{ $path }` já existe e permanece como está; exclua-o antes para recomeçar
cli-error-unwritable = não foi possível gravar `{ $path }`: { $reason }
cli-error-baseline = `{ $path }` não pode ser usado como linha de base: { $reason }
cli-error-rewrite-link = `{ $path }` é um link e fica como está; informe o arquivo para o qual ele aponta
cli-error-rewrite-changed = `{ $path }` mudou durante a leitura e fica como está; execute de novo
init-found-pattern = os caminhos indicam o idioma: { $pattern }
init-found-front-matter = o front matter ou o texto indicam o idioma; nenhum padrão é necessário
init-wrote = { $path } gravado
cli-did-you-mean = você quis dizer `{ $known }`?
cli-error-no-rule = não existe a regra `{ $rule }`; `runbookc explain` lista todas
cli-error-statistics = --statistics vale para os formatos human, concise e json
cli-error-locale-twice = { $locale } aparece duas vezes em { $flag }; informe-o uma só vez
cli-error-source-unknown = os arquivos do original foram indicados, mas não o idioma deles; acrescente `source` ao runbookc.toml ou use --source
cli-error-no-source = --source { $locale }: nenhum documento está em { $locale }; há documentos em { $locales }
cli-warn-no-locale = { $flag }: nenhum documento está em { $locale }
cli-error-paths-outside = nenhum dos arquivos que correspondem a --articles está nos caminhos informados; omita os caminhos ou altere o padrão
cli-error-no-articles = nenhum artigo foi encontrado; informe uma pasta com arquivos Markdown em vários idiomas ou use --articles
cli-error-no-such-folder = `{ $path }` não é uma pasta; informe a pasta que contém as páginas de referência
cli-error-catalogue = { $path }:{ $line }: esta linha não pertence a um catálogo ({ $format }): `{ $text }`
cli-error-no-pages = `{ $path }` não contém nenhuma página de referência de cmdlet; uma página tem o nome do cmdlet como título e uma seção SYNTAX ou PARAMETERS
cli-error-no-cmdlet = nenhum catálogo contém `{ $name }`
catalog-imported =
    { $count ->
        [one] { $count } cmdlet lido
       *[other] { $count } cmdlets lidos
    }
cli-more-notes =
    { $count ->
        [one] mais { $count } nota como estas
       *[other] mais { $count } notas como estas
    }
cli-count-articles =
    { $count ->
        [one] { $count } artigo
       *[other] { $count } artigos
    }
cli-count-locales =
    { $count ->
        [one] { $count } idioma
       *[other] { $count } idiomas
    }
cli-count-errors =
    { $count ->
        [one] { $count } erro
       *[other] { $count } erros
    }
cli-count-warnings =
    { $count ->
        [one] { $count } aviso
       *[other] { $count } avisos
    }
cli-count-infos =
    { $count ->
        [one] { $count } informação
       *[other] { $count } informações
    }
cli-count-left-out =
    { $count ->
        [one] { $count } arquivo ignorado ou danificado
       *[other] { $count } arquivos ignorados ou danificados
    }
cli-count-files =
    { $count ->
        [one] { $count } arquivo gravado
       *[other] { $count } arquivos gravados
    }
cli-count-fixed =
    { $count ->
        [one] { $count } problema corrigido
       *[other] { $count } problemas corrigidos
    }
cli-count-would-fix =
    { $count ->
        [one] { $count } problema seria corrigido
       *[other] { $count } problemas seriam corrigidos
    }
cli-count-would-change =
    { $count ->
        [one] { $count } arquivo mudaria
       *[other] { $count } arquivos mudariam
    }
cli-count-left =
    { $count ->
        [one] resta { $count } problema
       *[other] restam { $count } problemas
    }
cli-count-unsafe =
    { $count ->
        [one] { $count } deles precisa de --unsafe-fixes
       *[other] { $count } deles precisam de --unsafe-fixes
    }
cli-wrote-baseline =
    { $count ->
        [one] { $count } problema gravado em { $path }
       *[other] { $count } problemas gravados em { $path }
    }
cli-count-known =
    { $count ->
        [one] { $count } conhecido
       *[other] { $count } conhecidos
    }
cli-count-gone =
    { $count ->
        [one] { $count } entrada da linha de base não ocorre mais
       *[other] { $count } entradas da linha de base não ocorrem mais
    }
cli-count-withheld =
    { $count ->
        [one] { $count } etapa retida
       *[other] { $count } etapas retidas
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Há blocos aninhados em mais de { $limit } níveis; os mais profundos são lidos como se estivessem no último nível permitido.
notice-front-matter-long = O front matter passa de { $limit } KiB e não foi lido.
notice-front-matter-invalid = O front matter não pôde ser lido como YAML: { $reason }
notice-front-matter-unclosed = O front matter não está fechado; termine-o com uma linha `---`.
notice-unreadable = não pode ser lido: { $reason }
notice-not-a-file = ignorado: não é um arquivo comum
notice-too-large = ignorado: maior que 4 MiB; divida-o
notice-empty = ignorado: vazio
notice-utf-16 = ignorado: codificado em UTF-16; converta-o para UTF-8
notice-not-utf-8 = ignorado: não é UTF-8 no byte { $offset }; converta-o para UTF-8
notice-link-loop = link não seguido: leva de volta a uma pasta que já está sendo lida
notice-link-outside = link não seguido: leva para fora da pasta indicada
notice-link-broken = link não seguido: o destino não existe
notice-not-a-locale = ignorado: `{ $name }` está no lugar da localidade no padrão e não é uma
notice-name-not-utf-8 = ignorado: o nome não está em UTF-8; renomeie-o
notice-no-locale = ignorado: idioma desconhecido; informe-o no front matter (`lang: pt-BR`) ou no caminho
notice-doubled = ignorado: `{ $other }` já é o mesmo artigo em { $locale }
notice-one-locale = somente em { $locale }: não há com o que comparar
notice-embedded = traz consigo o texto original ({ $locale })
notice-no-cmdlet-page = ignorado: não é a página de referência de um cmdlet
notice-page-doubled = deixado de fora: `{ $other }` já descreve o mesmo cmdlet
notice-parameter-bare = { $parameter } não tem um bloco de campos que comece com `Type:`; só o nome é aproveitado
notice-exception-unused = isto não ignora nada ({ $rule }); exclua-o ou corrija a regra, o caminho ou o idioma


## Diagnostics: messages of rules (lint)

lint-path-altered = este caminho deveria ser { $expected }
lint-registry-key-altered = esta chave do Registro deveria ser { $expected }
lint-command-verb-lost = este comando perdeu o verbo: { $expected }
lint-command-verb-translated = o verbo deste comando foi traduzido: { $expected }
lint-command-verb-changed = o verbo deste comando é outro: { $expected }
lint-command-altered = este comando deveria ser { $expected }
lint-command-made-changing =
    este comando { $risk ->
        [destructive] remove algo
        [interrupt] interrompe um serviço
       *[other] altera algo
    } e deveria apenas mostrar algo: { $expected }
lint-parameter-altered = este parâmetro deveria ser { $expected }
lint-literal-characters = há caracteres que só se parecem com os que se digitam: deve ser { $expected }
lint-value-altered = este valor deveria ser { $expected }
lint-file-name-altered = este nome de arquivo deveria ser { $expected }
lint-host-name-altered = este nome de host deveria ser { $expected }
lint-url-altered = esta URL deveria ser { $expected }
lint-url-scheme = esta URL abre mão da criptografia: as outras dizem { $expected }
lint-identifier-altered = este nome deveria ser { $expected }
lint-version-altered = esta versão deveria ser { $expected }
lint-number-altered = este número deveria ser { $expected }
lint-number-grouped = este número é digitado, sem separador de milhares: { $expected }
lint-date-altered = esta data deveria ser { $expected }
lint-date-swapped = o dia e o mês desta data trocaram de lugar: { $expected }
lint-product-name-altered = este nome deveria ser { $expected }
lint-product-name-case = este nome se escreve { $expected }
lint-product-name-misspelt = este nome tem um erro de grafia: { $expected }
lint-product-name-translated = uma palavra deste nome foi traduzida: { $expected }
lint-stray-frame = falta a palavra que fica entre estas
lint-stray-artifact = uma ferramenta deixou isto aqui, e nenhum outro idioma o tem
lint-stray-artifact-for = uma ferramenta deixou isto aqui no lugar de { $expected }
lint-event-source-altered = esta origem de eventos deveria ser { $expected }
lint-group-name-altered = este grupo ou função deveria ser { $expected }
lint-literal-doubled = isto aparece duas vezes seguidas; basta { $expected }
lint-literal-missing = falta { $expected } nesta frase
lint-literal-disputed = os idiomas divergem e nada decide: { $candidates }
lint-code-differs = este código difere dos outros idiomas: { $expected }
lint-code-missing = falta um bloco de código aqui: { $expected }
lint-unknown-command = nenhum catálogo contém este comando; a família dele é conhecida
lint-unknown-parameter = { $owner } não tem este parâmetro
lint-value-not-accepted = { $owner } não aceita este valor; aceita { $accepted }
lint-code-syntax = a sintaxe deixou de ser válida; deveria ser { $expected }
lint-code-characters = estes caracteres apenas parecem corretos; deveriam ser { $expected }
lint-code-added = só este idioma tem este bloco de código: { $found }
lint-text-became-code = este texto aparece como bloco de código por causa do recuo: { $found }
lint-conflicting-steps = isto contradiz uma etapa anterior do mesmo runbook: { $other }
lint-used-before-made = isto precisa de { $value }, que só uma etapa posterior cria ou mostra
lint-sample-left = um valor do exemplo do artigo ficou aqui: { $value }
lint-command-unverified = o shell não consegue ler este comando: nenhum runbook o executa
lint-source-link-text = este link mostra um endereço diferente do destino: { $target }
lint-source-name-misspelt = este nome difere em uma letra de { $expected }, que aparece em outras partes do artigo
lint-source-xml-case = em outros lugares este elemento é escrito { $expected }
lint-text-missing = falta texto aqui: { $expected }
lint-block-moved = a ordem aqui é diferente da dos outros idiomas
lint-source-revision = esta tradução é de { $found }, o original é de { $expected }, e faltam { $count } trechos
lint-source-revision-by-text = esta tradução segue outra revisão do original: faltam { $count } trechos
lint-negation-inverted = outros idiomas negam isto, e aqui nada o nega: { $expected }
lint-terminology-inconsistent = em outros pontos do artigo, o termo é { $expected }
lint-heading-level = nos outros idiomas este título tem outro nível: { $expected }
lint-heading-lost = isto aparece como texto e não como título: falta o espaço depois de #
lint-list-broken = a lista se interrompe aqui: é o passo { $expected } e aparece como passo 1
lint-jump-nowhere = este link não leva a nenhum título do artigo
lint-jump-nowhere-for = este link não leva a nenhum título do artigo; o título é { $expected }
lint-link-lost = o link para { $expected } se perdeu
lint-jump-broken = a seção se chama { $expected }
lint-jump-cut = o negrito cobre só uma parte do título { $expected }
lint-alert-marker-translated = só o marcador em inglês é exibido como nota: { $expected }
lint-alert-marker-stray = o marcador de uma nota está no meio da frase
lint-wrong-script = este texto não está na escrita do idioma
lint-bracket-unclosed = este parêntese nunca é fechado
lint-bracket-unopened = este parêntese não fecha nada
lint-bracket-lost = o parêntese aberto antes não é fechado aqui: { $expected }
lint-bracket-empty = não sobrou nada entre estes parênteses
lint-quote-unpaired = esta aspa está sem par
lint-quote-across-markup = a citação começa dentro da marcação e termina fora
lint-emphasis-broken = este destaque não é exibido como tal
lint-emphasis-split = o destaque começa ou termina dentro de uma palavra
lint-suppression-unused = não há nada a ignorar aqui com { $rule }
lint-suppression-unknown = a regra a ignorar { $rule } não existe
lint-suppression-of-nothing = este comentário não indica nenhuma regra a ignorar
lint-suppression-without-reason = este comentário não ignora nada, pois não diz o motivo
lint-left-untranslated = este texto não foi traduzido
lint-foreign-leftover = aqui ficou uma palavra de outro idioma: { $word }
lint-link-text-left = o texto deste link não foi traduzido
lint-term-forbidden = o glossário não aceita este nome para { $term }; diz-se { $expected }
lint-term-missing = o glossário pede que { $term } seja { $expected } aqui


## Diagnostics: rendering (diagnostic/render)

render-error = erro
render-warning = aviso
render-info = informação
render-help = ajuda
render-note = nota
render-expected = escreva { $expected }
render-evidence = confirmado por: { $reasons }
render-separator = { ", " }
# What bears a finding out; they form a list.
render-because-source = o original ({ $locale })
render-because-code = um bloco de código ({ $locale })
render-because-link = o destino do link ({ $locale })
render-because-catalogue = o catálogo de comandos
render-because-locale = { $locale }
render-because-corpus = outros artigos
render-because-shape = a própria forma
render-because-glossary = o glossário
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = Lugar
render-column-finding = Problema
render-column-found = Está escrito
render-column-evidence = Provas
render-nothing-found = nada a apontar
render-base = a pasta em que o runbookc foi executado


## Alignment table (align)

align-summary =
    { $count ->
        [one] { $count } unidade
       *[other] { $count } unidades
    } em { $locales } idiomas; alinhamento por { $pivot }
align-legend = — não diz nada aqui   ↕ está em outro lugar   ×2 aparece duas vezes   ███ grau de certeza
align-kind-front-matter = front matter
align-kind-heading = título
align-kind-paragraph = parágrafo
align-kind-item = item de lista
align-kind-cell = célula de tabela
align-kind-alert = alerta
align-kind-quote = citação
align-kind-code = código
align-kind-opaque = mantido como está
align-kind-text = texto


## Plan (procedure)

plan-nothing = Não há nada a fazer neste artigo.
plan-parameters = Valores a informar
plan-sample = exemplo: { $value }
plan-discovered = a etapa { $step } o mostra
plan-label = { $label }:
plan-goal = Objetivo
plan-default = padrão
plan-skip-to = Pule para { $task } se
plan-verified = verificado: nível { $level } de 4
plan-findings = Constatações
plan-finding-old = era
plan-finding-new = agora é
plan-finding-conflicting-writes = As etapas { $first } e { $second } atribuem valores diferentes à mesma propriedade.
plan-finding-used-before-made = A etapa { $second } usa { $value }, que só a etapa { $first } cria ou mostra.
plan-finding-both-arms = As etapas { $first } e { $second } fazem o mesmo, uma com um objeto e outra com todos: só uma delas é desejada.
plan-finding-sample-left = Um valor do exemplo do artigo ficou na etapa { $first }: { $value }
plan-finding-command-disputed = A etapa { $first } foi retida: não é certo o que ela executa.
plan-finding-skipped-along = A etapa { $first } é ignorada com o resto da tarefa, embora seja feita em outro tipo de host: verifique se ela ainda precisa ser feita.
plan-finding-review-stale = Houve uma decisão sobre { $first }, e o artigo mudou desde então.
plan-finding-review-gone = Houve uma decisão sobre { $first }, que não está mais no artigo.
plan-finding-review-fault = { $first }: { $value }
plan-wrote = revisão: { $path }


## Verification of what was built (cli)

verify-changed = { $path }: não é o que `build` grava agora
verify-missing = { $path }: está faltando
verify-extra = { $path }: não é nenhum dos arquivos que `build` grava
verify-orphan = { $path }: não pertence a nenhum artigo
verify-sources-changed = { $id }: o artigo mudou desde que foi compilado, em { $locales }
verify-commands-differ = { $path }: não executa o mesmo que os outros idiomas
verify-new =
    { $count ->
        [one] { $id }: { $count } comando não foi aprovado
       *[other] { $id }: { $count } comandos não foram aprovados
    }
verify-how-to-approve = Quando cada + da diferença estiver certo, aprove com `runbookc verify --approve` e faça o commit do arquivo.
verify-approved = aprovado: { $path }
verify-recorded = registrado como executado: { $path }. Gere novamente.
verify-count-files =
    { $count ->
        [one] { $count } arquivo não está como foi compilado
       *[other] { $count } arquivos não estão como foram compilados
    }
verify-count-commands =
    { $count ->
        [one] { $count } comando não aprovado
       *[other] { $count } comandos não aprovados
    }


## Runbooks: shared by all shells (emit)

runbook-usage = Uso:
runbook-help-goal = o objetivo a atingir; obrigatório
runbook-help-list = lista objetivos, tarefas, etapas e parâmetros e termina
runbook-help-from = começa nesta etapa; as anteriores ficam de fora
runbook-help-only = faz somente esta etapa
runbook-help-dry-run = mostra tudo, não faz nada
runbook-help-journal = onde fica o diário
runbook-help-resume = continua de onde o diário parou
runbook-help-yes = confirma de antemão; exceto o que remove algo ou afeta todos os objetos
runbook-help-answer = responde a uma pergunta de antemão; pode ser repetida
runbook-help-help = mostra esta ajuda
runbook-goals = Objetivos
runbook-goal = Objetivo
runbook-task = Tarefa
runbook-step = Etapa
runbook-choice = Escolha
runbook-condition = Condição:
runbook-parameters = Parâmetros
runbook-sample = no artigo:
runbook-source-text = Falta algo na tradução aqui. Em outro idioma:
runbook-risk-none = Não altera nada.
runbook-risk-read = Apenas lê.
runbook-risk-change = Faz uma alteração.
runbook-risk-interrupt = INTERROMPE UM SERVIÇO.
runbook-risk-destructive = REMOVE ALGO QUE TALVEZ NÃO POSSA SER RECUPERADO.
runbook-risk-unknown = RISCO DESCONHECIDO: tenha o mesmo cuidado que com uma alteração geral.
runbook-scope-one = Afeta um único objeto.
runbook-scope-filtered = Afeta os objetos que um filtro seleciona.
runbook-scope-all = AFETA TODOS OS OBJETOS.
runbook-command = Comando:
runbook-file = Arquivo:
runbook-content = Conteúdo:
runbook-parent = Dentro do elemento:
runbook-expected = Saída esperada:
runbook-shell = Shell:
runbook-journal = Diário:
runbook-ask-run = Executar? [y] sim, [s] pular, [q] parar:
runbook-ask-done = Está feito? [y] sim, [s] pular, [q] parar:
runbook-ask-check = Está como descrito? [y] sim, [n] não, [s] pular, [q] parar:
runbook-ask-condition = É este o caso? [y] sim, [n] não, [q] parar:
runbook-ask-replace = O arquivo existe e é diferente. Substituir e guardar uma cópia? [y] sim, [s] pular, [q] parar:
runbook-ask-unknown = Esta etapa foi iniciada e o resultado é desconhecido. [y] repetir, [d] está feita, [q] parar:
runbook-ask-again = Esta etapa foi feita, mas o que ela deixou no shell se perdeu. [y] repetir, [d] dar por feita, [q] parar:
runbook-ask-mismatch = Continuar assim mesmo? [y] sim, [n] não, [q] parar:
runbook-ask-errors = Foram relatados erros. A etapa foi concluída assim mesmo? [y] sim, [n] não, [q] parar:
runbook-ask-value = Valor de
runbook-offered = Valores de { $property } que o comando mostrou; digite # e um número, ou outro valor:
runbook-offered-lines = Valores que o comando mostrou; digite # e um número, ou outro valor:
runbook-ask-path = Onde está este arquivo? Caminho completo:
runbook-ask-one = Escolha um número, ou [q] para parar:
runbook-ask-any = Escolha números separados por espaços, 0 para nenhum, ou [q] para parar:
runbook-ask-goal = Qual objetivo? Escolha um número, ou [q] para parar:
runbook-only-if = O que segue só é feito neste caso.
runbook-skip-if = O que segue é pulado neste caso.
runbook-each = ESTA ETAPA SÓ AGE NESTE COMPUTADOR. Ela deve ser feita em cada computador envolvido.
runbook-each-role = ESTA ETAPA SÓ AGE NESTE COMPUTADOR. Ela deve ser feita em cada computador envolvido com { $role }.
runbook-invalid-value = Este valor não é válido:
runbook-by-hand = Deve ser feito manualmente, não por este runbook:
runbook-withheld = Esta etapa foi retida: não há certeza sobre o que o artigo diz. Faça-a somente se souber o que é correto.
runbook-dry-run = Simulação: nada é feito.
runbook-touched = O que seria afetado agora:
runbook-already-there = Já está presente; nada a fazer.
runbook-written = Gravado:
runbook-backup = Cópia do arquivo antigo:
runbook-skipped = Pulado.
runbook-done = Concluído.
runbook-finished = Todas as etapas deste objetivo foram percorridas.
runbook-finished-each = Estas etapas só foram feitas neste computador. Faça cada uma delas em todos os outros computadores envolvidos:
runbook-failed = Esta etapa falhou:
runbook-mismatch = O resultado não é o esperado na etapa:
runbook-stopped = Parado.
runbook-resume-with = Para continuar depois:
runbook-hand-over = O que segue é executado em outro shell. Abra-o e retome nele:
runbook-decision = É necessária uma decisão e não há terminal para perguntar:
runbook-unknown-option = Opção desconhecida:
runbook-unknown-goal = Objetivo desconhecido:
runbook-unknown-step = Etapa desconhecida:
runbook-unknown-answer = Isto não responde a nenhuma pergunta do objetivo:
runbook-needs-goal = Indique um objetivo.
runbook-needs-value = Falta um valor para:
runbook-no-shell = Um comando desta etapa não existe neste shell:
runbook-no-folder = Este arquivo ou pasta não existe:
runbook-no-parent = O arquivo não tem este elemento exatamente uma vez:
runbook-journal-busy = Outra execução está usando este diário:
runbook-locked = Outra execução deste runbook está em andamento nesta máquina:
runbook-journal-other = Este diário pertence a outro objetivo ou a outra versão do runbook:
runbook-journal-unfinished = Este diário tem uma execução que não terminou. Retome-a ou indique outro diário:
runbook-journal-missing = Não há diário para retomar:
runbook-journal-unwritable = Não é possível gravar o diário:
runbook-wrong-host = O diário foi iniciado em outro host:
runbook-rights = Exige privilégios de administrador.
runbook-ask-rights = Esta sessão não tem os privilégios de administrador que esta etapa exige. Executar mesmo assim? [y] sim, [n] não, [q] parar:
runbook-no-rights = Esta etapa exige privilégios de administrador:
runbook-role = Deve ser feito em:
runbook-ask-host = É esta máquina? [y] sim, [n] não, [q] parar:
runbook-wrong-role = Esta etapa é para outra máquina. Continue nela com o mesmo diário:
runbook-corrected = A tradução dizia “{ $found }”; o correto é { $value }.


## Running (run)

run-plan = O que será feito
run-status = Como foi
run-elapsed = Tempo:
run-evidence = O mesmo código em:
run-no-shell = Este shell não está instalado aqui:
run-timed-out = Esta etapa demorou demais e foi encerrada:
run-system = O sistema não permite:
run-unknown-parameter = Este parâmetro não existe:
run-way-back = O caminho de volta: o que foi feito pode ser desfeito assim
run-ask-way-back = Desfazer agora? Cada etapa será perguntada. [y] sim, [n] não, [q] parar:
run-ask-back = Desfazer esta etapa? [y] sim, [s] pular, [q] parar:
run-taken-back = Desfeito.
run-error-no-article = não há artigo com o identificador { $id }; há estes: { $ids }
run-error-no-locale = o artigo não existe em { $locale }; existe em { $locales }
run-error-answers = `{ $path }` não pode ser usado: { $reason }
run-error-not-set = a variável { $name } não está definida no ambiente
run-error-no-run = `{ $path }` não tem nenhuma execução desta versão do runbook


## Reports on a run (run/report)

report-result = Resultado:
report-finished = Todas as etapas foram percorridas.
report-unfinished = A execução não chegou ao fim.
report-goal = Objetivo:
report-host = Máquina:
report-began = Início:
report-ended = Último registro:
report-runbook = Runbook:
report-digest = Hash dos comandos:
report-answers = Respostas
report-steps = Etapas
report-column-step = Etapa
report-column-result = Resultado
report-column-time = Tempo
report-done = Feito
report-skipped = Pulado
report-failed = Falhou
report-mismatch = Não é o esperado
report-unknown = Resultado desconhecido
report-taken-back = Desfeito
report-not-reached = Não alcançado


## Runbooks: Markdown

runbook-generated = Gerado pelo runbookc. Para alterar este runbook, altere o artigo e gere-o novamente.
runbook-parameter = Parâmetro
runbook-kind = Tipo
runbook-sample-heading = No artigo
runbook-sample-note = Cada um precisa de um valor seu. O que o artigo mostra é um exemplo, nunca um valor padrão.
runbook-cells-bash = Nos comandos, cada parâmetro é uma variável. Atribua antes um valor, por exemplo { $example }. Um comando cuja variável não tem valor não é executado.
runbook-cells-powershell = Nos comandos, o nome de cada parâmetro aparece entre colchetes angulares. Coloque o seu valor no lugar.
runbook-kind-host-name = nome de host
runbook-kind-port = porta, de 1 a 65535
runbook-kind-number = número inteiro
runbook-kind-thumbprint = impressão digital, 40 dígitos hexadecimais
runbook-kind-path = arquivo ou pasta
runbook-kind-url = URL
runbook-kind-text = texto em uma linha
runbook-kind-secret = segredo; nunca é mostrado nem gravado
runbook-choose-one = Escolha exatamente uma opção.
runbook-choose-any = Escolha quantas quiser.
runbook-verified-0 = Não verificado: os idiomas divergem.
runbook-verified-1 = Verificado: igual em todos os idiomas.
runbook-verified-2 = Verificado: igual em todos os idiomas e com sintaxe correta.
runbook-verified-3 = Verificado: igual em todos os idiomas e conhecido pelo catálogo.
runbook-verified-4 = Verificado: foi executado.
runbook-withheld-disputed = Retido: os idiomas divergem sobre este comando e nada decide qual é o correto.
runbook-withheld-characters = Retido: o comando tem caracteres invisíveis ou que o shell toma por outros.
runbook-withheld-incomplete = Retido: o comando está incompleto no artigo.
runbook-withheld-substitution = Retido: não é possível inserir um valor seu neste comando com segurança.
runbook-withheld-heading = Etapas retidas
runbook-withheld-lost = O artigo não define o que se faz aqui. Candidatos:


## Handbook: interface (emit/book)

book-title = Manual de procedimentos
book-description = Procedimentos em todos os idiomas, com comandos verificados
book-manual = Sobre o runbookc
book-skip = Ir para o conteúdo
book-contents = Sumário
book-contents-toggle = Mostrar ou ocultar o sumário
book-theme = Tema
book-theme-auto = Como o sistema
book-theme-light = Claro
book-theme-dark = Escuro
book-languages = Idioma
book-turn = Páginas anterior e seguinte
book-previous = Anterior
book-next = Próxima
book-copy = Copiar
book-copied = Copiado
book-index-title = Procedimentos
book-index-intro = Cada comando destas páginas é igual em todos os idiomas, byte por byte, e indica até que ponto foi verificado.
book-index-empty = Ainda não há procedimentos.
book-column-article = Procedimento
book-column-state = Texto
book-column-steps = Etapas
book-column-findings = Problemas
book-state-source = Este é o texto original.
book-state-human = Traduzido por uma pessoa.
book-state-machine = Tradução automática.
book-state-translation = Traduzido.
book-state-missing = Não disponível neste idioma.
book-state-shown-in = Exibido em { $language }.
book-state-in-step = Todas as etapas estão disponíveis neste idioma.
book-state-fallback = { $count ->
    [one] { $count } texto aparece em outro idioma.
   *[other] { $count } textos aparecem em outro idioma.
}
book-state-corrected = { $count ->
    [one] { $count } termo danificado foi corrigido.
   *[other] { $count } termos danificados foram corrigidos.
}
book-state-withheld = { $count ->
    [one] { $count } etapa foi retida.
   *[other] { $count } etapas foram retidas.
}
book-state-findings = { $count ->
    [one] { $count } problema neste idioma
   *[other] { $count } problemas neste idioma
}
book-downloads = Runbooks
book-goals = Objetivos
book-goal-default = Padrão
book-goal-excludes = Não combina com
book-parameters = O que ter em mãos
book-parameters-intro = Os exemplos vêm do artigo. Substitua-os pelos seus próprios valores.
book-parameter-name = Parâmetro
book-parameter-sample = Exemplo
book-parameter-kind = Tipo
book-parameter-source = De onde vem
book-parameter-discovered = Uma etapa o mostra
book-parameter-supplied = Você informa
book-parameter-optional = Opcional
book-parameter-here = Substitua pelo seu valor de { $name }
book-parameter-host-name = Nome do host
book-parameter-port = Porta
book-parameter-number = Número
book-parameter-thumbprint = Impressão digital do certificado
book-parameter-path = Caminho
book-parameter-url = URL
book-parameter-text = Texto
book-parameter-secret = Segredo
book-task-background = Contexto
book-task-prepare = Preparar
book-task-apply = Aplicar
book-task-verify = Verificar
book-task-undo = Desfazer
book-task-troubleshoot = Solucionar problemas
book-task-undoes = Desfaz
book-guard-only-if = Somente se
book-guard-skip-if = Pule se
book-guard-said = Somente no caso indicado
book-guard-continue = Continue em “{ $title }”
book-choice-one = Escolha uma opção
book-choice-any = Escolha as que quiser
book-step-run = Executar
book-step-query = Consultar
book-step-discover = Descobrir o valor
book-step-edit-file = Editar um arquivo
book-step-check = Conferir
book-step-manual = Manualmente
book-step-note = Observação
book-risk-read = Somente leitura
book-risk-change = Altera
book-risk-interrupt = Interrompe um serviço
book-risk-destructive = Não pode ser desfeito
book-risk-unknown = Efeito desconhecido
book-scope-filtered = Objetos filtrados
book-scope-all = Todos os objetos
book-hosts-each = Em cada computador
book-hosts-each-role = Em cada computador com { $role }
book-edit-file = Arquivo
book-edit-folder = Na pasta
book-edit-parent = Dentro de
book-expect = Saída esperada
book-supplies = Mostra o valor de
book-corrected = corrigido
book-said = A tradução diz: { $text }
book-fallback = Exibido em { $language }
book-withheld-candidates = As leituras são:

## Handbook: quality and verification

book-quality-part = Qualidade
book-quality-title = Qualidade: { $title }
book-quality-intro = Todos os idiomas lado a lado, como foram lidos. O que está danificado aparece marcado.
book-quality-back = Ir para o procedimento
book-quality-findings = Problemas
book-quality-none = Nada foi encontrado.
book-quality-units = Lado a lado
book-quality-source = original
book-column-rule = Regra
book-column-place = Local
book-column-message = Mensagem
book-column-found = Encontrado
book-column-expected = Esperado
book-column-unit = Unidade
book-severity-error = Erro
book-severity-warning = Aviso
book-severity-info = Informação
book-verification-unverified = Não verificado
book-verification-consistent = Igual em todos os idiomas
book-verification-parses = Sintaxe válida
book-verification-known = Conhecido no catálogo
book-verification-executed = Executado
book-verification-level = Verificação: nível { $level } de 4
book-evidence = Evidências
book-evidence-same = O mesmo código em { $locales }
book-evidence-parses = Sintaxe válida em { $name }
book-evidence-known = O catálogo conhece o comando, os parâmetros e os valores: { $name }
book-evidence-unknown = Nenhum catálogo conhece: { $name }
book-evidence-source = O texto original diz isso
book-evidence-code-block = Um bloco de código diz isso
book-evidence-link-target = O destino do link diz isso
book-evidence-catalogue = O catálogo o conhece
book-evidence-locale = Outro idioma diz isso
book-evidence-corpus = Aparece em outro lugar dos artigos
book-evidence-shape = A forma indica isso
book-evidence-glossary = O glossário do projeto diz assim
