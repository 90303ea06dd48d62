@echo off
rem Starts IRIS with its own runtime, whatever java is the default, from any working directory.
setlocal
set "home=%~dp0.."
set "quick=iris.aot"
if "%~1"=="check" set "quick=check.aot"
"%home%\runtime\bin\java.exe" @OPTIONS@ "-XX:AOTCache=%home%\lib\%quick%" "-Diris.home=%home%" -cp "@CLASSPATH@" iris.app.Main %*
exit /b %ERRORLEVEL%
