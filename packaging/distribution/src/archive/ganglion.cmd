@echo off
rem Starts Ganglion on Windows with the JDK of JAVA_HOME, or else the java on the PATH: 17 or newer.
rem GANGLION_JAVA_OPTIONS are options of Java, for instance -Xmx8g.
setlocal
rem A java.exe in the folder where the user happens to be is not started.
set "NoDefaultCurrentDirectoryInExePath=1"
set "jar="
for %%j in ("%~dp0lib\ganglion-program-*.jar") do set "jar=%%~fj"
if not defined jar (
    echo ganglion: there is no ganglion-program jar in "%~dp0lib" 1>&2
    exit /b 3
)
set "java=java"
if defined JAVA_HOME (
    set "java=%JAVA_HOME%\bin\java.exe"
    if not exist "%JAVA_HOME%\bin\java.exe" (
        echo ganglion: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it; set it to a JDK 17 or newer 1>&2
        exit /b 2
    )
) else (
    where /q java || (
        echo ganglion: no Java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
        exit /b 2
    )
)
"%java%" -XX:+UseSerialGC -Djava.awt.headless=true -Dslf4j.internal.verbosity=WARN -Dslf4j.provider=ganglion.cli.terminal.LogProvider %GANGLION_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
