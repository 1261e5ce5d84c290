### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 简体中文

## Command line and errors (cli, workspace)

cli-label-error = 错误
cli-label-warning = 警告
cli-label-note = 说明
cli-phase-parse = 解析中
cli-phase-align = 对齐中
cli-phase-check = 检查中
cli-phase-compile = 编译中
cli-phase-build = 生成中
cli-phase-fix = 正在修复
cli-built = 运行手册：{ $runbooks }，站点：{ $site }
cli-built-runbooks = 运行手册：{ $runbooks }
cli-error-no-such-path = “{ $path }”不存在；请指定包含文章的文件或文件夹
cli-error-pattern = “{ $pattern }”不是有效的模式：{ $reason }
cli-error-pattern-matches-nothing = 没有文件匹配“{ $pattern }”；模式从当前工作目录开始，可以包含 {"{"}locale{"}"}、* 和 **
cli-error-clash = 两篇文章的 ID 同为 { $id }：“{ $first }”和“{ $second }”；请重命名其中一篇或修改其标识符
cli-error-review = 无法使用 `{ $path }`
cli-error-approved = 无法使用“{ $path }”：{ $reason }
cli-error-config = { $path }:{ $line }:{ $column }: { $reason }
cli-error-config-unreadable = 无法读取“{ $path }”：{ $reason }
cli-error-config-exists = “{ $path }”已存在，未作改动；如要重新生成，请先删除它
cli-error-unwritable = 无法写入“{ $path }”：{ $reason }
cli-error-baseline = `{ $path }` 不能用作基线：{ $reason }
cli-error-rewrite-link = `{ $path }` 是链接，保持不变；请指定它所指向的文件
cli-error-rewrite-changed = `{ $path }` 在读取期间发生了更改，保持不变；请重新运行
init-found-pattern = 路径中标明了语言：{ $pattern }
init-found-front-matter = 语言可由前置元数据或正文得知；不需要模式
init-wrote = 已写入 { $path }
cli-did-you-mean = 您是想输入“{ $known }”吗？
cli-error-no-rule = 没有规则“{ $rule }”；运行 `runbookc explain` 可列出全部规则
cli-error-statistics = --statistics 只能用于 human、concise 和 json 格式
cli-error-locale-twice = { $flag } 中重复给出了 { $locale }；请只给出一次
cli-error-source-unknown = 给出了原文文件，但没有给出其语言；请在 runbookc.toml 中添加 `source`，或使用 --source
cli-error-no-source = --source { $locale }：没有 { $locale } 的文档；现有文档的语言是 { $locales }
cli-warn-no-locale = { $flag }：没有 { $locale } 的文档
cli-error-paths-outside = 与 --articles 匹配的文件都不在所给路径下；请去掉路径或修改模式
cli-error-no-articles = 没有找到文章；请指定包含多种语言 Markdown 文件的文件夹，或使用 --articles
cli-error-no-such-folder = `{ $path }` 不是文件夹；请给出存放参考页面的文件夹
cli-error-catalogue = { $path }:{ $line }: 这一行不符合目录文件的格式（{ $format }）：`{ $text }`
cli-error-no-pages = `{ $path }` 中没有 cmdlet 的参考页面；参考页面以 cmdlet 的名称为标题，并有 SYNTAX 或 PARAMETERS 一节
cli-error-no-cmdlet = 没有任何目录收录 `{ $name }`
catalog-imported = 已读取 { $count } 个 cmdlet
cli-more-notes = 另有 { $count } 条类似说明
cli-count-articles = { $count } 篇文章
cli-count-locales = { $count } 种语言
cli-count-errors = { $count } 个错误
cli-count-warnings = { $count } 个警告
cli-count-infos = { $count } 条信息
cli-count-left-out = { $count } 个文件被跳过或有损坏
cli-count-files = 已写入 { $count } 个文件
cli-count-fixed = 已修复 { $count } 个问题
cli-count-would-fix = 可修复 { $count } 个问题
cli-count-would-change = 将更改 { $count } 个文件
cli-count-left = 剩余 { $count } 个问题
cli-count-unsafe = 其中 { $count } 个需要 --unsafe-fixes
cli-wrote-baseline = 已将 { $count } 个问题写入 { $path }
cli-count-known = { $count } 个已知
cli-count-gone = 基线中有 { $count } 项已不再出现
cli-count-withheld = { $count } 个步骤暂不提供


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 块的嵌套超过 { $limit } 层；更深的块按允许的最后一层读取。
notice-front-matter-long = 前置元数据超过 { $limit } KiB，未读取。
notice-front-matter-invalid = 前置元数据不是有效的 YAML：{ $reason }
notice-front-matter-unclosed = 前置元数据没有结束行；请在末尾加一行 `---`。
notice-unreadable = 无法读取：{ $reason }
notice-not-a-file = 已跳过：不是普通文件
notice-too-large = 已跳过：超过 4 MiB；请拆分该文件
notice-empty = 已跳过：文件为空
notice-utf-16 = 已跳过：编码为 UTF-16；请转换为 UTF-8
notice-not-utf-8 = 已跳过：第 { $offset } 字节处不是 UTF-8；请转换为 UTF-8
notice-link-loop = 未跟随链接：它指回正在读取的文件夹
notice-link-outside = 未跟随链接：它指向所给文件夹之外
notice-link-broken = 未跟随链接：目标不存在
notice-not-a-locale = 已跳过：“{ $name }”处在模式中语言区域的位置，但不是语言区域
notice-name-not-utf-8 = 已跳过：文件名不是 UTF-8；请重命名
notice-no-locale = 已跳过：无法确定语言；请在前置元数据（`lang: pt-BR`）或路径中注明
notice-doubled = 已跳过：“{ $other }”已是同一文章的 { $locale } 版本
notice-one-locale = 只有 { $locale } 版本：没有可供比较的版本
notice-embedded = 自带 { $locale } 原文
notice-no-cmdlet-page = 已跳过：不是 cmdlet 的参考页面
notice-page-doubled = 已略去：`{ $other }` 已描述同一个 cmdlet
notice-parameter-bare = { $parameter } 没有以 `Type:` 开头的字段块；只采用其名称
notice-exception-unused = 此项未忽略任何问题（{ $rule }）；请删除它，或更正其规则、路径或语言


