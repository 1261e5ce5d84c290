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


## Diagnostics: rendering (diagnostic/render)


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

