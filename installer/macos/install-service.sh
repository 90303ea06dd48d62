#!/bin/sh
# Installs the agent or the relay as a service of launchd: sudo sh install-service.sh agent|relay
# UNVERIFIED: never run on macOS by us. What it does is meant to be read: five steps, no more.
set -eu
who=${1:-}
case $who in agent) example="agent --example-config" ;; relay) example=--example-config ;; *) echo "usage: $0 agent|relay" >&2; exit 2 ;; esac
iris=/Applications/IRIS.app/Contents/bin/iris
home="/Library/Application Support/IRIS"

# 1. The program must be there.
[ -x "$iris" ] || { echo "IRIS is not in /Applications: copy it there from the dmg first" >&2; exit 1; }
# 2. An account without a login; macOS has no command that picks a number.
if ! dscl . -read /Users/_iris >/dev/null 2>&1; then
  id=380
  while dscl . -list /Users UniqueID | awk '{print $2}' | grep -qx "$id"; do id=$((id + 1)); done
  dscl . -create /Users/_iris UniqueID "$id"
  dscl . -create /Users/_iris PrimaryGroupID 1
  dscl . -create /Users/_iris UserShell /usr/bin/false
  dscl . -create /Users/_iris NFSHomeDirectory /var/empty
fi
# 3. Folders that only the service and administrators may open.
install -d -o _iris -m 700 "$home/$who" /Library/Logs/IRIS
# 4. A configuration, correct before anything starts.
# shellcheck disable=SC2086
[ -e "$home/$who.yaml" ] || "$iris" $example >"$home/$who.yaml"
"$iris" "$who" --check-config --config "$home/$who.yaml" || { echo "Correct $home/$who.yaml, then run this again." >&2; exit 1; }
# 5. The service.
install -m 644 "$(dirname "$0")/iris.$who.plist" "/Library/LaunchDaemons/iris.$who.plist"
launchctl bootout "system/iris.$who" 2>/dev/null || true
launchctl bootstrap system "/Library/LaunchDaemons/iris.$who.plist"
