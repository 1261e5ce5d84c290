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
cli-error-no-such-path = `{ $path }` n’existe pas ; indiquez un fichier ou un dossier contenant des articles
cli-error-pattern = `{ $pattern }` n’est pas un motif valide : { $reason }
cli-error-pattern-matches-nothing = aucun fichier ne correspond à `{ $pattern }` ; les motifs partent du répertoire de travail et peuvent contenir {"{"}locale{"}"}, * et **
cli-error-clash = deux articles ont l’identifiant { $id } : `{ $first }` et `{ $second }` ; renommez l’un d’eux ou changez son identifiant


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = Des blocs sont imbriqués sur plus de { $limit } niveaux ; les plus profonds sont lus comme s’ils étaient au dernier niveau permis.
notice-front-matter-long = Le front matter dépasse { $limit } Kio et n’a pas été lu.
notice-front-matter-invalid = Le front matter n’est pas du YAML valide : { $reason }
notice-unreadable = lecture impossible : { $reason }
notice-not-a-file = ignoré : ce n’est pas un fichier ordinaire
notice-too-large = ignoré : plus de 4 Mio ; scindez-le
notice-empty = ignoré : vide
notice-utf-16 = ignoré : encodé en UTF-16 ; convertissez-le en UTF-8
notice-not-utf-8 = ignoré : pas de l’UTF-8 à l’octet { $offset } ; convertissez-le en UTF-8
notice-link-loop = lien non suivi : il ramène à un dossier en cours de lecture
notice-link-outside = lien non suivi : il mène hors du dossier indiqué
notice-link-broken = lien non suivi : sa cible n’existe pas
notice-no-locale = ignoré : langue inconnue ; indiquez-la dans l’en-tête (lang: pt-BR) ou dans le chemin
notice-doubled = ignoré : `{ $other }` est déjà le même article en { $locale }
notice-one-locale = en { $locale } seulement : rien à quoi le comparer


## Diagnostics: messages of rules (lint)

lint-path-altered = ce chemin devrait être { $expected }
lint-registry-key-altered = cette clé de Registre devrait être { $expected }
lint-command-verb-lost = cette commande a perdu son verbe : { $expected }
lint-command-verb-translated = le verbe de cette commande a été traduit : { $expected }
lint-command-verb-changed = le verbe de cette commande est un autre : { $expected }
lint-command-altered = cette commande devrait être { $expected }
lint-parameter-altered = ce paramètre devrait être { $expected }
lint-file-name-altered = ce nom de fichier devrait être { $expected }
lint-host-name-altered = ce nom d’hôte devrait être { $expected }
lint-url-altered = cette URL devrait être { $expected }
lint-identifier-altered = ce nom devrait être { $expected }
lint-literal-missing = il manque { $expected } dans cette phrase
lint-literal-disputed = les langues divergent et rien ne tranche : { $candidates }
lint-code-differs = ce code diffère de celui des autres langues : { $expected }
lint-code-missing = il manque ici un bloc de code : { $expected }
lint-text-missing = il manque ici du texte : { $expected }
lint-block-moved = l’ordre diffère de celui des autres langues


## Diagnostics: rendering (diagnostic/render)

render-error = erreur
render-warning = avertissement
render-info = information
render-help = aide
render-note = note
render-expected = écrire { $expected }
render-evidence = confirmé par : { $reasons }
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


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