## Diagnostics: messages of rules (lint)

lint-path-altered = 此路径应为 { $expected }
lint-registry-key-altered = 此注册表项应为 { $expected }
lint-command-verb-lost = 此命令缺少动词：{ $expected }
lint-command-verb-translated = 此命令的动词被翻译了：{ $expected }
lint-command-verb-changed = 此命令的动词不对：{ $expected }
lint-command-altered = 此命令应为 { $expected }
lint-command-made-changing =
    此命令{ $risk ->
        [destructive] 会删除内容
        [interrupt] 会中断服务
       *[other] 会更改内容
    }，而本应只显示内容：{ $expected }
lint-parameter-altered = 此参数应为 { $expected }
lint-literal-characters = 其中的字符只是看起来像要键入的字符，应为 { $expected }
lint-value-altered = 此值应为 { $expected }
lint-file-name-altered = 此文件名应为 { $expected }
lint-host-name-altered = 此主机名应为 { $expected }
lint-url-altered = 此 URL 应为 { $expected }
lint-url-scheme = 此 URL 放弃了加密，其他语言为 { $expected }
lint-identifier-altered = 此名称应为 { $expected }
lint-version-altered = 此版本应为 { $expected }
lint-number-altered = 此数字应为 { $expected }
lint-number-grouped = 此数字需原样键入，不加千位分隔符：{ $expected }
lint-date-altered = 此日期应为 { $expected }
lint-date-swapped = 此日期的日和月颠倒了：{ $expected }
lint-product-name-altered = 此名称应为 { $expected }
lint-product-name-case = 此名称的写法是 { $expected }
lint-product-name-misspelt = 此名称拼写有误：{ $expected }
lint-product-name-translated = 此名称中有一个词被翻译了：{ $expected }
lint-stray-frame = 这两个字之间的词不在这里
lint-stray-artifact = 这是工具遗留的内容，其他语言中都没有
lint-stray-artifact-for = 此处是工具遗留的内容，应为 { $expected }
lint-event-source-altered = 此事件源应为 { $expected }
lint-group-name-altered = 此组或角色应为 { $expected }
lint-literal-doubled = 此内容连续出现了两次，只需保留一个 { $expected }
lint-literal-missing = 这句话缺少 { $expected }
lint-literal-disputed = 各语言版本不一致，无法判定：{ $candidates }
lint-code-differs = 此代码与其他语言版本不同：{ $expected }
lint-code-missing = 此处缺少代码块：{ $expected }
lint-unknown-command = 没有任何目录收录此命令，但其同族命令是已知的
lint-unknown-parameter = { $owner } 没有此参数
lint-value-not-accepted = { $owner } 不接受此值；可接受 { $accepted }
lint-code-syntax = 此处已不符合语法，应为：{ $expected }
lint-code-characters = 这些字符只是看起来正确，应为：{ $expected }
lint-code-added = 只有此语言版本有这个代码块：{ $found }
lint-text-became-code = 由于缩进，这段文字显示为代码块：{ $found }
lint-conflicting-steps = 这与同一运行手册中前面的步骤相矛盾：{ $other }
lint-used-before-made = 此处需要 { $value }，但只有后面的步骤才会创建或显示它
lint-sample-left = 此处留有文章示例中的值：{ $value }
lint-command-unverified = 其 Shell 无法读取此命令：没有运行手册会运行它
lint-source-link-text = 此链接显示的地址与其目标不同：{ $target }
lint-source-name-misspelt = 此名称与文中其他位置的 { $expected } 相差一个字母
lint-source-xml-case = 此元素在其他位置写作 { $expected }
lint-text-missing = 此处缺少文字：{ $expected }
lint-block-moved = 此处的顺序与其他语言版本不同
lint-source-revision = 此译文的版本为 { $found }，原文为 { $expected }，缺少 { $count } 处内容
lint-source-revision-by-text = 此译文依据的是原文的另一版本：缺少 { $count } 处内容
lint-negation-inverted = 其他语言在此为否定，这里却没有否定：{ $expected }
lint-terminology-inconsistent = 本文其他位置将其译为 { $expected }
lint-heading-level = 此标题在其他语言中的级别为 { $expected }
lint-heading-lost = 这里显示为正文而不是标题：# 后缺少空格
lint-list-broken = 列表在此中断：这是第 { $expected } 步，却显示为第 1 步
lint-jump-nowhere = 此链接不指向本文的任何标题
lint-jump-nowhere-for = 此链接不指向本文的任何标题；该标题为 { $expected }
lint-link-lost = 指向 { $expected } 的链接丢失了
lint-jump-broken = 该部分的标题为 { $expected }
lint-jump-cut = 粗体只涵盖了标题 { $expected } 的一部分
lint-alert-marker-translated = 只有英文标记才会显示为注释：{ $expected }
lint-alert-marker-stray = 注释标记留在了句子里
lint-wrong-script = 此处的文字不是该语言所用的文字
lint-bracket-unclosed = 此括号没有闭合
lint-bracket-unopened = 此括号没有对应的左括号
lint-bracket-lost = 前面的括号未在此处闭合：{ $expected }
lint-bracket-empty = 括号内没有内容
lint-quote-unpaired = 此引号不成对
lint-quote-across-markup = 引文始于标记之内而终于标记之外
lint-emphasis-broken = 此处的强调无法正常显示
lint-emphasis-split = 强调从单词中间开始或结束
lint-suppression-unused = 此处没有 { $rule } 需要忽略的问题
lint-suppression-unknown = 没有可忽略的规则 { $rule }
lint-suppression-of-nothing = 此注释未指明要忽略的规则
lint-suppression-without-reason = 此注释未说明原因，因此不忽略任何问题
lint-left-untranslated = 此处未翻译
lint-foreign-leftover = 此处留有其他语言的词：{ $word }
lint-link-text-left = 此链接的文字未翻译
lint-term-forbidden = 术语表不允许 { $term } 使用此译名；应为 { $expected }
lint-term-missing = 术语表要求此处的 { $term } 译为 { $expected }


