### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = Français

## Command line and errors (cli, workspace)

cli-label-error = erreur
cli-label-warning = avertissement
cli-label-note = note
cli-phase-parse = Analyse
cli-phase-align = Alignement
cli-phase-check = Contrôle
cli-phase-compile = Compilation
cli-error-no-such-path = `{ $path }` n’existe pas ; indiquez un fichier ou un dossier contenant des articles
cli-error-pattern = `{ $pattern }` n’est pas un motif valide : { $reason }
cli-error-pattern-matches-nothing = aucun fichier ne correspond à `{ $pattern }` ; les motifs partent du répertoire de travail et peuvent contenir {"{"}locale{"}"}, * et **
cli-error-clash = deux articles ont l’identifiant { $id } : `{ $first }` et `{ $second }` ; renommez l’un d’eux ou changez son identifiant
cli-phase-build = Génération
cli-phase-fix = Correction
cli-built = runbooks : { $runbooks }, site : { $site }
cli-built-runbooks = runbooks : { $runbooks }
cli-error-review = impossible d’utiliser `{ $path }`
cli-error-approved = `{ $path }` est inutilisable : { $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = impossible de lire `{ $path }` : { $reason }
cli-did-you-mean = vouliez-vous dire `{ $known }` ?
cli-error-no-rule = il n’y a pas de règle `{ $rule }` ; `runbookc explain` les énumère toutes
cli-error-statistics = --statistics va avec les formats human, concise et json
cli-error-locale-twice = { $locale } figure deux fois dans { $flag } ; ne l’indiquez qu’une fois
cli-error-source-unknown = les fichiers de l’original sont indiqués, mais pas leur langue ; ajoutez `source` à runbookc.toml ou utilisez --source
cli-error-no-source = --source { $locale } : aucun document n’est en { $locale } ; il y a des documents en { $locales }
cli-warn-no-locale = { $flag } : aucun document n’est en { $locale }
cli-error-paths-outside = aucun des fichiers correspondant à --articles ne se trouve sous les chemins indiqués ; retirez les chemins ou changez le motif
cli-error-no-articles = aucun article trouvé ; indiquez un dossier contenant des fichiers Markdown en plusieurs langues ou utilisez --articles
cli-error-config-exists = `{ $path }` existe déjà et reste tel quel ; supprimez-le d’abord pour repartir de zéro
cli-error-unwritable = impossible d’écrire `{ $path }` : { $reason }
cli-error-baseline = `{ $path }` ne peut pas servir de référence : { $reason }
cli-error-rewrite-link = `{ $path }` est un lien et reste tel quel ; donnez le fichier vers lequel il pointe
cli-error-rewrite-changed = `{ $path }` a changé pendant la lecture et reste tel quel ; relancez la commande
init-found-pattern = les chemins indiquent la langue : { $pattern }
init-found-front-matter = le front matter ou le texte indique la langue ; aucun motif n’est nécessaire
init-wrote = { $path } écrit
cli-error-no-such-folder = `{ $path }` n’est pas un dossier ; indiquez le dossier qui contient les pages de référence
cli-error-catalogue = { $path }:{ $line } : cette ligne n’est pas celle d’un catalogue ({ $format }) : `{ $text }`
cli-error-no-pages = `{ $path }` ne contient aucune page de référence d’une cmdlet ; une page a pour titre le nom de la cmdlet et comporte une section SYNTAX ou PARAMETERS
cli-error-no-cmdlet = aucun catalogue ne contient `{ $name }`
catalog-imported =
    { $count ->
        [one] { $count } cmdlet lue
       *[other] { $count } cmdlets lues
    }
cli-more-notes =
    { $count ->
        [one] { $count } autre note semblable
       *[other] { $count } autres notes semblables
    }
cli-count-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
cli-count-locales =
    { $count ->
        [one] { $count } langue
       *[other] { $count } langues
    }
cli-count-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
cli-count-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }
cli-count-infos =
    { $count ->
        [one] { $count } information
       *[other] { $count } informations
    }
cli-count-left-out =
    { $count ->
        [one] { $count } fichier ignoré ou endommagé
       *[other] { $count } fichiers ignorés ou endommagés
    }
cli-count-files =
    { $count ->
        [one] { $count } fichier écrit
       *[other] { $count } fichiers écrits
    }
cli-count-fixed =
    { $count ->
        [one] { $count } anomalie corrigée
       *[other] { $count } anomalies corrigées
    }
