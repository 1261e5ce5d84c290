### The program's, runbooks' and book's own words.

## Languages

# The name of this language in itself.
language-name = 简体中文

## Command line and errors (cli, workspace)

cli-label-error = 错误
cli-label-warning = 警告
cli-label-note = 提示
cli-phase-parse = 解析中
cli-phase-align = 对齐中
cli-phase-check = 检查中
cli-phase-compile = 编译中
cli-error-no-such-path = “{ $path }”不存在；请指定包含文章的文件或文件夹
cli-error-pattern = “{ $pattern }”不是有效的模式：{ $reason }
cli-error-pattern-matches-nothing = 没有文件匹配“{ $pattern }”；模式从当前工作目录开始，可以包含 {"{"}locale{"}"}、* 和 **
cli-error-clash = 两篇文章的 ID 同为 { $id }：“{ $first }”和“{ $second }”；请重命名其中一篇或修改其标识符


## Notices about input files (workspace, markdown, corpus)

notice-too-deep = 块的嵌套超过 { $limit } 层；更深的块按允许的最后一层读取。
notice-front-matter-long = 前置元数据超过 { $limit } KiB，未读取。
notice-front-matter-invalid = 前置元数据不是有效的 YAML：{ $reason }
notice-unreadable = 无法读取：{ $reason }
notice-not-a-file = 已跳过：不是普通文件
notice-too-large = 已跳过：超过 4 MiB；请拆分该文件
notice-empty = 已跳过：文件为空
notice-utf-16 = 已跳过：编码为 UTF-16；请转换为 UTF-8
notice-not-utf-8 = 已跳过：第 { $offset } 字节处不是 UTF-8；请转换为 UTF-8
notice-link-loop = 未跟随链接：它指回正在读取的文件夹
notice-link-outside = 未跟随链接：它指向所给文件夹之外
notice-link-broken = 未跟随链接：目标不存在
notice-no-locale = 已跳过：无法确定语言区域；请在文件头元数据（lang: pt-BR）或路径中注明
notice-doubled = 已跳过：“{ $other }”已是同一文章的 { $locale } 版本
notice-one-locale = 只有 { $locale } 版本：没有可供比较的版本


## Diagnostics: messages of rules (lint)

lint-path-altered = 此路径应为 { $expected }
lint-registry-key-altered = 此注册表项应为 { $expected }
lint-command-verb-lost = 此命令缺少动词：{ $expected }
lint-command-verb-translated = 此命令的动词被翻译了：{ $expected }
lint-command-verb-changed = 此命令的动词不对：{ $expected }
lint-command-altered = 此命令应为 { $expected }
lint-parameter-altered = 此参数应为 { $expected }
lint-file-name-altered = 此文件名应为 { $expected }
lint-host-name-altered = 此主机名应为 { $expected }
lint-url-altered = 此 URL 应为 { $expected }
lint-identifier-altered = 此名称应为 { $expected }
lint-literal-missing = 这句话缺少 { $expected }
lint-literal-disputed = 各语言版本不一致，无法判定：{ $candidates }
lint-code-differs = 此代码与其他语言版本不同：{ $expected }
lint-code-missing = 此处缺少代码块：{ $expected }
lint-text-missing = 此处缺少文字：{ $expected }
lint-block-moved = 此处的顺序与其他语言版本不同


## Diagnostics: rendering (diagnostic/render)

render-error = 错误
render-warning = 警告
render-info = 信息
render-help = 帮助
render-note = 说明
render-expected = 应写作 { $expected }
render-evidence = 依据：{ $reasons }
# What bears a finding out; they form a list.
render-because-source = 原文（{ $locale }）
render-because-code = 代码块（{ $locale }）
render-because-link = 链接目标（{ $locale }）
render-because-catalogue = 命令目录
render-because-locale = { $locale }
render-because-corpus = 其他文章
render-because-shape = 其自身形式


## Alignment table (align)


## Plan (procedure)


## Runbooks: shared by all shells (emit)


## Runbooks: Markdown


## Handbook: interface (emit/book)


## Handbook: quality and verification

