# What a PowerShell session of `runbookc run` runs: it reads words from its input, each ended by NUL,
# and answers on its standard error. What steps print goes to standard output.
Set-StrictMode -Off
$global:ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding($false)
$RunbookIn = [Console]::OpenStandardInput()
$RunbookStatus = [Console]::OpenStandardError()

function Read-RunbookWord {
    $bytes = New-Object System.Collections.Generic.List[byte]
    while ($true) {
        $byte = $RunbookIn.ReadByte()
        if ($byte -lt 0) { return $null }
        if ($byte -eq 0) { return [System.Text.Encoding]::UTF8.GetString($bytes.ToArray()) }
        $bytes.Add([byte] $byte)
    }
}

function Write-RunbookStatus([int] $Code) {
    $line = [string] $Code + ' ' + (Get-Location).ProviderPath + [char] 0
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($line)
    $RunbookStatus.Write($bytes, 0, $bytes.Length)
    $RunbookStatus.Flush()
}

while ($true) {
    $RunbookVerb = Read-RunbookWord
    $RunbookName = Read-RunbookWord
    $RunbookValue = Read-RunbookWord
    if ($null -eq $RunbookValue) { break }
    $RunbookCode = 0
    switch ($RunbookVerb) {
        'set' { Set-Variable -Name $RunbookName -Value $RunbookValue -Scope Global }
        # The code was checked to be whole; it runs in this scope, so that a variable that it sets stays.
        'define' { Set-Variable -Name ('Runbook' + $RunbookName) -Value ([scriptblock]::Create($RunbookValue)) -Scope Global }
        'known' { if (-not (Get-Command -Name $RunbookName -ErrorAction SilentlyContinue)) { $RunbookCode = 1 } }
        'call' {
            $RunbookCode = 1
            $RunbookMark = $null
            if ($Error.Count -gt 0) { $RunbookMark = $Error[0] }
            $global:LASTEXITCODE = 0
            do {
                try {
                    . (Get-Variable -Name ('Runbook' + $RunbookName) -ValueOnly) 2>&1 | Out-String -Stream -Width 4096 | ForEach-Object { [Console]::Out.WriteLine($_) }
                    $RunbookCode = $global:LASTEXITCODE
                } catch {
                    [Console]::Out.WriteLine([string] $_)
                    $RunbookCode = 1
                }
            } while ($false)
            if ($RunbookCode -eq 0 -and $Error.Count -gt 0 -and -not [object]::ReferenceEquals($Error[0], $RunbookMark)) { $RunbookCode = 250 }
            [Console]::Out.Flush()
        }
        default { }
    }
    Write-RunbookStatus $RunbookCode
}