cli-count-would-fix =
    { $count ->
        [one] { $count } anomalie serait corrigée
       *[other] { $count } anomalies seraient corrigées
    }
cli-count-would-change =
    { $count ->
        [one] { $count } fichier changerait
       *[other] { $count } fichiers changeraient
    }
cli-count-left =
    { $count ->
        [one] reste { $count } anomalie
       *[other] restent { $count } anomalies
    }
cli-count-unsafe =
    { $count ->
        [one] { $count } demande --unsafe-fixes
       *[other] { $count } demandent --unsafe-fixes
    }
cli-wrote-baseline =
    { $count ->
        [one] { $count } anomalie écrite dans { $path }
       *[other] { $count } anomalies écrites dans { $path }
    }
cli-count-known =
    { $count ->
        [one] { $count } connue
       *[other] { $count } connues
    }
cli-count-gone =
    { $count ->
        [one] { $count } entrée de la référence a disparu
       *[other] { $count } entrées de la référence ont disparu
    }
cli-count-withheld =
    { $count ->
        [one] { $count } étape retenue
       *[other] { $count } étapes retenues
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Des blocs sont imbriqués sur plus de { $limit } niveaux ; les plus profonds sont lus comme s’ils étaient au dernier niveau permis.
notice-front-matter-long = Le front matter dépasse { $limit } Kio et n’a pas été lu.
notice-front-matter-invalid = Le front matter n’est pas du YAML valide : { $reason }
notice-front-matter-unclosed = Le front matter n’est pas fermé ; terminez-le par une ligne `---`.
notice-unreadable = lecture impossible : { $reason }
notice-not-a-file = ignoré : ce n’est pas un fichier ordinaire
notice-too-large = ignoré : plus de 4 Mio ; scindez-le
notice-empty = ignoré : vide
notice-utf-16 = ignoré : encodé en UTF-16 ; convertissez-le en UTF-8
notice-not-utf-8 = ignoré : pas de l’UTF-8 à l’octet { $offset } ; convertissez-le en UTF-8
notice-link-loop = lien non suivi : il ramène à un dossier en cours de lecture
notice-link-outside = lien non suivi : il mène hors du dossier indiqué
notice-link-broken = lien non suivi : sa cible n’existe pas
notice-not-a-locale = ignoré : `{ $name }` est à la place de la langue dans le motif et n’en est pas une
notice-name-not-utf-8 = ignoré : son nom n’est pas en UTF-8 ; renommez-le
notice-no-locale = ignoré : langue inconnue ; indiquez-la dans le front matter (`lang: pt-BR`) ou dans le chemin
notice-doubled = ignoré : `{ $other }` est déjà le même article en { $locale }
notice-one-locale = en { $locale } seulement : rien à quoi le comparer
notice-embedded = contient son texte original ({ $locale })
notice-no-cmdlet-page = ignoré : ce n’est pas la page de référence d’une cmdlet
notice-page-doubled = laissé de côté : `{ $other }` décrit déjà la même cmdlet
notice-parameter-bare = { $parameter } n’a pas de bloc de champs commençant par `Type:` ; seul son nom est retenu
notice-exception-unused = ceci n’ignore rien ({ $rule }) ; supprimez-le ou corrigez la règle, le chemin ou la langue


## Diagnostics: messages of rules (lint)

lint-path-altered = ce chemin devrait être { $expected }
lint-registry-key-altered = cette clé de Registre devrait être { $expected }
lint-command-verb-lost = cette commande a perdu son verbe : { $expected }
lint-command-verb-translated = le verbe de cette commande a été traduit : { $expected }
lint-command-verb-changed = le verbe de cette commande est un autre : { $expected }
lint-command-altered = cette commande devrait être { $expected }
lint-command-made-changing =
    cette commande { $risk ->
        [destructive] supprime quelque chose
        [interrupt] interrompt un service
       *[other] modifie quelque chose
    } et ne devrait qu’afficher quelque chose : { $expected }
lint-parameter-altered = ce paramètre devrait être { $expected }
lint-literal-characters = certains caractères ne font que ressembler à ceux que l’on saisit : il faut lire { $expected }
lint-value-altered = cette valeur devrait être { $expected }
lint-file-name-altered = ce nom de fichier devrait être { $expected }
lint-host-name-altered = ce nom d’hôte devrait être { $expected }
lint-url-altered = cette URL devrait être { $expected }
lint-url-scheme = cette URL renonce au chiffrement : les autres disent { $expected }
lint-identifier-altered = ce nom devrait être { $expected }
lint-version-altered = cette version devrait être { $expected }
lint-number-altered = ce nombre devrait être { $expected }
lint-number-grouped = ce nombre se saisit tel quel, sans séparateur de milliers : { $expected }
lint-date-altered = cette date devrait être { $expected }
lint-date-swapped = le jour et le mois de cette date sont intervertis : { $expected }
lint-product-name-altered = ce nom devrait être { $expected }
lint-product-name-case = ce nom s’écrit { $expected }
lint-product-name-misspelt = ce nom est mal orthographié : { $expected }
lint-product-name-translated = un mot de ce nom a été traduit : { $expected }
lint-stray-frame = le mot qui va entre ceux-ci n’y est pas
lint-stray-artifact = un outil a laissé ceci ici, et aucune autre langue ne l’a
lint-stray-artifact-for = un outil a laissé ceci à la place de { $expected }
lint-event-source-altered = cette source d’événements devrait être { $expected }
lint-group-name-altered = ce groupe ou rôle devrait être { $expected }
lint-literal-doubled = ceci figure deux fois de suite ; il suffit de { $expected }
lint-literal-missing = il manque { $expected } dans cette phrase
lint-literal-disputed = les langues divergent et rien ne tranche : { $candidates }
lint-code-differs = ce code diffère de celui des autres langues : { $expected }
lint-code-missing = il manque ici un bloc de code : { $expected }
lint-code-syntax = la syntaxe n’est plus valide ; il faut lire { $expected }
lint-code-characters = ces caractères n’ont que l’apparence des bons ; il faut lire { $expected }
lint-code-added = seule cette langue a ce bloc de code : { $found }
lint-text-became-code = ce texte s’affiche comme un bloc de code, à cause de son retrait : { $found }
lint-conflicting-steps = ceci contredit une étape précédente du même runbook : { $other }
lint-used-before-made = ceci a besoin de { $value }, que seule une étape ultérieure crée ou montre
lint-sample-left = une valeur de l’exemple de l’article reste ici : { $value }
lint-command-unverified = son shell ne peut pas lire cette commande : aucun runbook ne l’exécute
lint-source-link-text = ce lien affiche une autre adresse que celle de sa cible : { $target }
lint-source-name-misspelt = ce nom diffère d’une lettre de { $expected }, présent ailleurs dans l’article
lint-source-xml-case = ailleurs, cet élément s’écrit { $expected }
lint-unknown-command = aucun catalogue ne contient cette commande ; sa famille est connue
lint-unknown-parameter = { $owner } n’a pas ce paramètre
lint-value-not-accepted = { $owner } n’accepte pas cette valeur ; valeurs acceptées : { $accepted }
lint-text-missing = il manque ici du texte : { $expected }
lint-block-moved = l’ordre diffère de celui des autres langues
lint-source-revision = cette traduction date de { $found }, l’original de { $expected }, et il manque { $count } passages
lint-source-revision-by-text = cette traduction suit une autre révision de l’original : il manque { $count } passages
lint-negation-inverted = d’autres langues disent ici le contraire, par une négation : { $expected }
lint-terminology-inconsistent = ailleurs dans l’article, le terme est { $expected }
lint-heading-level = dans les autres langues, ce titre est d’un autre niveau : { $expected }
lint-heading-lost = ceci s’affiche comme du texte et non comme un titre : il manque l’espace après #
lint-list-broken = la liste est coupée ici : c’est l’étape { $expected }, affichée comme étape 1
lint-jump-nowhere = ce lien ne mène à aucun titre de l’article
lint-jump-nowhere-for = ce lien ne mène à aucun titre de l’article ; le titre est { $expected }
lint-link-lost = le lien vers { $expected } a disparu
lint-jump-broken = la section s’intitule { $expected }
lint-jump-cut = le gras ne couvre qu’une partie du titre { $expected }
lint-alert-marker-translated = seul le marqueur anglais est affiché comme note : { $expected }
lint-alert-marker-stray = le marqueur d’une note se trouve dans la phrase
lint-wrong-script = ce texte n’est pas dans l’écriture de la langue
lint-bracket-unclosed = cette parenthèse n’est jamais fermée
lint-bracket-unopened = cette parenthèse ne ferme rien
lint-bracket-lost = la parenthèse ouverte plus haut n’est pas fermée ici : { $expected }
lint-bracket-empty = il ne reste rien entre ces parenthèses
lint-quote-unpaired = ce guillemet est seul
lint-quote-across-markup = la citation commence dans le balisage et finit en dehors
lint-emphasis-broken = cette mise en valeur ne s’affiche pas
lint-emphasis-split = la mise en valeur commence ou finit au milieu d’un mot
lint-suppression-unused = rien à ignorer ici avec { $rule }
lint-suppression-unknown = la règle à ignorer { $rule } n’existe pas
lint-suppression-of-nothing = ce commentaire ne nomme aucune règle à ignorer
lint-suppression-without-reason = ce commentaire n’ignore rien, car il n’en donne pas la raison
lint-left-untranslated = ce texte n’a pas été traduit
lint-foreign-leftover = un mot d’une autre langue est resté ici : { $word }
lint-link-text-left = le texte de ce lien n’a pas été traduit
lint-term-forbidden = le glossaire n’admet pas ce nom pour { $term } ; on dit { $expected }
lint-term-missing = le glossaire veut qu’ici { $term } se dise { $expected }


## Diagnostics: rendering (diagnostic/render)

render-error = erreur
render-warning = avertissement
render-info = information
render-help = aide
render-note = note
render-expected = écrivez { $expected }
render-evidence = confirmé par : { $reasons }
render-separator = { ", " }
# What bears a finding out; they form a list.
render-because-source = l’original ({ $locale })
render-because-code = un bloc de code ({ $locale })
render-because-link = la cible du lien ({ $locale })
render-because-catalogue = le catalogue des commandes
render-because-locale = { $locale }
render-because-corpus = d’autres articles
render-because-shape = sa propre forme
render-because-glossary = le glossaire
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = Endroit
render-column-finding = Constat
render-column-found = On y lit
render-column-evidence = Preuves
render-nothing-found = rien à signaler
render-base = le dossier dans lequel runbookc a été exécuté


## Alignment table (align)

align-summary =
    { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    } dans { $locales } langues ; alignement par { $pivot }
align-legend = — ne dit rien ici   ↕ se trouve ailleurs   ×2 figure deux fois   ███ degré de certitude
align-kind-front-matter = front matter
align-kind-heading = titre
align-kind-paragraph = paragraphe
align-kind-item = élément de liste
align-kind-cell = cellule de tableau
align-kind-alert = alerte
align-kind-quote = citation
align-kind-code = code
align-kind-opaque = conservé tel quel
align-kind-text = texte


## Plan (procedure)

plan-nothing = Cet article ne demande aucune action.
plan-parameters = Valeurs à fournir
plan-sample = exemple : { $value }
plan-discovered = l’étape { $step } l’affiche
plan-label = { $label } :
plan-goal = Objectif
plan-default = par défaut
plan-skip-to = Passer à { $task } si
plan-verified = vérifié : niveau { $level } sur 4
plan-findings = Constats
plan-finding-old = avant
plan-finding-new = maintenant
plan-finding-conflicting-writes = Les étapes { $first } et { $second } donnent des valeurs différentes à la même propriété.
plan-finding-used-before-made = L’étape { $second } utilise { $value }, que seule l’étape { $first } crée ou affiche.
plan-finding-both-arms = Les étapes { $first } et { $second } font la même chose, l’une à un objet et l’autre à tous : une seule des deux est voulue.
plan-finding-sample-left = Une valeur de l’exemple de l’article reste dans l’étape { $first } : { $value }
plan-finding-command-disputed = L’étape { $first } est retenue : ce qu’elle exécute n’est pas certain.
plan-finding-skipped-along = L’étape { $first } est ignorée avec le reste de sa tâche, alors qu’elle se fait sur un autre type d’hôte : vérifiez si elle reste à faire.
plan-finding-review-stale = { $first } a fait l’objet d’une décision, et l’article a changé depuis.
plan-finding-review-gone = { $first } a fait l’objet d’une décision, et n’est plus dans l’article.
plan-finding-review-fault = { $first } : { $value }
plan-wrote = révision : { $path }


## Verification of what was built (cli)

verify-changed = { $path } : n’est pas ce que `build` écrit aujourd’hui
verify-missing = { $path } : manque
verify-extra = { $path } : n’est aucun des fichiers que `build` écrit
verify-orphan = { $path } : n’appartient à aucun article
verify-sources-changed = { $id } : l’article a changé depuis sa compilation, en { $locales }
verify-commands-differ = { $path } : n’exécute pas ce qu’exécutent les autres langues
verify-new =
    { $count ->
        [one] { $id } : { $count } commande n’a pas été approuvée
       *[other] { $id } : { $count } commandes n’ont pas été approuvées
    }
verify-how-to-approve = Quand chaque + de la différence est juste, approuvez-le avec `runbookc verify --approve` et validez le fichier dans le dépôt.
verify-approved = approuvé : { $path }
verify-recorded = noté comme exécuté : { $path }. Régénérez.
verify-count-files =
    { $count ->
        [one] { $count } fichier n’est pas tel que compilé
       *[other] { $count } fichiers ne sont pas tels que compilés
    }
verify-count-commands =
    { $count ->
        [one] { $count } commande non approuvée
       *[other] { $count } commandes non approuvées
    }


## Runbooks: shared by all shells (emit)

runbook-usage = Utilisation :
runbook-help-goal = l’objectif à atteindre ; obligatoire
runbook-help-list = affiche les objectifs, tâches, étapes et paramètres, puis se termine
runbook-help-from = commence à cette étape ; les précédentes sont omises
runbook-help-only = ne fait que cette étape
runbook-help-dry-run = montre tout, ne fait rien
runbook-help-journal = où se trouve le journal
runbook-help-resume = reprend là où le journal s’arrête
runbook-help-yes = confirme d’avance ; sauf ce qui supprime ou touche tous les objets
runbook-help-answer = répond d’avance à une question ; peut être répétée
runbook-help-help = affiche cette aide
runbook-goals = Objectifs
runbook-goal = Objectif
runbook-task = Tâche
runbook-step = Étape
runbook-choice = Choix
runbook-condition = Condition :
runbook-parameters = Paramètres
runbook-sample = dans l’article :
runbook-source-text = Il manque quelque chose à la traduction ici. Dans une autre langue :
runbook-risk-none = Ne modifie rien.
runbook-risk-read = Lecture seule.
runbook-risk-change = Fait une modification.
runbook-risk-interrupt = INTERROMPT UN SERVICE.
runbook-risk-destructive = SUPPRIME QUELQUE CHOSE, PEUT-ÊTRE SANS RETOUR.
runbook-risk-unknown = RISQUE INCONNU : soyez aussi prudent que pour une modification générale.
runbook-scope-one = Touche un seul objet.
runbook-scope-filtered = Touche les objets retenus par un filtre.
runbook-scope-all = TOUCHE TOUS LES OBJETS.
runbook-command = Commande :
runbook-file = Fichier :
runbook-content = Contenu :
runbook-parent = Dans l’élément :
runbook-expected = Sortie attendue :
runbook-shell = Shell :
runbook-journal = Journal :
runbook-ask-run = Exécuter ? [y] oui, [s] passer, [q] arrêter :
runbook-ask-done = Est-ce fait ? [y] oui, [s] passer, [q] arrêter :
runbook-ask-check = Est-ce conforme à la description ? [y] oui, [n] non, [s] passer, [q] arrêter :
runbook-ask-condition = Est-ce le cas ? [y] oui, [n] non, [q] arrêter :
runbook-ask-replace = Le fichier existe et diffère. Le remplacer et garder une copie ? [y] oui, [s] passer, [q] arrêter :
runbook-ask-unknown = Cette étape a été commencée et son issue est inconnue. [y] la refaire, [d] elle est faite, [q] arrêter :
runbook-ask-again = Cette étape a été faite, mais ce qu’elle avait laissé dans le shell est perdu. [y] la refaire, [d] la laisser comme faite, [q] arrêter :
runbook-ask-mismatch = Continuer quand même ? [y] oui, [n] non, [q] arrêter :
runbook-ask-errors = Des erreurs ont été signalées. L’étape est-elle faite malgré tout ? [y] oui, [n] non, [q] arrêter :
runbook-ask-value = Valeur de
runbook-offered = Valeurs de { $property } affichées par la commande ; tapez # et un numéro, ou une autre valeur :
runbook-offered-lines = Valeurs affichées par la commande ; tapez # et un numéro, ou une autre valeur :
runbook-ask-path = Où se trouve ce fichier ? Chemin complet :
runbook-ask-one = Choisissez un numéro, ou [q] pour arrêter :
runbook-ask-any = Choisissez des numéros séparés par des espaces, 0 pour aucun, ou [q] pour arrêter :
runbook-ask-goal = Quel objectif ? Choisissez un numéro, ou [q] pour arrêter :
runbook-only-if = La suite n’est faite que dans ce cas.
runbook-skip-if = La suite est omise dans ce cas.
runbook-each = CETTE ÉTAPE N’AGIT QUE SUR CET ORDINATEUR. Elle est à effectuer sur chaque ordinateur concerné.
runbook-each-role = CETTE ÉTAPE N’AGIT QUE SUR CET ORDINATEUR. Elle est à effectuer sur chaque ordinateur concerné avec { $role }.
runbook-invalid-value = Cette valeur n’est pas valide :
runbook-by-hand = À faire à la main ; ce runbook ne le fait pas :
runbook-withheld = Cette étape est retenue : ce que dit l’article n’est pas certain. Ne la faites que si vous savez ce qui est juste.
runbook-dry-run = Simulation : rien n’est fait.
runbook-touched = Ce qui serait touché maintenant :
runbook-already-there = Déjà en place ; rien à faire.
runbook-written = Écrit :
runbook-backup = Copie de l’ancien fichier :
runbook-skipped = Passé.
runbook-done = Fait.
runbook-finished = Toutes les étapes de cet objectif ont été parcourues.
runbook-finished-each = Ces étapes n’ont été effectuées que sur cet ordinateur. Effectuez chacune d’elles sur tous les autres ordinateurs concernés :
runbook-failed = Cette étape a échoué :
runbook-mismatch = Le résultat n’est pas celui attendu à l’étape :
runbook-stopped = Arrêté.
runbook-resume-with = Pour reprendre plus tard :
runbook-hand-over = La suite s’exécute dans un autre shell. Ouvrez-le et reprenez-y :
runbook-decision = Une décision est nécessaire et il n’y a pas de terminal pour la demander :
runbook-unknown-option = Option inconnue :
runbook-unknown-goal = Objectif inconnu :
runbook-unknown-step = Étape inconnue :
runbook-unknown-answer = Ceci ne répond à aucune question de l’objectif :
runbook-needs-goal = Indiquez un objectif.
runbook-needs-value = Il manque une valeur pour :
runbook-no-shell = Ce shell ne connaît pas une commande de cette étape :
runbook-no-folder = Ce fichier ou dossier n’existe pas :
runbook-no-parent = Le fichier ne contient pas exactement une fois cet élément :
runbook-journal-busy = Une autre exécution utilise ce journal :
runbook-locked = Une autre exécution de ce runbook est en cours sur cette machine :
runbook-journal-other = Ce journal appartient à un autre objectif ou à une autre version du runbook :
runbook-journal-unfinished = Ce journal contient une exécution inachevée. Reprenez-la ou indiquez un autre journal :
runbook-journal-missing = Il n’y a pas de journal à reprendre :
runbook-journal-unwritable = Impossible d’écrire le journal :
runbook-wrong-host = Le journal a été commencé sur une autre machine :
runbook-rights = Demande des droits d’administrateur.
runbook-ask-rights = Cette session n’a pas les droits d’administrateur que demande cette étape. La faire quand même ? [y] oui, [n] non, [q] arrêter :
runbook-no-rights = Cette étape demande des droits d’administrateur :
runbook-role = À faire sur :
runbook-ask-host = Est-ce cette machine ? [y] oui, [n] non, [q] arrêter :
runbook-wrong-role = Cette étape concerne une autre machine. Continuez là-bas avec le même journal :
runbook-corrected = La traduction disait « { $found } » ; c’est { $value }.


## Running (run)

run-plan = Ce qui va être fait
run-status = Bilan
run-elapsed = Durée :
run-evidence = Le même code en :
run-no-shell = Cet interpréteur de commandes n’est pas installé ici :
run-timed-out = Cette étape a duré trop longtemps et a été interrompue :
run-system = Le système ne le permet pas :
run-unknown-parameter = Ce paramètre n’existe pas :
run-way-back = Le retour en arrière : ce qui a été fait peut être annulé ainsi
run-ask-way-back = Annuler maintenant ? Chaque étape sera demandée. [y] oui, [n] non, [q] arrêter :
run-ask-back = Annuler cette étape ? [y] oui, [s] passer, [q] arrêter :
run-taken-back = Annulé.
run-error-no-article = aucun article n’a l’identifiant { $id } ; il y a : { $ids }
run-error-no-locale = l’article n’existe pas en { $locale } ; il existe en { $locales }
run-error-answers = `{ $path }` n’est pas utilisable : { $reason }
run-error-not-set = la variable { $name } n’est pas définie dans l’environnement
run-error-no-run = `{ $path }` ne contient aucune exécution de cette version du runbook


## Reports on a run (run/report)

report-result = Résultat :
report-finished = Toutes les étapes ont été parcourues.
report-unfinished = L’exécution n’est pas allée jusqu’au bout.
report-goal = Objectif :
report-host = Machine :
report-began = Début :
report-ended = Dernière entrée :
report-runbook = Runbook :
report-digest = Empreinte de ses commandes :
report-answers = Réponses
report-steps = Étapes
report-column-step = Étape
report-column-result = Résultat
report-column-time = Durée
report-done = Fait
report-skipped = Passé
report-failed = Échec
report-mismatch = Résultat inattendu
report-unknown = Issue inconnue
report-taken-back = Annulé
report-not-reached = Non atteint


## Runbooks: Markdown

runbook-generated = Généré par runbookc. Pour changer ce runbook, changez l’article et régénérez-le.
runbook-parameter = Paramètre
runbook-kind = Type
runbook-sample-heading = Dans l’article
runbook-sample-note = Chacun demande une valeur à vous. Ce que montre l’article est un exemple, jamais une valeur par défaut.
runbook-cells-bash = Dans les commandes, chaque paramètre est une variable. Donnez-lui d’abord une valeur, par exemple { $example }. Une commande dont la variable n’a pas de valeur n’est pas exécutée.
runbook-cells-powershell = Dans les commandes, le nom de chaque paramètre figure entre chevrons. Mettez votre valeur à sa place.
runbook-kind-host-name = nom d’hôte
runbook-kind-port = port, de 1 à 65535
runbook-kind-number = nombre entier
runbook-kind-thumbprint = empreinte, 40 chiffres hexadécimaux
runbook-kind-path = fichier ou dossier
runbook-kind-url = URL
runbook-kind-text = texte sur une ligne
runbook-kind-secret = secret, jamais affiché ni enregistré
runbook-choose-one = Choisissez exactement une option.
runbook-choose-any = Choisissez-en autant que nécessaire.
runbook-verified-0 = Non vérifié : les langues divergent.
runbook-verified-1 = Vérifié : identique dans toutes les langues.
runbook-verified-2 = Vérifié : identique dans toutes les langues, syntaxe correcte.
runbook-verified-3 = Vérifié : identique dans toutes les langues, connu du catalogue.
runbook-verified-4 = Vérifié : exécuté.
runbook-withheld-disputed = Retenu : les langues divergent sur cette commande et rien ne permet de trancher.
runbook-withheld-characters = Retenu : la commande contient des caractères invisibles ou que le shell prend pour d’autres.
runbook-withheld-incomplete = Retenu : la commande est incomplète dans l’article.
runbook-withheld-substitution = Retenu : une valeur à vous ne peut pas être mise dans cette commande sans risque.
runbook-withheld-heading = Étapes retenues
runbook-withheld-lost = L’article ne dit pas avec certitude ce qui se fait ici. Candidats :


## Handbook: interface (emit/book)

book-title = Guide des procédures
book-description = Les procédures dans toutes les langues, avec des commandes vérifiées
book-manual = À propos de runbookc
book-skip = Aller au contenu
book-contents = Sommaire
book-contents-toggle = Afficher ou masquer le sommaire
book-theme = Thème
book-theme-auto = Comme le système
book-theme-light = Clair
book-theme-dark = Sombre
book-languages = Langue
book-turn = Pages précédente et suivante
book-previous = Précédent
book-next = Suivant
book-copy = Copier
book-copied = Copié
book-index-title = Procédures
book-index-intro = Chaque commande de ces pages est identique dans toutes les langues, octet pour octet, et indique jusqu’où elle a été vérifiée.
book-index-empty = Il n’y a pas encore de procédure.
book-column-article = Procédure
book-column-state = Texte
book-column-steps = Étapes
book-column-findings = Anomalies
book-state-source = Ceci est le texte original.
book-state-human = Traduit par une personne.
book-state-machine = Traduction automatique.
book-state-translation = Traduit.
book-state-missing = Indisponible dans cette langue.
book-state-shown-in = Affiché en { $language }.
book-state-in-step = Toutes les étapes sont disponibles dans cette langue.
book-state-fallback = { $count ->
    [one] { $count } texte est affiché dans une autre langue.
   *[other] { $count } textes sont affichés dans une autre langue.
}
book-state-corrected = { $count ->
    [one] { $count } terme endommagé a été corrigé.
   *[other] { $count } termes endommagés ont été corrigés.
}
book-state-withheld = { $count ->
    [one] { $count } étape est retenue.
   *[other] { $count } étapes sont retenues.
}
book-state-findings = { $count ->
    [one] { $count } anomalie dans cette langue
   *[other] { $count } anomalies dans cette langue
}
book-downloads = Runbooks
book-goals = Objectifs
book-goal-default = Par défaut
book-goal-excludes = Incompatible avec
book-parameters = Ce qu’il faut avoir sous la main
book-parameters-intro = Les exemples viennent de l’article. Remplacez-les par vos propres valeurs.
book-parameter-name = Paramètre
book-parameter-sample = Exemple
book-parameter-kind = Type
book-parameter-source = Provenance
book-parameter-discovered = Une étape l’affiche
book-parameter-supplied = À fournir
book-parameter-optional = Facultatif
book-parameter-here = À remplacer par votre valeur de { $name }
book-parameter-host-name = Nom d’hôte
book-parameter-port = Port
book-parameter-number = Nombre
book-parameter-thumbprint = Empreinte du certificat
book-parameter-path = Chemin
book-parameter-url = URL
book-parameter-text = Texte
book-parameter-secret = Secret
book-task-background = Contexte
book-task-prepare = Préparer
book-task-apply = Appliquer
book-task-verify = Vérifier
book-task-undo = Annuler
book-task-troubleshoot = Résoudre les problèmes
book-task-undoes = Annule
book-guard-only-if = Seulement si
book-guard-skip-if = À ignorer si
book-guard-said = Seulement dans le cas indiqué
book-guard-continue = Continuez avec « { $title } »
book-choice-one = Choisissez une option
book-choice-any = Choisissez une ou plusieurs options
book-step-run = Exécuter
book-step-query = Consulter
book-step-discover = Trouver la valeur
book-step-edit-file = Modifier un fichier
book-step-check = Contrôler
book-step-manual = À la main
book-step-note = Remarque
book-risk-read = Lecture seule
book-risk-change = Modifie
book-risk-interrupt = Interrompt un service
book-risk-destructive = Irréversible
book-risk-unknown = Effet inconnu
book-scope-filtered = Objets filtrés
book-scope-all = Tous les objets
book-hosts-each = Sur chaque ordinateur
book-hosts-each-role = Sur chaque ordinateur avec { $role }
book-edit-file = Fichier
book-edit-folder = Dans le dossier
book-edit-parent = Sous
book-expect = Sortie attendue
book-supplies = Affiche la valeur de
book-corrected = corrigé
book-said = La traduction dit : { $text }
book-fallback = Affiché en { $language }
book-withheld-candidates = Les lectures sont :

## Handbook: quality and verification

book-quality-part = Qualité
book-quality-title = Qualité : { $title }
book-quality-intro = Toutes les langues côte à côte, telles qu’elles ont été lues. Ce qui est endommagé est marqué.
book-quality-back = Vers la procédure
book-quality-findings = Anomalies
book-quality-none = Rien n’a été trouvé.
book-quality-units = Côte à côte
book-quality-source = original
book-column-rule = Règle
book-column-place = Endroit
book-column-message = Message
book-column-found = Trouvé
book-column-expected = Attendu
book-column-unit = Unité
book-severity-error = Erreur
book-severity-warning = Avertissement
book-severity-info = Information
book-verification-unverified = Non vérifiée
book-verification-consistent = Identique dans toutes les langues
book-verification-parses = Syntaxe valide
book-verification-known = Connue du catalogue
book-verification-executed = Exécutée
book-verification-level = Vérification : niveau { $level } sur 4
book-evidence = Preuves
book-evidence-same = Le même code en { $locales }
book-evidence-parses = Syntaxe { $name } valide
book-evidence-known = Le catalogue connaît la commande, ses paramètres et leurs valeurs : { $name }
book-evidence-unknown = Aucun catalogue ne connaît : { $name }
book-evidence-source = Le texte original le dit
book-evidence-code-block = Un bloc de code le dit
book-evidence-link-target = La cible du lien le dit
book-evidence-catalogue = Le catalogue le connaît
book-evidence-locale = Une autre langue le dit
book-evidence-corpus = On le trouve ailleurs dans les articles
book-evidence-shape = Sa forme l’indique
book-evidence-glossary = Le glossaire du projet le dit
