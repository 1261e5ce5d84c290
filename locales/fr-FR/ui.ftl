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
cli-built = runbooks : { $runbooks }, site : { $site }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = impossible de lire `{ $path }` : { $reason }
cli-did-you-mean = vouliez-vous dire `{ $known }` ?
cli-error-no-rule = il n’y a pas de règle `{ $rule }` ; `runbookc explain` les énumère toutes
cli-error-locale-twice = { $locale } figure deux fois dans { $flag } ; ne l’indiquez qu’une fois
cli-error-source-unknown = les fichiers source sont indiqués, mais pas leur langue ; ajoutez `source` à runbookc.toml ou utilisez --source
cli-error-no-source = --source { $locale } : aucun document n’est en { $locale } ; il y a des documents en { $locales }
cli-error-paths-outside = aucun des fichiers correspondant à --articles ne se trouve sous les chemins indiqués ; retirez les chemins ou changez le motif
cli-error-no-articles = aucun article trouvé ; indiquez un dossier contenant des fichiers Markdown en plusieurs langues ou utilisez --articles
cli-more-notes =
    { $count ->
        [one] 1 autre note semblable
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
cli-count-withheld =
    { $count ->
        [one] { $count } étape retenue
       *[other] { $count } étapes retenues
    }


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Des blocs sont imbriqués sur plus de { $limit } niveaux ; les plus profonds sont lus comme s’ils étaient au dernier niveau permis.
notice-front-matter-long = Le front matter dépasse { $limit } Kio et n’a pas été lu.
notice-front-matter-invalid = Le front matter n’est pas du YAML valide : { $reason }
notice-unreadable = lecture impossible : { $reason }
notice-not-a-file = ignoré : ce n’est pas un fichier ordinaire
notice-too-large = ignoré : plus de 4 Mio ; scindez-le
notice-empty = ignoré : vide
notice-utf-16 = ignoré : encodé en UTF-16 ; convertissez-le en UTF-8
notice-not-utf-8 = ignoré : pas de l’UTF-8 à l’octet { $offset } ; convertissez-le en UTF-8
notice-link-loop = lien non suivi : il ramène à un dossier en cours de lecture
notice-link-outside = lien non suivi : il mène hors du dossier indiqué
notice-link-broken = lien non suivi : sa cible n’existe pas
notice-no-locale = ignoré : langue inconnue ; indiquez-la dans le front matter (`lang: pt-BR`) ou dans le chemin
notice-doubled = ignoré : `{ $other }` est déjà le même article en { $locale }
notice-one-locale = en { $locale } seulement : rien à quoi le comparer
notice-embedded = contient son texte source, en { $locale }


## Diagnostics: messages of rules (lint)

lint-path-altered = ce chemin devrait être { $expected }
lint-registry-key-altered = cette clé de Registre devrait être { $expected }
lint-command-verb-lost = cette commande a perdu son verbe : { $expected }
lint-command-verb-translated = le verbe de cette commande a été traduit : { $expected }
lint-command-verb-changed = le verbe de cette commande est un autre : { $expected }
lint-command-altered = cette commande devrait être { $expected }
lint-parameter-altered = ce paramètre devrait être { $expected }
lint-file-name-altered = ce nom de fichier devrait être { $expected }
lint-host-name-altered = ce nom d’hôte devrait être { $expected }
lint-url-altered = cette URL devrait être { $expected }
lint-identifier-altered = ce nom devrait être { $expected }
lint-literal-missing = il manque { $expected } dans cette phrase
lint-literal-disputed = les langues divergent et rien ne tranche : { $candidates }
lint-code-differs = ce code diffère de celui des autres langues : { $expected }
lint-code-missing = il manque ici un bloc de code : { $expected }
lint-text-missing = il manque ici du texte : { $expected }
lint-block-moved = l’ordre diffère de celui des autres langues


## Diagnostics: rendering (diagnostic/render)

render-error = erreur
render-warning = avertissement
render-info = information
render-help = aide
render-note = note
render-expected = écrivez { $expected }
render-evidence = confirmé par : { $reasons }
# What bears a finding out; they form a list.
render-because-source = l’original ({ $locale })
render-because-code = un bloc de code ({ $locale })
render-because-link = la cible du lien ({ $locale })
render-because-catalogue = le catalogue des commandes
render-because-locale = { $locale }
render-because-corpus = d’autres articles
render-because-shape = sa propre forme


## Alignment table (align)


## Plan (procedure)

plan-nothing = Cet article ne demande aucune action.
plan-parameters = Valeurs à fournir
plan-sample = exemple : { $value }
plan-goal = Objectif
plan-default = par défaut
plan-skip-to = Passer à { $task } si
plan-verified = vérifié : niveau { $level } sur 4


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


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
book-task-background = Contexte
book-task-prepare = Préparer
book-task-apply = Appliquer
book-task-verify = Vérifier
book-task-undo = Annuler
book-task-troubleshoot = Résoudre les problèmes
book-task-undoes = Annule
book-guard-only-if = Seulement si
book-guard-skip-if = À ignorer si
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
book-edit-file = Fichier
book-edit-folder = Dans le dossier
book-edit-parent = Sous
book-expect = Sortie attendue
book-supplies = Affiche la valeur de
book-corrected = corrigé
book-said = La traduction dit : { $text }
book-fallback = Affiché en { $language }
book-withheld-title = Retenue.
book-withheld-text = Les langues divergent et rien ne permet de trancher : cette étape n’est donc pas donnée. Les lectures sont :

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
book-evidence-known = Le catalogue connaît la commande, ses paramètres et leurs valeurs
book-evidence-source = Le texte original le dit
book-evidence-code-block = Un bloc de code le dit
book-evidence-link-target = La cible du lien le dit
book-evidence-catalogue = Le catalogue le connaît
book-evidence-locale = Une autre langue le dit
book-evidence-corpus = On le trouve ailleurs dans les articles
book-evidence-shape = Sa forme l’indique
