#!/bin/sh
# Previews a project without a resource, with a policy pack that writes to stdout what is no port: once a single line, and
# once two. Needs pulumi and pulumi-language-java on PATH; neither Java nor Maven is started.
# usage: ./reproduce.sh [seconds after which a preview counts as hanging]
set -eu
limit=${1:-60}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PULUMI_HOME="$folder/home" PULUMI_BACKEND_URL="file://$folder/state" PULUMI_CONFIG_PASSPHRASE=none
export PULUMI_SKIP_UPDATE_CHECK=true PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true
mkdir -p "$folder/state" "$folder/pack"
cd "$folder"

# The language host starts whatever path has "mvn" in it.
printf 'name: hang\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n' > Pulumi.yaml
printf '#!/bin/sh\ncase "$*" in *packages*) echo "[]" ;; esac\n' > run-mvn
printf 'description: None\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n' > pack/PulumiPolicy.yaml
chmod +x run-mvn
pulumi stack init dev --non-interactive > /dev/null 2>&1

# What the pack does.
preview() {
  printf '#!/bin/sh\n%s\n' "$1" > pack/run-mvn
  chmod +x pack/run-mvn
  start=$(date +%s)
  code=0
  timeout -k 5 "$limit" pulumi preview --non-interactive --policy-pack pack > said 2>&1 || code=$?
  printf '%-60s %s after %s s: %s\n' "$1" "$([ $code -eq 124 ] || [ $code -eq 137 ] && echo HANGS || echo "ends, exit $code,")" \
    "$(($(date +%s) - start))" "$(grep -m 1 'invalid port' said || echo 'no word of the port')"
}

preview 'echo hello; exec sleep 90'
preview 'printf "hello\nmore\n"; exec sleep 90'
preview 'printf "hello\nmore\n"; exit 1'
preview 'echo hello; sleep 1; echo more; exec sleep 90'
preview 'exec sleep 90'
