#!/bin/sh
# Says whether IRIS still tells this machine something, where the server itself cannot miss it: a log server, a receiver of
# traps, a mailbox. By the age of a file that each heartbeat writes (rsyslog.conf and snmptrapd.conf beside this do).
#
#   iris-silent.sh [FILE [SECONDS [COMMAND...]]]
#
# One line as a plugin of Nagios has it; exit 0: heard, 2: silent for more than SECONDS (usual: 240, four times `resend`), and
# then COMMAND is run with the line on its standard input, each time. From cron, every minute:
#
#   * * * * * iris /usr/local/bin/iris-silent.sh /var/log/iris/heartbeat.log 240 mail -s "IRIS is silent" night@example.org
file=${1:-/var/log/iris/heartbeat.log}
most=${2:-240}
[ $# -gt 2 ] && shift 2 || set --
now=$(date +%s)
heard=$(stat -c %Y "$file" 2>&1) || heard=never
case $heard in
  *[!0-9]*) line="IRIS CRITICAL - no heartbeat was ever heard: $file is not there" ;;
  *) age=$((now - heard))
    if [ "$age" -le "$most" ]; then
      echo "IRIS OK - heard $age s ago | age=${age}s;;$most;0"
      exit 0
    fi
    line="IRIS CRITICAL - silent for $age s: nothing is known of what it watches | age=${age}s;;$most;0" ;;
esac
echo "$line"
[ $# -gt 0 ] && echo "$line" | "$@"
exit 2
