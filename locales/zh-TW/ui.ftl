### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 繁體中文

## Command line and errors (cli, workspace)

cli-label-error = 錯誤
cli-label-warning = 警告
cli-label-note = 附註
cli-phase-parse = 剖析中
cli-phase-align = 對齊中
cli-phase-check = 檢查中
cli-phase-compile = 編譯中
cli-phase-build = 產生中
cli-phase-fix = 正在修正
cli-built = 執行手冊：{ $runbooks }，網站：{ $site }
cli-built-runbooks = 執行手冊：{ $runbooks }
cli-error-no-such-path = 「{ $path }」不存在；請指定含有文章的檔案或資料夾
cli-error-pattern = 「{ $pattern }」不是有效的模式：{ $reason }
cli-error-pattern-matches-nothing = 沒有檔案符合「{ $pattern }」；模式從目前的工作目錄開始，可以包含 {"{"}locale{"}"}、* 和 **
cli-error-clash = 兩篇文章的 ID 同為 { $id }：「{ $first }」和「{ $second }」；請重新命名其中一篇或修改其識別碼
cli-error-review = 無法使用 `{ $path }`
cli-error-approved = 無法使用「{ $path }」：{ $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = 無法讀取「{ $path }」：{ $reason }
cli-error-config-exists = 「{ $path }」已存在，未予變更；若要重新產生，請先刪除它
cli-error-unwritable = 無法寫入「{ $path }」：{ $reason }
cli-error-baseline = `{ $path }` 不能當作基準：{ $reason }
cli-error-rewrite-link = `{ $path }` 是連結，維持不變；請指定它所指向的檔案
cli-error-rewrite-changed = `{ $path }` 在讀取期間有所變更，維持不變；請重新執行
init-found-pattern = 路徑中標明了語言：{ $pattern }
init-found-front-matter = 語言可由前置中繼資料或內文得知；不需要模式
init-wrote = 已寫入 { $path }
cli-did-you-mean = 您是想輸入「{ $known }」嗎？
cli-error-no-rule = 沒有規則「{ $rule }」；執行 `runbookc explain` 可列出所有規則
cli-error-statistics = --statistics 只能用於 human、concise 和 json 格式
cli-error-locale-twice = { $flag } 中重複指定了 { $locale }；請只指定一次
cli-error-source-unknown = 指定了原文檔案，但沒有指定其語言；請在 runbookc.toml 加入 `source`，或使用 --source
cli-error-no-source = --source { $locale }：沒有 { $locale } 的文件；現有文件的語言為 { $locales }
cli-warn-no-locale = { $flag }：沒有 { $locale } 的文件
cli-error-paths-outside = 符合 --articles 的檔案都不在指定的路徑下；請移除路徑或修改模式
cli-error-no-articles = 找不到文章；請指定含有多種語言 Markdown 檔案的資料夾，或使用 --articles
cli-error-no-such-folder = `{ $path }` 不是資料夾；請指定存放參考頁面的資料夾
cli-error-catalogue = { $path }:{ $line }: 這一行不符合目錄檔的格式（{ $format }）：`{ $text }`
cli-error-no-pages = `{ $path }` 中沒有 Cmdlet 的參考頁面；參考頁面以 Cmdlet 的名稱為標題，並有 SYNTAX 或 PARAMETERS 一節
cli-error-no-cmdlet = 沒有任何目錄收錄 `{ $name }`
catalog-imported = 已讀取 { $count } 個 Cmdlet
cli-more-notes = 另有 { $count } 則類似附註
cli-count-articles = { $count } 篇文章
cli-count-locales = { $count } 種語言
cli-count-errors = { $count } 個錯誤
cli-count-warnings = { $count } 個警告
cli-count-infos = { $count } 則資訊
cli-count-left-out = { $count } 個檔案已略過或損壞
cli-count-files = 已寫入 { $count } 個檔案
cli-count-fixed = 已修正 { $count } 個問題
cli-count-would-fix = 可修正 { $count } 個問題
cli-count-would-change = 將變更 { $count } 個檔案
cli-count-left = 剩餘 { $count } 個問題
cli-count-unsafe = 其中 { $count } 個需要 --unsafe-fixes
cli-wrote-baseline = 已將 { $count } 個問題寫入 { $path }
cli-count-known = { $count } 個已知
cli-count-gone = 基準中有 { $count } 項已不再出現
cli-count-withheld = { $count } 個步驟暫不提供


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 區塊的巢狀結構超過 { $limit } 層；更深的區塊視為位於允許的最後一層。
notice-front-matter-long = 前置中繼資料超過 { $limit } KiB，未讀取。
notice-front-matter-invalid = 前置中繼資料不是有效的 YAML：{ $reason }
notice-front-matter-unclosed = 前置中繼資料沒有結束行；請在結尾加上一行 `---`。
notice-unreadable = 無法讀取：{ $reason }
notice-not-a-file = 已略過：不是一般檔案
notice-too-large = 已略過：超過 4 MiB；請分割此檔案
notice-empty = 已略過：檔案是空的
notice-utf-16 = 已略過：編碼為 UTF-16；請轉換為 UTF-8
notice-not-utf-8 = 已略過：第 { $offset } 位元組處不是 UTF-8；請轉換為 UTF-8
notice-link-loop = 未跟隨連結：它指回正在讀取的資料夾
notice-link-outside = 未跟隨連結：它指向指定資料夾之外
notice-link-broken = 未跟隨連結：目標不存在
notice-not-a-locale = 已略過：「{ $name }」位於模式中地區設定的位置，但不是地區設定
notice-name-not-utf-8 = 已略過：檔名不是 UTF-8；請重新命名
notice-no-locale = 已略過：無法判斷語言；請在前置中繼資料（`lang: pt-BR`）或路徑中註明
notice-doubled = 已略過：「{ $other }」已是同一文章的 { $locale } 版本
notice-one-locale = 只有 { $locale } 版本：沒有可供比較的版本
notice-embedded = 內含 { $locale } 原文
notice-no-cmdlet-page = 已略過：不是 Cmdlet 的參考頁面
notice-page-doubled = 已省略：`{ $other }` 已描述同一個 Cmdlet
notice-parameter-bare = { $parameter } 沒有以 `Type:` 開頭的欄位區塊；只採用其名稱
notice-exception-unused = 此項未忽略任何問題（{ $rule }）；請刪除它，或更正其規則、路徑或語言


## Diagnostics: messages of rules (lint)

lint-path-altered = 這個路徑應為 { $expected }
lint-registry-key-altered = 這個登錄機碼應為 { $expected }
lint-command-verb-lost = 這個命令缺少動詞：{ $expected }
lint-command-verb-translated = 這個命令的動詞被翻譯了：{ $expected }
lint-command-verb-changed = 這個命令的動詞不對：{ $expected }
lint-command-altered = 這個命令應為 { $expected }
lint-command-made-changing =
    這個命令{ $risk ->
        [destructive] 會移除內容
        [interrupt] 會中斷服務
       *[other] 會變更內容
    }，而本應只顯示內容：{ $expected }
lint-parameter-altered = 這個參數應為 { $expected }
lint-literal-characters = 其中的字元只是看起來像要輸入的字元，應為 { $expected }
lint-value-altered = 這個值應為 { $expected }
lint-file-name-altered = 這個檔案名稱應為 { $expected }
lint-host-name-altered = 這個主機名稱應為 { $expected }
lint-url-altered = 這個 URL 應為 { $expected }
lint-url-scheme = 此 URL 放棄了加密，其他語言為 { $expected }
lint-identifier-altered = 這個名稱應為 { $expected }
lint-version-altered = 此版本應為 { $expected }
lint-number-altered = 此數字應為 { $expected }
lint-number-grouped = 此數字須原樣輸入，不加千分位符號：{ $expected }
lint-date-altered = 此日期應為 { $expected }
lint-date-swapped = 此日期的日和月顛倒了：{ $expected }
lint-product-name-altered = 此名稱應為 { $expected }
lint-product-name-case = 此名稱的寫法是 { $expected }
lint-product-name-misspelt = 此名稱拼寫有誤：{ $expected }
lint-product-name-translated = 此名稱中有一個詞被翻譯了：{ $expected }
lint-stray-frame = 這兩個字之間的詞不在這裡
lint-stray-artifact = 這是工具遺留的內容，其他語言中都沒有
lint-stray-artifact-for = 此處是工具遺留的內容，應為 { $expected }
lint-event-source-altered = 這個事件來源應為 { $expected }
lint-group-name-altered = 這個群組或角色應為 { $expected }
lint-literal-doubled = 此內容連續出現了兩次，只需保留一個 { $expected }
lint-literal-missing = 這句話缺少 { $expected }
lint-literal-disputed = 各語言版本不一致，無法判定：{ $candidates }
lint-code-differs = 這段程式碼與其他語言版本不同：{ $expected }
lint-code-missing = 這裡缺少程式碼區塊：{ $expected }
lint-unknown-command = 沒有任何目錄收錄這個命令，但其同族命令是已知的
lint-unknown-parameter = { $owner } 沒有這個參數
lint-value-not-accepted = { $owner } 不接受這個值；可接受 { $accepted }
lint-code-syntax = 此處已不符合語法，應為：{ $expected }
lint-code-characters = 這些字元只是看起來正確，應為：{ $expected }
lint-code-added = 只有這個語言版本有此程式碼區塊：{ $found }
lint-text-became-code = 由於縮排，這段文字顯示為程式碼區塊：{ $found }
lint-conflicting-steps = 這與同一執行手冊中前面的步驟相矛盾：{ $other }
lint-used-before-made = 此處需要 { $value }，但只有後面的步驟才會建立或顯示它
lint-sample-left = 此處留有文章範例中的值：{ $value }
lint-command-unverified = 其殼層無法讀取此命令：沒有執行手冊會執行它
lint-source-link-text = 此連結顯示的網址與其目標不同：{ $target }
lint-source-name-misspelt = 此名稱與文中其他位置的 { $expected } 相差一個字母
lint-source-xml-case = 此元素在其他位置寫作 { $expected }
lint-text-missing = 這裡缺少文字：{ $expected }
lint-block-moved = 這裡的順序與其他語言版本不同
lint-source-revision = 此譯文的版本為 { $found }，原文為 { $expected }，缺少 { $count } 處內容
lint-source-revision-by-text = 此譯文依據的是原文的另一個版本：缺少 { $count } 處內容
lint-negation-inverted = 其他語言在此為否定，這裡卻沒有否定：{ $expected }
lint-terminology-inconsistent = 本文其他位置將其譯為 { $expected }
lint-heading-level = 此標題在其他語言中的層級為 { $expected }
lint-heading-lost = 這裡顯示為內文而不是標題：# 後缺少空格
lint-list-broken = 清單在此中斷：這是第 { $expected } 步，卻顯示為第 1 步
lint-jump-nowhere = 此連結不指向本文的任何標題
lint-jump-nowhere-for = 此連結不指向本文的任何標題；該標題為 { $expected }
lint-link-lost = 指向 { $expected } 的連結遺失了
lint-jump-broken = 該節的標題為 { $expected }
lint-jump-cut = 粗體只涵蓋了標題 { $expected } 的一部分
lint-alert-marker-translated = 只有英文標記才會顯示為附註：{ $expected }
lint-alert-marker-stray = 附註標記留在句子裡
lint-wrong-script = 此處的文字不是該語言所用的文字
lint-bracket-unclosed = 此括號沒有結尾
lint-bracket-unopened = 此括號沒有對應的左括號
lint-bracket-lost = 前面的括號未在此處結束：{ $expected }
lint-bracket-empty = 括號內沒有內容
lint-quote-unpaired = 此引號不成對
lint-quote-across-markup = 引文始於標記之內而終於標記之外
lint-emphasis-broken = 此處的強調無法正常顯示
lint-emphasis-split = 強調從單字中間開始或結束
lint-suppression-unused = 此處沒有 { $rule } 需要忽略的問題
lint-suppression-unknown = 沒有可忽略的規則 { $rule }
lint-suppression-of-nothing = 此註解未指明要忽略的規則
lint-suppression-without-reason = 此註解未說明原因，因此不忽略任何問題
lint-left-untranslated = 此處未翻譯
lint-foreign-leftover = 此處留有其他語言的詞：{ $word }
lint-link-text-left = 此連結的文字未翻譯
lint-term-forbidden = 詞彙表不允許 { $term } 使用此譯名；應為 { $expected }
lint-term-missing = 詞彙表要求此處的 { $term } 譯為 { $expected }


## Diagnostics: rendering (diagnostic/render)

render-error = 錯誤
render-warning = 警告
render-info = 資訊
render-help = 說明
render-note = 附註
render-expected = 應寫成 { $expected }
render-evidence = 依據：{ $reasons }
render-separator = 、
# What bears a finding out; they form a list.
render-because-source = 原文（{ $locale }）
render-because-code = 程式碼區塊（{ $locale }）
render-because-link = 連結目標（{ $locale }）
render-because-catalogue = 命令目錄
render-because-locale = { $locale }
render-because-corpus = 其他文章
render-because-shape = 本身的形式
render-because-glossary = 詞彙表
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = 位置
render-column-finding = 問題
render-column-found = 文中寫作
render-column-evidence = 依據
render-nothing-found = 未發現問題
render-base = 執行 runbookc 時所在的資料夾


## Alignment table (align)

align-summary = { $locales } 種語言，共 { $count } 個單元，以 { $pivot } 為基準對齊
align-legend = — 此處沒有內容   ↕ 位於他處   ×2 出現兩次   ███ 可信程度
align-kind-front-matter = 前置中繼資料
align-kind-heading = 標題
align-kind-paragraph = 段落
align-kind-item = 清單項目
align-kind-cell = 表格儲存格
align-kind-alert = 提示框
align-kind-quote = 引文
align-kind-code = 程式碼
align-kind-opaque = 原樣保留
align-kind-text = 文字


## Plan (procedure)

plan-nothing = 本文沒有要執行的動作。
plan-parameters = 需要提供的值
plan-sample = 範例：{ $value }
plan-discovered = 由步驟 { $step } 顯示
plan-label = { $label }：
plan-goal = 目標
plan-default = 預設
plan-skip-to = 符合下列條件時跳到 { $task }
plan-verified = 已驗證：第 { $level } 級，共 4 級
plan-findings = 發現的問題
plan-finding-old = 原為
plan-finding-new = 現為
plan-finding-conflicting-writes = 步驟 { $first } 與 { $second } 將同一個屬性設為不同的值。
plan-finding-used-before-made = 步驟 { $second } 使用了 { $value }，但它在步驟 { $first } 才會建立或顯示。
plan-finding-both-arms = 步驟 { $first } 與 { $second } 作用相同，一個針對單一物件，一個針對所有物件：只應執行其中之一。
plan-finding-sample-left = 步驟 { $first } 中還留有文章範例的值：{ $value }
plan-finding-command-disputed = 步驟 { $first } 已被保留：無法確定要執行的內容。
plan-finding-skipped-along = 步驟 { $first } 會隨其工作一起略過，但它是在另一類主機上執行的：請確認是否仍需執行。
plan-finding-review-stale = 對 { $first } 做過決定，之後文章已有變動。
plan-finding-review-gone = 對 { $first } 做過決定，但文章中已沒有它。
plan-finding-review-fault = { $first }：{ $value }
plan-wrote = 審閱：{ $path }


## Verification of what was built (cli)

verify-changed = { $path }：與 `build` 目前寫出的內容不同
verify-missing = { $path }：缺少此檔案
verify-extra = { $path }：不是 `build` 寫出的檔案
verify-orphan = { $path }：不屬於任何文章
verify-sources-changed = { $id }：文章在建置之後有變更（{ $locales }）
verify-commands-differ = { $path }：執行的命令與其他語言版本不同
verify-new = { $id }：有 { $count } 個命令未經核准
verify-how-to-approve = 確認差異中每個 + 都正確後，請執行 `runbookc verify --approve` 予以核准，並提交該檔案。
verify-approved = 已核准：{ $path }
verify-recorded = 已記錄為實際執行過：{ $path }。請重新產生。
verify-count-files = { $count } 個檔案與建置結果不符
verify-count-commands = { $count } 個命令未經核准


## Runbooks: shared by all shells (emit)

runbook-usage = 用法：
runbook-help-goal = 要達成的目標；必填
runbook-help-list = 列出目標、工作、步驟和參數後結束
runbook-help-from = 從此步驟開始；之前的步驟不執行
runbook-help-only = 只執行此步驟
runbook-help-dry-run = 只顯示，不執行任何動作
runbook-help-journal = 記錄檔的位置
runbook-help-resume = 從記錄結束處繼續
runbook-help-yes = 預先確認；不包括會刪除內容或影響所有物件的步驟
runbook-help-answer = 預先回答一個問題；可多次使用
runbook-help-help = 顯示此說明
runbook-goals = 目標
runbook-goal = 目標
runbook-task = 工作
runbook-step = 步驟
runbook-choice = 選擇
runbook-condition = 條件：
runbook-parameters = 參數
runbook-sample = 文中範例：
runbook-source-text = 此處譯文有缺漏。另一語言的文字是：
runbook-risk-none = 不做任何變更。
runbook-risk-read = 只讀取。
runbook-risk-change = 會做變更。
runbook-risk-interrupt = 會中斷服務！
runbook-risk-destructive = 會刪除內容，可能無法復原！
runbook-risk-unknown = 風險不明：請比照影響全域的變更謹慎處理。
runbook-scope-one = 影響一個物件。
runbook-scope-filtered = 影響篩選出的物件。
runbook-scope-all = 影響所有物件！
runbook-command = 命令：
runbook-file = 檔案：
runbook-content = 內容：
runbook-parent = 位於元素之下：
runbook-expected = 預期輸出：
runbook-shell = 命令列環境：
runbook-journal = 記錄：
runbook-ask-run = 要執行嗎？[y] 是，[s] 略過，[q] 停止：
runbook-ask-done = 完成了嗎？[y] 是，[s] 略過，[q] 停止：
runbook-ask-check = 與描述一致嗎？[y] 是，[n] 否，[s] 略過，[q] 停止：
runbook-ask-condition = 是這種情況嗎？[y] 是，[n] 否，[q] 停止：
runbook-ask-replace = 檔案已存在且內容不同。要取代並保留副本嗎？[y] 是，[s] 略過，[q] 停止：
runbook-ask-unknown = 此步驟曾開始執行，結果不明。[y] 重新執行，[d] 視為已完成，[q] 停止：
runbook-ask-again = 此步驟已完成，但它留在殼層中的狀態已遺失。[y] 再執行一次，[d] 視為已完成，[q] 停止：
runbook-ask-mismatch = 仍要繼續嗎？[y] 是，[n] 否，[q] 停止：
runbook-ask-errors = 執行中回報了錯誤。此步驟仍算完成嗎？[y] 是，[n] 否，[q] 停止：
runbook-ask-value = 請輸入
runbook-offered = 命令顯示的 { $property } 值；請輸入 # 加編號，或其他值：
runbook-offered-lines = 命令顯示的值；請輸入 # 加編號，或其他值：
runbook-ask-path = 此檔案在哪裡？完整路徑：
runbook-ask-one = 請選擇一個編號，或輸入 [q] 停止：
runbook-ask-any = 請選擇編號，以空格分隔，0 表示都不選，或輸入 [q] 停止：
runbook-ask-goal = 選擇哪個目標？請輸入一個編號，或 [q] 停止：
runbook-only-if = 僅在此情況下執行後續內容。
runbook-skip-if = 在此情況下略過後續內容。
runbook-each = 此步驟只作用於本機。必須在相關的每部電腦上執行。
runbook-each-role = 此步驟只作用於本機。必須在相關的每部 { $role } 電腦上執行。
runbook-invalid-value = 此值無效：
runbook-by-hand = 須手動完成，本執行手冊不會執行：
runbook-withheld = 此步驟暫不提供：文章內容無法確定。僅在您清楚正確做法時才手動執行。
runbook-dry-run = 試執行：不執行任何動作。
runbook-touched = 目前會影響的物件：
runbook-already-there = 已存在，無需處理。
runbook-written = 已寫入：
runbook-backup = 舊檔案的副本：
runbook-skipped = 已略過。
runbook-done = 完成。
runbook-finished = 此目標的所有步驟均已處理。
runbook-finished-each = 下列步驟只在本機上執行過。請在相關的其他每部電腦上逐一執行：
runbook-failed = 此步驟失敗：
runbook-mismatch = 結果與預期不符，步驟：
runbook-stopped = 已停止。
runbook-resume-with = 稍後繼續：
runbook-hand-over = 後續步驟須在另一個命令列環境中執行。請開啟它並在其中繼續：
runbook-decision = 需要做出決定，但沒有可供詢問的終端機：
runbook-unknown-option = 未知選項：
runbook-unknown-goal = 未知目標：
runbook-unknown-step = 未知步驟：
runbook-unknown-answer = 該回答與目標中的任何問題都不對應：
runbook-needs-goal = 請指定一個目標。
runbook-needs-value = 缺少以下項目的值：
runbook-no-shell = 此命令列環境中沒有該步驟所需的命令：
runbook-no-folder = 沒有此檔案或資料夾：
runbook-no-parent = 該元素在檔案中不是恰好出現一次：
runbook-journal-busy = 另一次執行正在使用此記錄：
runbook-locked = 此主機上正在執行同一執行手冊：
runbook-journal-other = 此記錄屬於另一個目標或另一版本的執行手冊：
runbook-journal-unfinished = 此記錄中有一次未結束的執行。請繼續該執行，或指定其他記錄：
runbook-journal-missing = 沒有可繼續的記錄：
runbook-journal-unwritable = 無法寫入記錄：
runbook-wrong-host = 此記錄是在另一台主機上開始的：
runbook-rights = 需要系統管理員權限。
runbook-ask-rights = 目前的工作階段沒有此步驟所需的系統管理員權限。仍要執行嗎？[y] 是，[n] 否，[q] 停止：
runbook-no-rights = 此步驟需要系統管理員權限：
runbook-role = 執行位置：
runbook-ask-host = 是這部電腦嗎？[y] 是，[n] 否，[q] 停止：
runbook-wrong-role = 此步驟應在另一部主機上執行。請在該主機上以同一份記錄繼續：
runbook-corrected = 譯文寫作「{ $found }」；應為 { $value }。


## Running (run)

run-plan = 將要執行的步驟
run-status = 執行結果
run-elapsed = 耗時：
run-evidence = 以下語言的程式碼一致：
run-no-shell = 這部電腦沒有安裝此殼層：
run-timed-out = 此步驟逾時，已被終止：
run-system = 系統不允許：
run-unknown-parameter = 沒有此參數：
run-way-back = 復原方式：已完成的動作可以這樣撤銷
run-ask-way-back = 要現在撤銷嗎？每一步都會詢問。[y] 是，[n] 否，[q] 停止：
run-ask-back = 要撤銷此步驟嗎？[y] 是，[s] 略過，[q] 停止：
run-taken-back = 已撤銷。
run-error-no-article = 沒有識別碼為 { $id } 的文章；現有：{ $ids }
run-error-no-locale = 該文章沒有 { $locale } 版本；現有：{ $locales }
run-error-answers = 無法使用 `{ $path }`：{ $reason }
run-error-not-set = 環境變數 { $name } 未設定
run-error-no-run = `{ $path }` 中沒有此版本執行手冊的執行記錄


## Reports on a run (run/report)

report-result = 結果：
report-finished = 所有步驟皆已走完。
report-unfinished = 執行未到達終點。
report-goal = 目標：
report-host = 主機：
report-began = 開始：
report-ended = 最後記錄：
report-runbook = 執行手冊：
report-digest = 命令摘要：
report-answers = 回答
report-steps = 步驟
report-column-step = 步驟
report-column-result = 結果
report-column-time = 耗時
report-done = 已完成
report-skipped = 已略過
report-failed = 失敗
report-mismatch = 與預期不符
report-unknown = 結果不明
report-taken-back = 已撤銷
report-not-reached = 未執行到


## Runbooks: Markdown

runbook-generated = 由 runbookc 產生。如需變更本執行手冊，請修改文章後重新產生。
runbook-parameter = 參數
runbook-kind = 類型
runbook-sample-heading = 文中範例
runbook-sample-note = 每個參數都需要您自己的值。文中的值只是範例，絕不作為預設值。
runbook-cells-bash = 命令中的每個參數都是一個變數。請先設定其值，例如 { $example }。變數未設定時，命令不會執行。
runbook-cells-powershell = 命令中的參數名稱寫在角括號內。請換成您自己的值。
runbook-kind-host-name = 主機名稱
runbook-kind-port = 連接埠，1 到 65535
runbook-kind-number = 整數
runbook-kind-thumbprint = 憑證指紋，40 位十六進位數字
runbook-kind-path = 檔案或資料夾
runbook-kind-url = URL
runbook-kind-text = 單行文字
runbook-kind-secret = 機密，不會顯示或寫入
runbook-choose-one = 請只選擇一項。
runbook-choose-any = 可選擇任意多項。
runbook-verified-0 = 未驗證：各語言不一致。
runbook-verified-1 = 已驗證：各語言一致。
runbook-verified-2 = 已驗證：各語言一致，且語法正確。
runbook-verified-3 = 已驗證：各語言一致，且命令目錄中有記載。
runbook-verified-4 = 已驗證：已實際執行過。
runbook-withheld-disputed = 暫不提供：各語言對此命令說法不一，無法判定何者正確。
runbook-withheld-characters = 暫不提供：命令中含有看不見的字元，或會被命令列誤認的字元。
runbook-withheld-incomplete = 暫不提供：文中的命令不完整。
runbook-withheld-substitution = 暫不提供：無法將您的值安全地代入此命令。
runbook-withheld-heading = 暫不提供的步驟
runbook-withheld-lost = 文章未能確定此處的動作。可能是：


## Handbook: interface (emit/book)

book-title = 操作手冊
book-description = 各語言的操作步驟，命令皆經過驗證
book-manual = 關於 runbookc
book-skip = 跳到內文
book-contents = 目錄
book-contents-toggle = 顯示或隱藏目錄
book-theme = 佈景主題
book-theme-auto = 跟隨系統
book-theme-light = 淺色
book-theme-dark = 深色
book-languages = 語言
book-turn = 上一頁與下一頁
book-previous = 上一頁
book-next = 下一頁
book-copy = 複製
book-copied = 已複製
book-index-title = 操作步驟
book-index-intro = 這些頁面上的每個命令在所有語言中逐位元組相同，並標示其驗證程度。
book-index-empty = 尚無操作步驟。
book-column-article = 文章
book-column-state = 文字
book-column-steps = 步驟
book-column-findings = 問題
book-state-source = 這是原文。
book-state-human = 人工翻譯。
book-state-machine = 機器翻譯。
book-state-translation = 譯文。
book-state-missing = 沒有此語言的版本。
book-state-shown-in = 以 { $language } 顯示。
book-state-in-step = 所有步驟都有此語言的版本。
book-state-fallback = { $count ->
   *[other] { $count } 處文字以其他語言顯示。
}
book-state-corrected = { $count ->
   *[other] 已更正 { $count } 處損壞的詞語。
}
book-state-withheld = { $count ->
   *[other] { $count } 個步驟暫不提供。
}
book-state-findings = { $count ->
   *[other] 此語言有 { $count } 個問題
}
book-downloads = 執行手冊
book-goals = 目標
book-goal-default = 預設
book-goal-excludes = 互斥目標
book-parameters = 需要準備的項目
book-parameters-intro = 範例值來自文章，請換成您自己的值。
book-parameter-name = 參數
book-parameter-sample = 範例
book-parameter-kind = 類型
book-parameter-source = 來源
book-parameter-discovered = 由某個步驟顯示
book-parameter-supplied = 由您提供
book-parameter-optional = 選用
book-parameter-here = 請換成您的 { $name } 值
book-parameter-host-name = 主機名稱
book-parameter-port = 連接埠
book-parameter-number = 數字
book-parameter-thumbprint = 憑證指紋
book-parameter-path = 路徑
book-parameter-url = URL
book-parameter-text = 文字
book-parameter-secret = 機密
book-task-background = 背景
book-task-prepare = 準備
book-task-apply = 套用
book-task-verify = 驗證
book-task-undo = 復原
book-task-troubleshoot = 疑難排解
book-task-undoes = 復原
book-guard-only-if = 執行條件
book-guard-skip-if = 略過條件
book-guard-said = 僅在所述情況下
book-guard-continue = 接著進行「{ $title }」
book-choice-one = 選擇一項
book-choice-any = 可選擇任意多項
book-step-run = 執行
book-step-query = 檢視
book-step-discover = 查詢數值
book-step-edit-file = 編輯檔案
book-step-check = 檢查
book-step-manual = 手動
book-step-note = 備註
book-risk-read = 唯讀
book-risk-change = 變更
book-risk-interrupt = 會中斷服務
book-risk-destructive = 無法復原
book-risk-unknown = 影響不明
book-scope-filtered = 篩選出的物件
book-scope-all = 所有物件
book-hosts-each = 在每部電腦上
book-hosts-each-role = 在每部 { $role } 電腦上
book-edit-file = 檔案
book-edit-folder = 所在資料夾
book-edit-parent = 位於
book-expect = 預期輸出
book-supplies = 顯示參數值
book-corrected = 已更正
book-said = 譯文寫作：{ $text }
book-fallback = 以 { $language } 顯示
book-withheld-candidates = 各種讀法如下：

## Handbook: quality and verification

book-quality-part = 品質
book-quality-title = 品質：{ $title }
book-quality-intro = 各語言依讀取時的原樣並排顯示，損壞之處已標示。
book-quality-back = 前往操作步驟
book-quality-findings = 問題
book-quality-none = 未發現問題。
book-quality-units = 並排對照
book-quality-source = 原文
book-column-rule = 規則
book-column-place = 位置
book-column-message = 說明
book-column-found = 實際內容
book-column-expected = 應為
book-column-unit = 單位
book-severity-error = 錯誤
book-severity-warning = 警告
book-severity-info = 資訊
book-verification-unverified = 未驗證
book-verification-consistent = 所有語言一致
book-verification-parses = 語法正確
book-verification-known = 命令目錄中有記錄
book-verification-executed = 已執行
book-verification-level = 驗證：第 { $level } 級，共 4 級
book-evidence = 依據
book-evidence-same = 下列語言的程式碼相同：{ $locales }
book-evidence-parses = 可正確剖析為 { $name }
book-evidence-known = 命令目錄中有此命令及其參數和值：{ $name }
book-evidence-unknown = 命令目錄中沒有：{ $name }
book-evidence-source = 原文如此
book-evidence-code-block = 程式碼區塊如此
book-evidence-link-target = 連結目標如此
book-evidence-catalogue = 命令目錄中有記錄
book-evidence-locale = 另一種語言如此
book-evidence-corpus = 文章其他地方出現過
book-evidence-shape = 由形式可知
book-evidence-glossary = 專案詞彙表如此規定
