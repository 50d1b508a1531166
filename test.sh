#!/usr/bin/env bash
# Builds everything, runs every test, and ends with one line that counts them.
set -euo pipefail
cd "$(dirname "$0")"

export CHROMIUM="${CHROMIUM:-/usr/bin/chromium}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

if [ ! -x "$CHROMIUM" ]; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-liberation > /dev/null
fi

dotnet restore DeploymentRouter.sln
dotnet build DeploymentRouter.sln --no-restore
dotnet format DeploymentRouter.sln --no-restore --verify-no-changes

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
code=0
dotnet test DeploymentRouter.sln --no-build 2>&1 | tee "$log" || code=$?

# VSTest counts each project by itself; a project that crashed prints no such line but leaves its exit code.
read -r passed failed skipped < <(awk '
  /^(Passed|Failed)!/ {
    for (i = 1; i < NF; i++) {
      if ($i == "Failed:") failed += $(i + 1)
      if ($i == "Passed:") passed += $(i + 1)
      if ($i == "Skipped:") skipped += $(i + 1)
    }
  }
  END { print passed + 0, failed + 0, skipped + 0 }' "$log")

if [ "$code" -eq 0 ] && [ "$failed" -gt 0 ]; then code=1; fi
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then echo "A test project ended with code $code before it could count its tests."; fi
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
exit "$code"