## Diagnostics: rendering (diagnostic/render)

render-error = 错误
render-warning = 警告
render-info = 信息
render-help = 帮助
render-note = 说明
render-expected = 应写作 { $expected }
render-evidence = 依据：{ $reasons }
render-separator = 、
# What bears a finding out; they form a list.
render-because-source = 原文（{ $locale }）
render-because-code = 代码块（{ $locale }）
render-because-link = 链接目标（{ $locale }）
render-because-catalogue = 命令目录
render-because-locale = { $locale }
render-because-corpus = 其他文章
render-because-shape = 其自身形式
render-because-glossary = 术语表
# The columns of a table of findings in one file, and what stands for an empty one.
render-column-place = 位置
render-column-finding = 问题
render-column-found = 文中写作
render-column-evidence = 依据
render-nothing-found = 未发现问题
render-base = 运行 runbookc 时所在的文件夹


## Alignment table (align)

align-summary = { $locales } 种语言，共 { $count } 个单元，以 { $pivot } 为基准对齐
align-legend = — 此处没有内容   ↕ 位于别处   ×2 出现两次   ███ 可信程度
align-kind-front-matter = 前置元数据
align-kind-heading = 标题
align-kind-paragraph = 段落
align-kind-item = 列表项
align-kind-cell = 表格单元格
align-kind-alert = 提示框
align-kind-quote = 引用
align-kind-code = 代码
align-kind-opaque = 原样保留
align-kind-text = 文本


