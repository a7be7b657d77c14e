#!/bin/sh
# Previews a program that declares nothing over a state that holds a ConfigMap, with a policy pack that writes down what it
# is asked about. Needs pulumi, pulumi-language-java, pulumi-resource-kubernetes and java on PATH; no cluster.
# usage: CLASSPATH='<folder of com.pulumi:pulumi and what it needs>/*' ./reproduce.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PULUMI_HOME="$folder/home" PULUMI_BACKEND_URL="file://$folder/state" PULUMI_CONFIG_PASSPHRASE=none
export PULUMI_SKIP_UPDATE_CHECK=true PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true
export ASKED="$folder/asked" CLASSPATH
mkdir -p "$folder/state" "$folder/pack"
: > "$ASKED"
cd "$folder"

# The language host starts whatever path has "mvn" in it.
printf 'name: asked\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n' > Pulumi.yaml
printf '#!/bin/sh\ncase "$*" in *packages*) echo "[]" ;; esac\n' > run-mvn
printf 'description: None\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n' > pack/PulumiPolicy.yaml
printf '#!/bin/sh\nexec java "%s/Asked.java"\n' "$here" > pack/run-mvn
chmod +x run-mvn pack/run-mvn
pulumi stack init dev --non-interactive > /dev/null 2>&1
pulumi stack import --file "$here/state.json" > /dev/null 2>&1
pulumi preview --non-interactive --policy-pack pack || true
echo "The pack was asked about:"
cat "$ASKED"
