//! Procedure to artifacts: PowerShell, bash, Markdown, JSON, the book.