## Plan (procedure)

plan-nothing = 本文没有要执行的操作。
plan-parameters = 需要提供的值
plan-sample = 示例：{ $value }
plan-discovered = 由步骤 { $step } 给出
plan-label = { $label }：
plan-goal = 目标
plan-default = 默认
plan-skip-to = 符合以下条件时跳到 { $task }
plan-verified = 已验证：第 { $level } 级，共 4 级
plan-findings = 发现的问题
plan-finding-old = 原为
plan-finding-new = 现为
plan-finding-conflicting-writes = 步骤 { $first } 和 { $second } 将同一属性设为不同的值。
plan-finding-used-before-made = 步骤 { $second } 使用了 { $value }，而它在步骤 { $first } 中才会创建或显示。
plan-finding-both-arms = 步骤 { $first } 和 { $second } 作用相同，一个针对单个对象，一个针对所有对象：只应执行其中之一。
plan-finding-sample-left = 步骤 { $first } 中还留有文章示例的值：{ $value }
plan-finding-command-disputed = 步骤 { $first } 已被保留：无法确定要运行的内容。
plan-finding-skipped-along = 步骤 { $first } 会随其任务一起跳过，但它是在另一类主机上执行的：请确认是否仍需执行。
plan-finding-review-stale = 对 { $first } 作出过决定，此后文章已有改动。
plan-finding-review-gone = 对 { $first } 作出过决定，但文章中已没有它。
plan-finding-review-fault = { $first }：{ $value }
plan-wrote = 审阅：{ $path }


## Verification of what was built (cli)

