@echo off
rem Starts IRIS from a terminal, a script or a service.
"%~dp0..\iris-cli.exe" %*
exit /b %ERRORLEVEL%
