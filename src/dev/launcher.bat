@echo off
rem Starts IRIS with its own runtime, whatever java is the default, from any working directory.
setlocal
set "home=%~dp0.."
"%home%\runtime\bin\java.exe" @OPTIONS@ "-XX:AOTCache=%home%\lib\iris.aot" "-Diris.home=%home%" -cp "@CLASSPATH@" iris.app.Main %*
exit /b %ERRORLEVEL%