verify-changed = { $path }：与 `build` 现在写出的内容不同
verify-missing = { $path }：缺少此文件
verify-extra = { $path }：不是 `build` 写出的文件
verify-orphan = { $path }：不属于任何文章
verify-sources-changed = { $id }：文章在生成之后有改动（{ $locales }）
verify-commands-differ = { $path }：所执行的命令与其他语言版本不同
verify-new = { $id }：有 { $count } 条命令未经批准
verify-how-to-approve = 确认差异中每个 + 都正确后，请运行 `runbookc verify --approve` 予以批准，并提交该文件。
verify-approved = 已批准：{ $path }
verify-recorded = 已记录为实际执行过：{ $path }。请重新生成。
verify-count-files = { $count } 个文件与生成结果不符
verify-count-commands = { $count } 条命令未经批准


## Runbooks: shared by all shells (emit)

runbook-usage = 用法：
runbook-help-goal = 要达成的目标；必填
runbook-help-list = 列出目标、任务、步骤和参数后退出
runbook-help-from = 从此步骤开始；之前的步骤不执行
runbook-help-only = 只执行此步骤
runbook-help-dry-run = 只显示，不执行任何操作
runbook-help-journal = 日志文件的位置
runbook-help-resume = 从日志结束处继续
runbook-help-yes = 预先确认；不包括会删除内容或影响所有对象的步骤
runbook-help-answer = 预先回答一个问题；可多次使用
runbook-help-help = 显示此帮助
runbook-goals = 目标
runbook-goal = 目标
runbook-task = 任务
runbook-step = 步骤
runbook-choice = 选择
runbook-condition = 条件：
runbook-parameters = 参数
runbook-sample = 文中示例：
runbook-source-text = 此处译文有缺漏。另一语言的文字是：
runbook-risk-none = 不做任何更改。
runbook-risk-read = 只读取。
runbook-risk-change = 会做更改。
runbook-risk-interrupt = 会中断服务！
runbook-risk-destructive = 会删除内容，可能无法恢复！
runbook-risk-unknown = 风险未知：请按影响全局的更改谨慎对待。
runbook-scope-one = 影响一个对象。
runbook-scope-filtered = 影响筛选出的对象。
runbook-scope-all = 影响所有对象！
runbook-command = 命令：
runbook-file = 文件：
runbook-content = 内容：
runbook-parent = 位于元素之下：
runbook-expected = 预期输出：
runbook-shell = 命令行环境：
runbook-journal = 日志：
runbook-ask-run = 要执行吗？[y] 是，[s] 跳过，[q] 停止：
runbook-ask-done = 完成了吗？[y] 是，[s] 跳过，[q] 停止：
runbook-ask-check = 与描述一致吗？[y] 是，[n] 否，[s] 跳过，[q] 停止：
runbook-ask-condition = 是这种情况吗？[y] 是，[n] 否，[q] 停止：
runbook-ask-replace = 文件已存在且内容不同。要替换并保留副本吗？[y] 是，[s] 跳过，[q] 停止：
runbook-ask-unknown = 此步骤曾开始执行，结果未知。[y] 重新执行，[d] 视为已完成，[q] 停止：
runbook-ask-again = 此步骤已完成，但它留在 shell 中的状态已丢失。[y] 再执行一次，[d] 视为已完成，[q] 停止：
runbook-ask-mismatch = 仍要继续吗？[y] 是，[n] 否，[q] 停止：
runbook-ask-errors = 执行中报告了错误。此步骤仍算完成吗？[y] 是，[n] 否，[q] 停止：
runbook-ask-value = 请输入
runbook-offered = 命令显示的 { $property } 值；请输入 # 加编号，或其他值：
runbook-offered-lines = 命令显示的值；请输入 # 加编号，或其他值：
runbook-ask-path = 此文件在哪里？完整路径：
runbook-ask-one = 请选择一个编号，或输入 [q] 停止：
runbook-ask-any = 请选择编号，用空格分隔，0 表示都不选，或输入 [q] 停止：
runbook-ask-goal = 选择哪个目标？请输入一个编号，或 [q] 停止：
runbook-only-if = 仅在此情况下执行后续内容。
runbook-skip-if = 在此情况下跳过后续内容。
runbook-each = 此步骤只作用于本机。必须在涉及的每台计算机上执行。
runbook-each-role = 此步骤只作用于本机。必须在涉及的每台 { $role } 计算机上执行。
runbook-invalid-value = 该值无效：
runbook-by-hand = 须手动完成，本运行手册不会执行：
runbook-withheld = 此步骤暂不提供：文章内容无法确定。仅在您清楚正确做法时才手动执行。
runbook-dry-run = 试运行：不执行任何操作。
runbook-touched = 当前会影响的对象：
runbook-already-there = 已存在，无需操作。
runbook-written = 已写入：
runbook-backup = 旧文件的副本：
runbook-skipped = 已跳过。
runbook-done = 完成。
runbook-finished = 此目标的所有步骤均已处理。
runbook-finished-each = 以下步骤只在本机上执行过。请在涉及的其他每台计算机上逐一执行：
runbook-failed = 此步骤失败：
runbook-mismatch = 结果与预期不符，步骤：
runbook-stopped = 已停止。
runbook-resume-with = 稍后继续：
runbook-hand-over = 后续步骤须在另一个命令行环境中运行。请打开它并在其中继续：
runbook-decision = 需要做出决定，但没有可供询问的终端：
runbook-unknown-option = 未知选项：
runbook-unknown-goal = 未知目标：
runbook-unknown-step = 未知步骤：
runbook-unknown-answer = 该回答与目标中的任何问题都不对应：
runbook-needs-goal = 请指定一个目标。
runbook-needs-value = 缺少以下项的值：
runbook-no-shell = 此命令行环境中没有该步骤所需的命令：
runbook-no-folder = 没有此文件或文件夹：
runbook-no-parent = 该元素在文件中不是恰好出现一次：
runbook-journal-busy = 另一次运行正在使用此日志：
runbook-locked = 此主机上正在执行同一运行手册：
runbook-journal-other = 此日志属于另一个目标或另一版本的运行手册：
runbook-journal-unfinished = 此日志中有一次未结束的运行。请继续该运行，或指定其他日志：
runbook-journal-missing = 没有可继续的日志：
runbook-journal-unwritable = 无法写入日志：
runbook-wrong-host = 此日志是在另一台主机上开始的：
runbook-rights = 需要管理员权限。
runbook-ask-rights = 当前会话没有此步骤所需的管理员权限。仍要执行吗？[y] 是，[n] 否，[q] 停止：
runbook-no-rights = 此步骤需要管理员权限：
runbook-role = 执行位置：
runbook-ask-host = 是这台计算机吗？[y] 是，[n] 否，[q] 停止：
runbook-wrong-role = 此步骤应在另一台主机上执行。请在该主机上用同一份日志继续：
runbook-corrected = 译文写作“{ $found }”；应为 { $value }。


