### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 繁體中文

## Command line and errors (cli, workspace)

cli-label-error = 錯誤
cli-label-warning = 警告
cli-label-note = 提示
cli-phase-parse = 剖析中
cli-phase-align = 對齊中
cli-phase-check = 檢查中
cli-phase-compile = 編譯中
cli-error-no-such-path = 「{ $path }」不存在；請指定含有文章的檔案或資料夾
cli-error-pattern = 「{ $pattern }」不是有效的模式：{ $reason }
cli-error-pattern-matches-nothing = 沒有檔案符合「{ $pattern }」；模式從目前的工作目錄開始，可以包含 {"{"}locale{"}"}、* 和 **
cli-error-clash = 兩篇文章的 ID 同為 { $id }：「{ $first }」和「{ $second }」；請重新命名其中一篇或修改其識別碼


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 區塊的巢狀結構超過 { $limit } 層；更深的區塊視為位於允許的最後一層。
notice-front-matter-long = 前置中繼資料超過 { $limit } KiB，未讀取。
notice-front-matter-invalid = 前置中繼資料不是有效的 YAML：{ $reason }
notice-unreadable = 無法讀取：{ $reason }
notice-not-a-file = 已略過：不是一般檔案
notice-too-large = 已略過：超過 4 MiB；請分割此檔案
notice-empty = 已略過：檔案是空的
notice-utf-16 = 已略過：編碼為 UTF-16；請轉換為 UTF-8
notice-not-utf-8 = 已略過：第 { $offset } 位元組處不是 UTF-8；請轉換為 UTF-8
notice-link-loop = 未跟隨連結：它指回正在讀取的資料夾
notice-link-outside = 未跟隨連結：它指向指定資料夾之外
notice-link-broken = 未跟隨連結：目標不存在
notice-no-locale = 已略過：無法判斷地區設定；請在檔案開頭的中繼資料（lang: pt-BR）或路徑中註明
notice-doubled = 已略過：「{ $other }」已是同一文章的 { $locale } 版本
notice-one-locale = 只有 { $locale } 版本：沒有可供比較的版本


## Diagnostics: messages of rules (lint)

lint-path-altered = 這個路徑應為 { $expected }
lint-registry-key-altered = 這個登錄機碼應為 { $expected }
lint-command-verb-lost = 這個命令缺少動詞：{ $expected }
lint-command-verb-translated = 這個命令的動詞被翻譯了：{ $expected }
lint-command-verb-changed = 這個命令的動詞不對：{ $expected }
lint-command-altered = 這個命令應為 { $expected }
lint-parameter-altered = 這個參數應為 { $expected }
lint-file-name-altered = 這個檔案名稱應為 { $expected }
lint-host-name-altered = 這個主機名稱應為 { $expected }
lint-url-altered = 這個 URL 應為 { $expected }
lint-identifier-altered = 這個名稱應為 { $expected }
lint-literal-missing = 這句話缺少 { $expected }
lint-literal-disputed = 各語言版本不一致，無法判定：{ $candidates }
lint-code-differs = 這段程式碼與其他語言版本不同：{ $expected }
lint-code-missing = 這裡缺少程式碼區塊：{ $expected }
lint-text-missing = 這裡缺少文字：{ $expected }
lint-block-moved = 這裡的順序與其他語言版本不同


## Diagnostics: rendering (diagnostic/render)

render-error = 錯誤
render-warning = 警告
render-info = 資訊
render-help = 說明
render-note = 附註
render-expected = 應寫成 { $expected }
render-evidence = 依據：{ $reasons }
# What bears a finding out; they form a list.
render-because-source = 原文（{ $locale }）
render-because-code = 程式碼區塊（{ $locale }）
render-because-link = 連結目標（{ $locale }）
render-because-catalogue = 命令目錄
render-because-locale = { $locale }
render-because-corpus = 其他文章
render-because-shape = 本身的形式


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

