# Installs the relay of IRIS as a Windows service with the wrapper WinSW. Run it as administrator, in the
# folder that holds iris-relay.xml and WinSW's program, renamed to iris-relay.exe.
# UNVERIFIED: never run on Windows by us. What it does is meant to be read: six steps, no more.
$ErrorActionPreference = 'Stop'
$data = Join-Path $env:ProgramData 'IRIS'
$iris = Join-Path $env:ProgramFiles 'IRIS\bin\iris.bat'

# 1. The program must be there.
if (-not (Test-Path $iris)) { throw "IRIS is not in $iris; copy the image there first." }
# 2. A folder for configuration, store and log that only the service, the system and administrators may open.
New-Item -ItemType Directory -Force -Path $data, (Join-Path $data 'log') | Out-Null
icacls $data /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-19:(OI)(CI)M' | Out-Null
# 3. A configuration to begin with.
$config = Join-Path $data 'relay.yaml'
if (-not (Test-Path $config)) {
  # Not Set-Content: the PowerShell that Windows brings along knows no UTF-8 without a mark at its beginning.
  [IO.File]::WriteAllLines($config, (& $iris --example-config))
}
# 4. It must be correct.
& $iris relay --check-config --config $config
if ($LASTEXITCODE -ne 0) { throw "Name your feeds and servers in $config, then run this again." }
# 5. and 6. The service.
& .\iris-relay.exe install
& .\iris-relay.exe start