## Running (run)

run-plan = 将要执行的步骤
run-status = 执行结果
run-elapsed = 用时：
run-evidence = 以下语言的代码一致：
run-no-shell = 此计算机未安装该 shell：
run-timed-out = 此步骤超时，已被终止：
run-system = 系统不允许：
run-unknown-parameter = 没有此参数：
run-way-back = 回退方法：已完成的操作可以这样撤销
run-ask-way-back = 现在撤销吗？每一步都会询问。[y] 是，[n] 否，[q] 停止：
run-ask-back = 撤销此步骤吗？[y] 是，[s] 跳过，[q] 停止：
run-taken-back = 已撤销。
run-error-no-article = 没有标识符为 { $id } 的文章；现有：{ $ids }
run-error-no-locale = 该文章没有 { $locale } 版本；现有：{ $locales }
run-error-answers = 无法使用 `{ $path }`：{ $reason }
run-error-not-set = 环境变量 { $name } 未设置
run-error-no-run = `{ $path }` 中没有此版本运行手册的执行记录


## Reports on a run (run/report)

report-result = 结果：
report-finished = 所有步骤均已走完。
report-unfinished = 执行未到达终点。
report-goal = 目标：
report-host = 主机：
report-began = 开始：
report-ended = 最后记录：
report-runbook = 运行手册：
report-digest = 命令摘要：
report-answers = 回答
report-steps = 步骤
report-column-step = 步骤
report-column-result = 结果
report-column-time = 用时
report-done = 已完成
report-skipped = 已跳过
report-failed = 失败
report-mismatch = 与预期不符
report-unknown = 结果未知
report-taken-back = 已撤销
report-not-reached = 未执行到


