# Installs or upgrades IRIS on this machine without a question, for a software distribution. Run as administrator:
#   powershell -ExecutionPolicy Bypass -File roll-out.ps1 -Msi \\server\share\IRIS-0.1.0.msi [-Wall]
# -Wall: the wall opens at the login of everybody. UNVERIFIED: never run on Windows by us.
param([Parameter(Mandatory = $true)][string] $Msi, [switch] $Wall)
$ErrorActionPreference = 'Stop'
if (-not (Test-Path $Msi)) { throw "$Msi is not there." }
# A bare name has no folder, which the next step asks for.
$Msi = (Resolve-Path $Msi).ProviderPath
$log = Join-Path $env:TEMP 'iris-install.log'

# 1. What was downloaded must be what was published, where the sums lie beside it.
$sums = Join-Path (Split-Path $Msi) 'SHA256SUMS'
if (Test-Path $sums) {
  $line = Get-Content $sums | Where-Object { $_.EndsWith('  ' + (Split-Path $Msi -Leaf)) }
  if (-not $line -or $line.Split(' ')[0] -ne (Get-FileHash $Msi -Algorithm SHA256).Hash) { throw "$Msi is not the file of $sums." }
}
# 2. Install. 3010 means well, after a restart of the machine.
$run = Start-Process msiexec.exe -Wait -PassThru -ArgumentList '/i', "`"$Msi`"", '/qn', '/norestart', '/l*v', "`"$log`""
if ($run.ExitCode -notin 0, 3010) { throw "msiexec said $($run.ExitCode); see $log" }
# 3. It must start.
$iris = Join-Path $env:ProgramFiles 'IRIS\bin\iris.bat'
& $iris --version
if ($LASTEXITCODE -ne 0) { throw "$iris does not start." }
# 4. The wall at login, opt-in.
if ($Wall) {
  $link = Join-Path ([Environment]::GetFolderPath('CommonStartup')) 'IRIS wall.lnk'
  $shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($link)
  $shortcut.TargetPath = Join-Path $env:ProgramFiles 'IRIS\IRIS.exe'
  $shortcut.Arguments = '--wall'
  $shortcut.Save()
}
