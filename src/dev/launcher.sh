#!/bin/sh
# Starts IRIS with its own runtime, whatever java is the default, from any working directory, through any link.
self=$0
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
home=$(CDPATH= cd -P -- "$(dirname -- "$self")/.." && pwd) || exit 1
# Under the C locale, cron's and many a service's, Java cannot even name a file with an accent.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX) if [ -n "$LC_ALL" ]; then LC_ALL=C.UTF-8; export LC_ALL; else LC_CTYPE=C.UTF-8; export LC_CTYPE; fi ;;
esac
# The cache of a quick start holds the screen's classes, too, and all of it stays in memory: a service goes without it, and who
# calls check every minute has a smaller one.
case ${1:-} in check) quick=check.aot ;; *) quick=iris.aot ;; esac
if [ "${IRIS_QUICK_START:-yes}" = no ]; then quick=-Xshare:auto; else quick="-XX:AOTCache=$home/lib/$quick"; fi
# Where Linux knows no graphics card (a virtual machine, a virtual screen), JavaFX loads the whole of Mesa and its compiler to
# learn that it will draw by itself: some 40 MB for nothing (decision 0150). Asked for otherwise, it is done otherwise.
draw=
if [ -d /proc/self ]; then
  draw=-Dprism.order=sw
  for card in /dev/dri /dev/nvidiactl /dev/dxg /dev/mali0; do [ ! -e "$card" ] || draw=; done
fi
# IRIS_JAVA_OPTIONS: more options for the machine, a proxy or a trust store; split at spaces on purpose.
exec "$home/runtime/bin/java" @OPTIONS@ $draw $IRIS_JAVA_OPTIONS "$quick" "-Diris.home=$home" \
  -cp "@CLASSPATH@" iris.app.Main "$@"