## Runbooks: Markdown

runbook-generated = 由 runbookc 生成。如需更改本运行手册，请修改文章后重新生成。
runbook-parameter = 参数
runbook-kind = 类型
runbook-sample-heading = 文中示例
runbook-sample-note = 每个参数都需要您自己的值。文中的值只是示例，绝不作为默认值。
runbook-cells-bash = 命令中的每个参数都是一个变量。请先设置其值，例如 { $example }。变量未设置时，命令不会执行。
runbook-cells-powershell = 命令中的参数名写在尖括号内。请用您自己的值替换。
runbook-kind-host-name = 主机名
runbook-kind-port = 端口，1 到 65535
runbook-kind-number = 整数
runbook-kind-thumbprint = 指纹，40 位十六进制数字
runbook-kind-path = 文件或文件夹
runbook-kind-url = URL
runbook-kind-text = 单行文本
runbook-kind-secret = 机密，不会显示或写入
runbook-choose-one = 请只选择一项。
runbook-choose-any = 可选择任意多项。
runbook-verified-0 = 未验证：各语言不一致。
runbook-verified-1 = 已验证：各语言一致。
runbook-verified-2 = 已验证：各语言一致，且语法正确。
runbook-verified-3 = 已验证：各语言一致，且命令目录中有记载。
runbook-verified-4 = 已验证：已实际执行过。
runbook-withheld-disputed = 暂不提供：各语言对此命令说法不一，无法判定哪个正确。
runbook-withheld-characters = 暂不提供：命令中含有不可见字符，或会被命令行误认的字符。
runbook-withheld-incomplete = 暂不提供：文中的命令不完整。
runbook-withheld-substitution = 暂不提供：无法将您的值安全地代入此命令。
runbook-withheld-heading = 暂不提供的步骤
runbook-withheld-lost = 文章未能确定此处的操作。可能是：


## Handbook: interface (emit/book)

book-title = 操作手册
book-description = 各语言的操作步骤，命令均经过验证
book-manual = 关于 runbookc
book-skip = 跳到正文
book-contents = 目录
book-contents-toggle = 显示或隐藏目录
book-theme = 主题
book-theme-auto = 跟随系统
book-theme-light = 浅色
book-theme-dark = 深色
book-languages = 语言
book-turn = 上一页和下一页
book-previous = 上一页
book-next = 下一页
book-copy = 复制
book-copied = 已复制
book-index-title = 操作步骤
book-index-intro = 这些页面上的每条命令在所有语言中逐字节相同，并标明其验证程度。
book-index-empty = 还没有操作步骤。
book-column-article = 文章
book-column-state = 文本
book-column-steps = 步骤
book-column-findings = 问题
book-state-source = 这是原文。
book-state-human = 人工翻译。
book-state-machine = 机器翻译。
book-state-translation = 译文。
book-state-missing = 没有此语言的版本。
book-state-shown-in = 以 { $language } 显示。
book-state-in-step = 所有步骤都有此语言的版本。
book-state-fallback = { $count ->
   *[other] { $count } 处文本以其他语言显示。
}
book-state-corrected = { $count ->
   *[other] 已更正 { $count } 处损坏的术语。
}
book-state-withheld = { $count ->
   *[other] { $count } 个步骤暂不提供。
}
book-state-findings = { $count ->
   *[other] 此语言有 { $count } 个问题
}
book-downloads = 运行手册
book-goals = 目标
book-goal-default = 默认
book-goal-excludes = 互斥目标
book-parameters = 需要准备的内容
book-parameters-intro = 示例值来自文章，请替换为您自己的值。
book-parameter-name = 参数
book-parameter-sample = 示例
book-parameter-kind = 类型
book-parameter-source = 来源
book-parameter-discovered = 由某个步骤给出
book-parameter-supplied = 由您提供
book-parameter-optional = 可选
book-parameter-here = 请替换为您的 { $name } 值
book-parameter-host-name = 主机名
book-parameter-port = 端口
book-parameter-number = 数字
book-parameter-thumbprint = 证书指纹
book-parameter-path = 路径
book-parameter-url = URL
book-parameter-text = 文本
book-parameter-secret = 机密
book-task-background = 背景
book-task-prepare = 准备
book-task-apply = 实施
book-task-verify = 验证
book-task-undo = 撤消
book-task-troubleshoot = 疑难解答
book-task-undoes = 撤消
book-guard-only-if = 执行条件
book-guard-skip-if = 跳过条件
book-guard-said = 仅在所述情况下
book-guard-continue = 接着执行“{ $title }”
book-choice-one = 选择一项
book-choice-any = 可选择任意多项
book-step-run = 运行
book-step-query = 查看
book-step-discover = 查询取值
book-step-edit-file = 编辑文件
book-step-check = 检查
book-step-manual = 手动
book-step-note = 说明
book-risk-read = 只读
book-risk-change = 更改
book-risk-interrupt = 会中断服务
book-risk-destructive = 无法撤消
book-risk-unknown = 影响未知
book-scope-filtered = 筛选出的对象
book-scope-all = 所有对象
book-hosts-each = 在每台计算机上
book-hosts-each-role = 在每台 { $role } 计算机上
book-edit-file = 文件
book-edit-folder = 所在文件夹
book-edit-parent = 位于
book-expect = 预期输出
book-supplies = 给出参数值
book-corrected = 已更正
book-said = 译文写作：{ $text }
book-fallback = 以 { $language } 显示
book-withheld-candidates = 各种读法如下：

## Handbook: quality and verification

book-quality-part = 质量
book-quality-title = 质量：{ $title }
book-quality-intro = 各语言按读取时的原样并排显示，损坏之处已标出。
book-quality-back = 转到操作步骤
book-quality-findings = 问题
book-quality-none = 未发现问题。
book-quality-units = 并排对照
book-quality-source = 原文
book-column-rule = 规则
book-column-place = 位置
book-column-message = 说明
book-column-found = 实际内容
book-column-expected = 应为
book-column-unit = 单元
book-severity-error = 错误
book-severity-warning = 警告
book-severity-info = 信息
book-verification-unverified = 未验证
book-verification-consistent = 所有语言一致
book-verification-parses = 语法正确
book-verification-known = 命令目录中有记录
book-verification-executed = 已执行
book-verification-level = 验证：第 { $level } 级，共 4 级
book-evidence = 依据
book-evidence-same = 以下语言的代码相同：{ $locales }
book-evidence-parses = 可作为 { $name } 正确解析
book-evidence-known = 命令目录中有此命令及其参数和取值：{ $name }
book-evidence-unknown = 命令目录中没有：{ $name }
book-evidence-source = 原文如此
book-evidence-code-block = 代码块如此
book-evidence-link-target = 链接目标如此
book-evidence-catalogue = 命令目录中有记录
book-evidence-locale = 另一种语言如此
book-evidence-corpus = 文章其他地方出现过
book-evidence-shape = 从形式可知
book-evidence-glossary = 项目术语表如此规定
